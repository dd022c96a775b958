package dev.seeded.internal.jvm.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Executable;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VersionTests {

    /** Whoever changes what the library calls raises the version, so that an agent of the one before is refused. */
    @Test
    void standsForWhatTheLibraryCalls() {
        assertThat(RunningScopes.VERSION).isEqualTo(1);
        assertThat(Stream.of(RunningScope.class, RunningScopes.class)
                        .flatMap(type -> Stream.<Executable>concat(
                                Arrays.stream(type.getDeclaredConstructors()),
                                Arrays.stream(type.getDeclaredMethods())))
                        .filter(member -> Modifier.isPublic(member.getModifiers()))
                        .map(Executable::toGenericString)
                        .map(text -> text.replaceAll("\\b([a-z]+\\.)+(?=[A-Z])", "")))
                .containsExactlyInAnyOrder(
                        "public RunningScope(long,boolean,boolean,int,BooleanSupplier,Instant,Long,"
                                + "BiConsumer<String, Boolean>,BiFunction<String, String, LongUnaryOperator>)",
                        "public boolean RunningScope.isUsed()",
                        "public static RunningScope RunningScopes.enter(RunningScope)",
                        "public static void RunningScopes.exit(RunningScope)",
                        "public static boolean RunningScopes.haveInitializersDrawn()",
                        "public static Long RunningScopes.current()",
                        "public static void RunningScopes.installed(String)",
                        "public static String RunningScopes.failed()",
                        "public static void RunningScopes.onDemand(UnaryOperator<String>)",
                        "public static String RunningScopes.install(String)",
                        "public static void RunningScopes.iterateImmutable(long,boolean)",
                        "public static int RunningScopes.waiting()",
                        "public static boolean RunningScopes.isIdle()");
    }
}
