package dev.seeded.etna;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What Jazzer calls with bytes, in a JVM of its own for each search: {@link JazzerFinder} gives the task by properties. */
public final class JazzerTarget {

    private static final Property PROPERTY =
            Workload.valueOf(System.getProperty("etna.workload")).properties(System.getProperty("etna.mutant")).stream()
                    .filter(property -> property.name().equals(System.getProperty("etna.property")))
                    .findAny()
                    .orElseThrow();

    private static final Count COUNT = new Count(new Limit(Long.MAX_VALUE, Long.MAX_VALUE));

    private JazzerTarget() {}

    public static void fuzzerTestOneInput(FuzzedDataProvider data) {
        COUNT.holds(PROPERTY.draw().apply(new Generated(data)));
        if (COUNT.outcome().isFound()) {
            System.err.println(JazzerFinder.FOUND + COUNT.outcome().runs());
            throw new AssertionError();
        }
    }

    private record Generated(FuzzedDataProvider data) implements Inputs {

        @Override
        public SearchTree searchTree() {
            List<Map.Entry<Integer, Boolean>> entries = new ArrayList<>();
            for (int size = data.consumeInt(0, 19); size > 0; size--) {
                entries.add(Map.entry(number(), flag()));
            }
            return SearchTrees.of(entries);
        }

        @Override
        public RedBlackTree redBlackTree() {
            List<Map.Entry<Integer, Integer>> entries = new ArrayList<>();
            for (int size = data.consumeInt(0, 19); size > 0; size--) {
                entries.add(Map.entry(number(), number()));
            }
            return RedBlackTrees.of(entries);
        }

        @Override
        public Term term() {
            return new Terms(bound -> data.consumeInt(0, bound - 1)).closed();
        }

        @Override
        public int number() {
            return data.consumeInt();
        }

        @Override
        public boolean flag() {
            return data.consumeBoolean();
        }
    }
}
