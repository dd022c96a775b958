package dev.seeded.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.stream.Collectors;

/** Loads the nested classes of a test class anew, in a place where services are provided that other tests don't see. */
public final class FixtureLoader extends ClassLoader {

    private final String prefix;
    private final String servicesFile;
    private final String providers;

    /**
     * Creates a loader.
     *
     * @param tests the test class whose nested classes are loaded anew, the providers included
     * @param service the service
     * @param providers its providers, in their order
     */
    public FixtureLoader(Class<?> tests, Class<?> service, Class<?>... providers) {
        super(tests.getClassLoader());
        this.prefix = tests.getName() + "$";
        this.servicesFile = "META-INF/services/" + service.getName();
        this.providers = Arrays.stream(providers).map(Class::getName).collect(Collectors.joining("\n"));
    }

    /** Returns the classes of the same names as this loader loads them. */
    public Class<?>[] load(Class<?>... fixtures) {
        return Arrays.stream(fixtures).map(this::load).toArray(Class<?>[]::new);
    }

    private Class<?> load(Class<?> fixture) {
        try {
            return loadClass(fixture.getName());
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            if (!name.startsWith(prefix)) {
                return super.loadClass(name, resolve);
            }
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? define(name) : loaded;
        }
    }

    private Class<?> define(String name) {
        try (InputStream file = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
            byte[] bytes = file.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        if (!name.equals(servicesFile)) {
            return super.getResources(name);
        }
        return Collections.enumeration(Collections.singleton(new URL(null, "memory:" + name, new URLStreamHandler() {
            @Override
            protected URLConnection openConnection(URL url) {
                return new URLConnection(url) {
                    @Override
                    public void connect() {}

                    @Override
                    public InputStream getInputStream() {
                        return new ByteArrayInputStream(providers.getBytes(StandardCharsets.UTF_8));
                    }
                };
            }
        })));
    }
}
