package dev.seeded.internal.process;

import dev.seeded.LibrarySeeder;
import java.lang.reflect.Method;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.Set;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLocksProvider;

/** Asked by Jupiter which lock seeded classes and methods need: one for all where there is a {@link LibrarySeeder}. */
public final class LibrarySeederLocks implements ResourceLocksProvider {

    private static final Set<Lock> LOCK = Set.of(new Lock(LibrarySeeder.RESOURCE, ResourceAccessMode.READ_WRITE));

    /** Remembers the answer: Jupiter asks again for each method. */
    private static final ClassValue<Set<Lock>> LOCKS = new ClassValue<>() {
        @Override
        protected Set<Lock> computeValue(Class<?> type) {
            return isNeeded(type) ? LOCK : Set.of();
        }
    };

    @Override
    public Set<Lock> provideForClass(Class<?> testClass) {
        return LOCKS.get(testClass);
    }

    @Override
    public Set<Lock> provideForNestedClass(List<Class<?>> enclosingInstanceTypes, Class<?> testClass) {
        return LOCKS.get(testClass);
    }

    @Override
    public Set<Lock> provideForMethod(List<Class<?>> enclosingInstanceTypes, Class<?> testClass, Method testMethod) {
        return LOCKS.get(testClass);
    }

    /** Returns whether seeded tests of this class need the lock; a provider that cannot be loaded counts as well. */
    public static boolean areNeededBy(Class<?> testClass) {
        return !LOCKS.get(testClass).isEmpty();
    }

    /** A mistake would end Jupiter's run here; it comes back in each test. */
    private static boolean isNeeded(Class<?> testClass) {
        try {
            return LibrarySeeders.areSeenBy(testClass.getClassLoader());
        } catch (ServiceConfigurationError mistake) {
            return true;
        }
    }
}
