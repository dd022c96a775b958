package dev.seeded.internal.jvm;

import java.io.Closeable;
import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.net.URL;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * The class files of this library. A class loader would look for each of them in every module of the JDK first, so it is
 * asked only where they are in no jar, or where a security manager lets nobody else read it.
 */
public final class OwnFiles implements Closeable {

    private final @Nullable ZipFile jar;

    private OwnFiles(@Nullable ZipFile jar) {
        this.jar = jar;
    }

    /** Opens the jar, if they are in one. */
    public static OwnFiles open() throws IOException {
        try {
            File jar = location();
            return new OwnFiles(jar.isFile() ? new ZipFile(jar) : null);
        } catch (SecurityException | IllegalArgumentException forbiddenOrNested) {
            return new OwnFiles(null);
        }
    }

    /** Returns the jar or the folder that they are in. */
    static File location() throws IOException {
        try {
            URL location = OwnFiles.class.getProtectionDomain().getCodeSource().getLocation();
            return new File(location.toURI());
        } catch (URISyntaxException impossible) {
            throw new IOException(impossible);
        }
    }

    /** Returns the class file of a class. */
    public byte[] read(Class<?> type) throws IOException {
        return read(type.getName().replace('.', '/') + ".class");
    }

    /** Returns a file by its path in the jar. */
    public byte[] read(String name) throws IOException {
        try (InputStream stream = stream(name)) {
            if (stream == null) {
                throw new FileNotFoundException(name + " is missing");
            }
            return stream.readAllBytes();
        }
    }

    private @Nullable InputStream stream(String name) throws IOException {
        if (jar == null) {
            return OwnFiles.class.getResourceAsStream("/" + name);
        }
        ZipEntry entry = jar.getEntry(name);
        return entry == null ? null : jar.getInputStream(entry);
    }

    @Override
    public void close() throws IOException {
        if (jar != null) {
            jar.close();
        }
    }
}
