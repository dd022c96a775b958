package dev.seeded.internal.execution;

import java.io.Serializable;
import java.util.List;

/**
 * A test that is to run.
 *
 * @param id its unique id in Jupiter's engine
 * @param invocations the unique ids of those of its invocations that are to run; none for all
 */
public record SelectedTest(String id, List<String> invocations) implements Serializable {

    /** Selects a whole test. */
    public SelectedTest(String id) {
        this(id, List.of());
    }

    /** Returns the unique ids by which Jupiter finds it. */
    List<String> ids() {
        return invocations.isEmpty() ? List.of(id) : invocations;
    }

    /** Returns the unique id of what contains it. */
    String parent() {
        return id.substring(0, id.lastIndexOf("/["));
    }
}
