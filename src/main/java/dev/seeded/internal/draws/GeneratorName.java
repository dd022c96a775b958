package dev.seeded.internal.draws;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * The name of a generator, which is the same in each run.
 *
 * @param context the unique id of the context that it belongs to
 * @param kind its class or algorithm; the API for one of the JVM's own
 * @param owner the element that has it for itself, or the task that draws from the JVM; may be empty
 * @param children the numbers of the generator that was made of the first one, of the one made of that, and so on
 */
public record GeneratorName(String context, String kind, String owner, List<Integer> children) implements Serializable {

    /** Names a generator that comes from no other. */
    public GeneratorName(String context, String kind, String owner) {
        this(context, kind, owner, List.of());
    }

    GeneratorName child(int number) {
        List<Integer> all = new ArrayList<>(children);
        all.add(number);
        return new GeneratorName(context, kind, owner, List.copyOf(all));
    }

    /** Returns how many generators were made, one of another or after another, until there was this one. */
    public long descent() {
        long sum = 0;
        for (int child : children) {
            sum += child;
        }
        return sum;
    }

    /** Returns what a person calls it who knows the test: the last segment of the context is enough. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(kind).append(owner.isEmpty() ? "" : " " + owner);
        children.forEach(child -> text.append(" child ").append(child));
        String where = context.substring(context.lastIndexOf("/[") + 1);
        return text + " in "
                + (where.startsWith("[") && where.endsWith("]")
                        ? where.substring(where.indexOf(':') + 1, where.length() - 1)
                                .replaceFirst("^#", "invocation ")
                        : where);
    }
}
