package dev.seeded.internal.jvm.agent;

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
 * The agent's class files. A class loader would look for each of them in every module of the JDK first, so it is asked only
 * where they are in no jar, or where a security manager lets nobody else read it.
 */
final class OwnFiles implements Closeable {

    private final @Nullable ZipFile jar;

    private OwnFiles(@Nullable ZipFile jar) {
        this.jar = jar;
    }

    static OwnFiles open() throws IOException {
        try {
            URL location = OwnFiles.class.getProtectionDomain().getCodeSource().getLocation();
            File jar = new File(location.toURI());
            return new OwnFiles(jar.isFile() ? new ZipFile(jar) : null);
        } catch (SecurityException forbidden) {
            return new OwnFiles(null);
        } catch (URISyntaxException impossible) {
            throw new IOException(impossible);
        }
    }

    byte[] read(Class<?> type) throws IOException {
        return read(type.getName().replace('.', '/') + ".class");
    }

    byte[] read(String name) throws IOException {
        try (InputStream stream = stream(name)) {
            if (stream == null) {
                throw new FileNotFoundException(name + " is missing");
            }
            return stream.readAllBytes();
        }
    }

    private @Nullable InputStream stream(String name) throws IOException {
        if (jar == null) {
            return ClassLoader.getSystemResourceAsStream(name);
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
