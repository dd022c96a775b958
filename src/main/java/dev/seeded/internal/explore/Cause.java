package dev.seeded.internal.explore;

/**
 * Why two runs with one seed differ.
 *
 * @param text what decides, with the verb
 * @param remedy how to keep it from doing so; empty where that is not a matter of settings
 */
record Cause(String text, String remedy) {

    /** All that is known is that no seed decides. */
    static final Cause UNSEEDED = new Cause("something that is not seeded decides", "");

    /** Whatever is set is set alike. */
    static final Cause JVM = new Cause(
            "something that each JVM chooses for itself, such as the order of Set.of, decides",
            "-Dseed.check.jvm=false leaves the second JVM out");
}
