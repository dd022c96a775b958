package dev.seeded.internal.explore;

import dev.seeded.internal.config.Setting;

/**
 * Why two runs with one seed differ.
 *
 * @param what decides
 * @param values that it had in the two runs; empty where they are not known
 * @param remedy how to keep it from doing so; empty where that is not a matter of settings
 */
record Cause(String what, String values, String remedy) {

    /** All that is known is that no seed decides. */
    static final Cause UNSEEDED = new Cause("something that is not seeded", "", "");

    /** Both runs drew this, but not in the same thread. */
    static final Cause THREADS = new Cause("threads share the generator, and which of them draws first", "", "");

    /** Whatever is set is set alike. */
    static final Cause JVM = new Cause(
            "something that each JVM chooses for itself, such as the order of Set.of,",
            "",
            "-D" + Setting.CHECK_JVM.with("false") + " turns the second JVM off");

    /** The same, where the agent has directories listed in another order. */
    static final Cause JVM_OR_FILES = new Cause(
            "something that may differ from JVM to JVM, such as the order of Set.of or of the entries of a directory,",
            "",
            JVM.remedy);

    /** Returns the sentence that says so. */
    String decides(String object) {
        return what + " decides" + object + (values.isEmpty() ? "" : " (" + values + ")");
    }
}
