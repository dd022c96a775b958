package dev.seeded.internal.explore;

import dev.seeded.internal.config.Run;
import dev.seeded.internal.config.Setting;
import dev.seeded.internal.surroundings.Surroundings;
import java.util.Optional;

/**
 * The locale and time zone that a second JVM is given in place of those of this one. The run seed chooses them, so that a
 * replay has them again.
 *
 * @param here those of this JVM that the second one has not
 * @param there those that it has instead
 */
record Elsewhere(Surroundings here, Surroundings there) {

    /** Where all is as it is here. */
    static final Elsewhere AS_HERE = new Elsewhere(Surroundings.OF_MACHINE, Surroundings.OF_MACHINE);

    /** Returns where all is different that the user left to the machine. */
    static Elsewhere of(Run run) {
        Surroundings now = Surroundings.ofThisJvm();
        Surroundings left = new Surroundings(
                now.locale().filter(unused -> run.wanted().locale().isNothing()),
                now.zone().filter(unused -> run.wanted().zone().isNothing()));
        Surroundings there = left.others(run.seed().value());
        // Not each JDK has another locale.
        return new Elsewhere(new Surroundings(there.locale().flatMap(unused -> left.locale()), left.zone()), there);
    }

    /** Returns where only the time zone is different. */
    Elsewhere inZone() {
        return new Elsewhere(
                new Surroundings(Optional.empty(), here.zone()), new Surroundings(Optional.empty(), there.zone()));
    }

    /** Returns that the locale decides. */
    Cause locale() {
        return new Cause(
                "the default locale",
                here.tag().orElseThrow() + " here, " + there.tag().orElseThrow() + " there",
                "-D" + Setting.LOCALE.with(here.tag().orElseThrow()) + " gives both JVMs this locale");
    }

    /** Returns that the time zone decides. */
    Cause zone() {
        return new Cause(
                "the default time zone",
                here.id().orElseThrow() + " here, " + there.id().orElseThrow() + " there",
                "-D" + Setting.ZONE.with(here.id().orElseThrow()) + " gives both JVMs this zone");
    }
}
