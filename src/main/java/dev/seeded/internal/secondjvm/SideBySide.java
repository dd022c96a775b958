package dev.seeded.internal.secondjvm;

import dev.seeded.Seed;
import dev.seeded.internal.config.Run;
import dev.seeded.internal.config.Setting;
import dev.seeded.internal.config.Settings;
import dev.seeded.internal.config.Validated;
import dev.seeded.internal.execution.Jupiter;
import dev.seeded.internal.execution.RunResults;
import dev.seeded.internal.export.ReportLine;
import dev.seeded.internal.export.ReportLine.How;
import dev.seeded.internal.export.ReportLine.Kind;
import dev.seeded.internal.memory.Memory;
import dev.seeded.internal.memory.RunningSeed;
import dev.seeded.internal.seed.Derivation;
import dev.seeded.internal.seed.Identity;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Timer;
import java.util.TimerTask;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.ConfigurationParameters;

/**
 * Explores beside the JVM that asks. A file names the run that goes on, or has failed and is not yet known there, so that a kill
 * leaves it.
 */
final class SideBySide {

    /** Whoever waits for an answer has others to deal runs to. */
    private static final Duration TIME = Duration.ofMillis(250);

    /** A run that takes longer is told to the JVM that asks, for its line of progress. */
    private static final Duration SLOW = Duration.ofSeconds(1);

    private final Channel channel;
    private final Validated<Run> run;
    private final RunningSeed running;

    /** The run that goes on, until it is told that it is slow; null otherwise. */
    private volatile @Nullable Started started;

    private record Started(Seed seed, long time) {

        boolean isSlow() {
            return System.nanoTime() - time > SLOW.toNanos();
        }
    }

    SideBySide(Channel channel, ConfigurationParameters parameters) {
        this.channel = channel;
        this.run = Run.ofThisJvm(parameters::get);
        this.running = RunningSeed.of(Memory.of(Settings.ofThisJvm(parameters::get)));
        TimerTask tell = new TimerTask() {
            @Override
            public void run() {
                tellIfSlow();
            }
        };
        new Timer("seeded-slow-runs", true).schedule(tell, SLOW.toMillis(), SLOW.toMillis());
    }

    private void tellIfSlow() {
        Started found = started;
        if (found != null && found.isSlow()) {
            started = null;
            try {
                channel.send(found.seed.value());
            } catch (IOException end) {
                // It is read where this JVM waits for questions.
            }
        }
    }

    /** Removes the file, and waits for the run that goes on if that is wanted: it may have failed. */
    void end(JvmEnd how) {
        if (how == JvmEnd.NOW) {
            running.close();
        } else {
            running.endInOrder();
        }
    }

    /** Leaves the file, unless somebody ends this JVM from outside, in order. */
    void end() {
        running.endIfSignalled();
    }

    /** Runs what is asked for; returns why it cannot, where that is so. */
    Object answer(ManyRuns wanted, Jupiter jupiter) {
        List<Answer> answers = new ArrayList<>();
        // Most pass, and take no space then.
        Map<Answer, Answer> distinct = new HashMap<>();
        long end = System.nanoTime() + TIME.toNanos();
        boolean hasFailed = false;
        for (long number = wanted.from(); number < wanted.end() && !hasFailed && System.nanoTime() < end; number++) {
            Seed seed = Seed.of(Derivation.runSeed(wanted.first(), number));
            running.write(line(wanted, Kind.RUNNING, seed, Optional.empty()));
            started = new Started(seed, System.nanoTime());
            RunResults results =
                    jupiter.run(wanted.tests(), Map.of(Setting.SEED.property(), seed.toString()), test -> {});
            started = null;
            if (results.problem().isPresent()) {
                running.idle();
                return new Problem(results.problem().get().toString());
            }
            Answer answer = Answer.of(results, List.of());
            Optional<String> failed = wanted.titles().keySet().stream()
                    .filter(test -> answer.result(test)
                            .filter(result -> result.hasFailed())
                            .isPresent())
                    .findFirst();
            hasFailed = failed.isPresent();
            if (hasFailed) {
                running.write(line(wanted, Kind.KEPT, seed, failed));
            } else {
                running.idle();
            }
            answers.add(distinct.computeIfAbsent(answer, found -> found));
        }
        return new ManyAnswers(answers);
    }

    private ReportLine line(ManyRuns wanted, Kind kind, Seed seed, Optional<String> test) {
        String first = test.orElseGet(() -> wanted.titles().keySet().iterator().next());
        boolean isOne = test.isPresent() || wanted.titles().size() == 1;
        String identity = Identity.of(first);
        return ReportLine.of(
                kind,
                isOne ? wanted.titles().getOrDefault(first, "") : wanted.className(),
                isOne ? identity : identity.substring(0, identity.lastIndexOf("/[")),
                seed,
                How.of(wanted.selection(), run.get().with(seed)));
    }
}
