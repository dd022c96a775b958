package dev.seeded.internal.code;

import dev.seeded.internal.jvm.agent.ClassFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;

/**
 * The class files of a test's project: those whose packages have their beginning in common with that of the test. So they
 * are the same whether a class lies in a folder or in a jar. Names are internal ones, as class files have them.
 */
public final class Project {

    private final String prefix;
    private final @Nullable ClassLoader loader;

    private Project(String prefix, @Nullable ClassLoader loader) {
        this.prefix = prefix;
        this.loader = loader;
    }

    /** Returns the project of a test class. */
    public static Project of(Class<?> test) {
        return new Project(prefix(internalName(test.getName())), test.getClassLoader());
    }

    /** Returns the internal name of a class. */
    public static String internalName(String className) {
        return className.replace('.', '/');
    }

    /** Returns what the names of the project's classes begin with: the first two parts of the package, if it has as many. */
    private static String prefix(String name) {
        int first = name.indexOf('/');
        int second = name.indexOf('/', first + 1);
        return name.substring(0, (second < 0 ? first : second) + 1);
    }

    /** A class without a package is one of those without a package: all else would lead to the JDK. */
    public boolean includes(String name) {
        return prefix.isEmpty() ? name.indexOf('/') < 0 : name.startsWith(prefix);
    }

    /** Reads a class file; empty if there is none. */
    public Optional<ClassReader> read(String name) {
        try (InputStream file = loader == null ? null : loader.getResourceAsStream(name + ".class")) {
            return file == null ? Optional.empty() : Optional.of(new ClassFile(file.readAllBytes()).reader());
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
