package dev.seeded.internal.secondjvm;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Loads the classes of the project anew, whose static fields are then as they were at the start. That takes a hundredth of
 * the time of a JVM. The project's classes lie in folders of the class path; those of libraries are not loaded again.
 */
public final class OwnClasses extends URLClassLoader {

    private static final String OURS = "dev/seeded/Seeded.class";

    private OwnClasses(URL[] folders, ClassLoader parent) {
        super(folders, parent);
    }

    /** Returns whether a class can be loaded anew: it is in a folder, and in no module. */
    public static boolean include(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        return !type.getModule().isNamed()
                && source != null
                && source.getLocation() != null
                && source.getLocation().getPath().endsWith("/");
    }

    /** Runs something with classes of its own, in a JVM that is otherwise as it was at the start. */
    static <T> T run(Supplier<T> action, JvmStart start) {
        start.restore();
        Thread thread = Thread.currentThread();
        ClassLoader usual = thread.getContextClassLoader();
        try (OwnClasses own = new OwnClasses(folders(), usual)) {
            thread.setContextClassLoader(own);
            return action.get();
        } catch (IOException stays) {
            throw new IllegalStateException(stays);
        } finally {
            thread.setContextClassLoader(usual);
        }
    }

    private static URL[] folders() throws MalformedURLException {
        List<URL> folders = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path", "").split(File.pathSeparator, -1)) {
            Path path = Path.of(entry);
            if (Files.isDirectory(path) && !Files.exists(path.resolve(OURS))) {
                folders.add(path.toUri().toURL());
            }
        }
        return folders.toArray(URL[]::new);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> known = findLoadedClass(name);
            if (known != null) {
                return known;
            }
            // Null where the parent alone has it.
            return findResource(name.replace('.', '/') + ".class") == null
                    ? super.loadClass(name, resolve)
                    : findClass(name);
        }
    }
}
