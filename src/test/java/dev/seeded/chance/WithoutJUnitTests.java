package dev.seeded.chance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

/** With nothing on the class path but Seeded. */
class WithoutJUnitTests {

    @Test
    void failsWithAnErrorOfTheJdk() throws Exception {
        URL classes = Chance.class.getProtectionDomain().getCodeSource().getLocation();
        try (URLClassLoader alone = new URLClassLoader(new URL[] {classes}, ClassLoader.getPlatformClassLoader())) {
            assertThat(failure(alone.loadClass(Chance.class.getName())))
                    .isExactlyInstanceOf(AssertionError.class)
                    .hasMessageStartingWith("the chance is not at least 0.9: 0 in ");
        }
    }

    @Test
    void failsWithAnAssertionFailedErrorBesideJUnit() {
        assertThat(failure(Chance.class)).isExactlyInstanceOf(AssertionFailedError.class);
    }

    private static Throwable failure(Class<?> chance) {
        BooleanSupplier fails = () -> false;
        Throwable thrown = catchThrowable(() -> chance.getMethod("isAtLeast", double.class, double.class)
                .invoke(chance.getMethod("of", BooleanSupplier.class).invoke(null, fails), 0.9, 0.1));
        assertThat(thrown).isInstanceOf(InvocationTargetException.class);
        return thrown.getCause();
    }
}
