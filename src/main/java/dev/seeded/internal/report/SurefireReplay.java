package dev.seeded.internal.report;

import dev.seeded.Seed;
import java.util.Optional;

/** Maven Surefire's command. */
record SurefireReplay() implements Replay {

    @Override
    public String command(TestName test, Optional<Seed> seed) {
        String filter =
                test.className() + test.method().map(method -> "#" + method).orElse("");
        return "mvn test -Dtest=" + Shell.quote(filter)
                + seed.map(value -> " -Dseed=" + value).orElse("");
    }
}
