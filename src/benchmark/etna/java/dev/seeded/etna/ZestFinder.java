package dev.seeded.etna;

import edu.berkeley.cs.jqf.instrument.InstrumentingClassLoader;
import java.io.File;
import java.lang.reflect.Method;
import java.net.MalformedURLException;

/** JQF with Zest: the workloads, and the generators, are loaded once more, by a loader that has their branches reported. */
final class ZestFinder implements Finder {

    private final Method search;

    ZestFinder() {
        System.setProperty("jqf.ei.QUIET_MODE", "true");
        ClassLoader all = ZestFinder.class.getClassLoader();
        ClassLoader libraries = new ClassLoader(all) {
            @Override
            protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
                if (name.startsWith(ZestFinder.class.getPackageName() + ".")) {
                    throw new ClassNotFoundException(name);
                }
                return super.loadClass(name, resolve);
            }
        };
        try {
            String[] classPath = System.getProperty("java.class.path").split(File.pathSeparator);
            search = new InstrumentingClassLoader(classPath, libraries)
                    .loadClass("dev.seeded.etna.ZestSearch")
                    .getMethod("search", String.class, String.class, String.class, long.class, long.class, long.class);
        } catch (MalformedURLException | ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public Outcome find(Task task, long seed, Limit limit) {
        try {
            long[] outcome = (long[]) search.invoke(
                    null,
                    task.workload().name(),
                    task.mutant(),
                    task.property().name(),
                    seed,
                    limit.runs(),
                    limit.nanos());
            return new Outcome(outcome[0], outcome[1] == 1);
        } catch (ReflectiveOperationException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
