package dev.seeded.internal.secondjvm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.testing.AgentJvm;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("jdk")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class MapOrderTests {

    @Test
    void isThatOfAMapWithTwoEntries() {
        String order = MapOrder.ofThisJvm();

        assertThat(order).hasSize(4).contains("0", "1", "2", "3");
        for (int one = 0; one < 4; one++) {
            for (int other = 0; other < one; other++) {
                List<Integer> iterated = List.copyOf(Map.of(one, "", other, "").keySet());
                assertThat(order.indexOf("" + iterated.get(0))).isLessThan(order.indexOf("" + iterated.get(1)));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0123", "1230", "2301", "3012", "3210", "2103", "1032", "0321"})
    void isTurned(String order) {
        assertThat(new AgentJvm().run(Turned.class, order).success())
                .isEqualTo(new StringBuilder(order).reverse() + "\n");
    }

    @Test
    void isTurnedThoughItWasCompiledBefore() {
        assertThat(new AgentJvm()
                        .with("-Xcomp")
                        .with("-XX:CompileCommand=quiet")
                        .with("-XX:CompileCommand=compileonly,java/util/ImmutableCollections*.*")
                        .run(Turned.class, "0123")
                        .success())
                .isEqualTo("3210\n");
    }

    /** Whatever the first JVM chose: sets and maps of two differ in each case, larger ones go in the other direction. */
    @Test
    void leavesNoSmallCollectionAsItWas() {
        String here = orders();

        String there =
                new AgentJvm().run(Turned.class, MapOrder.ofThisJvm(), "orders").success();

        List<String> first = here.lines().toList();
        List<String> second = there.lines().skip(1).toList();
        assertThat(second).hasSameSizeAs(first);
        for (int line = 0; line < first.size(); line++) {
            assertThat(second.get(line)).isNotEqualTo(first.get(line));
        }
    }

    /** Returns how this JVM iterates over sets and maps of two to nine elements, a line each. */
    private static String orders() {
        StringBuilder orders = new StringBuilder();
        for (int first = 0; first < 40; first++) {
            List<Integer> elements = new ArrayList<>();
            Map<Integer, Integer> entries = new HashMap<>();
            for (int element = 0; element < 9; element++) {
                elements.add(first + element * 7);
                entries.put(first + element * 7, 0);
                if (element > 0) {
                    orders.append(Set.of(elements.toArray())).append('\n');
                    orders.append(Map.copyOf(entries).keySet()).append('\n');
                }
            }
        }
        return orders.toString();
    }

    private static final class Turned {

        public static void main(String... arguments) {
            MapOrder.oppose(arguments[0]);
            System.out.println(MapOrder.ofThisJvm());
            if (arguments.length > 1) {
                System.out.print(orders());
            }
        }
    }
}
