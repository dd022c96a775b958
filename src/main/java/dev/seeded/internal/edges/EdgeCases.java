package dev.seeded.internal.edges;

import dev.seeded.Seed;
import dev.seeded.internal.draws.Domain;
import dev.seeded.internal.draws.DrawSource;
import dev.seeded.internal.draws.GeneratorName;
import dev.seeded.internal.draws.UserCode;
import dev.seeded.internal.edges.Past.Recent;
import dev.seeded.internal.generator.StandInThread;
import dev.seeded.internal.seed.Derivation;
import java.lang.StackWalker.StackFrame;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.LongSupplier;

/** Plays edge cases to the generators of one context. Safe for concurrent use, as far as generators are. */
public final class EdgeCases implements DrawSource {

    /** What a failure says that edge cases were drawn. */
    public static final String SAID = ", with edge cases";

    /** After so many draws at one place, or generators made of one, a loop may wait for a number that never comes. */
    private static final int MOST = 1_000;

    private static final StackWalker WALKER = StackWalker.getInstance(Set.of(), 8);

    private final EdgeMix mix;
    private final Seed seed;
    private final UserConstants constants;
    private final Map<GeneratorName, Played> generators = new ConcurrentHashMap<>();
    private final Set<String> kept = new ConcurrentSkipListSet<>();

    /** Whether there is a generator to which they are played. */
    private volatile boolean played;

    /** How often another thread has drawn from a generator than before: 0, 1 where it was handed over, or more. */
    private volatile int handedOver;

    /**
     * Plays edge cases.
     *
     * @param mix which
     * @param seed decides what is chosen among them
     * @param test leads to the code under test
     */
    public EdgeCases(EdgeMix mix, Seed seed, Class<?> test) {
        this.mix = mix;
        this.seed = seed;
        constants = UserConstants.of(test);
    }

    @Override
    public long next(GeneratorName generator, String method, Domain domain, LongSupplier own) {
        if (generator.descent() >= MOST) {
            return own.getAsLong();
        }
        Played played = generators.computeIfAbsent(generator, Played::new);
        handedOver = Math.max(handedOver, played.handedOver());
        return domain.least() == domain.most() ? own.getAsLong() : played.next(method, domain, own);
    }

    /** Returns what plays edge cases to the streams of the JVM, of which each belongs to a task, whichever thread runs it. */
    public DrawSource ofJvm() {
        return new DrawSource() {
            @Override
            public long next(GeneratorName generator, String method, Domain domain, LongSupplier own) {
                played = true;
                return generators.computeIfAbsent(generator, Played::new).next(method, domain, own);
            }

            @Override
            public void keep(GeneratorName generator) {
                EdgeCases.this.keep(generator);
            }
        };
    }

    /** Returns whether another thread than the first has drawn from a generator. */
    public boolean isDrawnElsewhere() {
        return handedOver > 0;
    }

    /** Returns whether threads may have drawn from one generator at the same time. */
    public boolean isShared() {
        return handedOver > 1;
    }

    @Override
    public void keep(GeneratorName generator) {
        kept.add(generator.kind());
    }

    /** Takes a generator that a test was given, after those that keep their seed were named. */
    public void handOut(GeneratorName generator) {
        played |= !kept.contains(generator.kind());
    }

    /** Returns whether something draws them: else a run is uniform. */
    public boolean arePlayed() {
        return played;
    }

    /** Ported code relies on its sequence. */
    @Override
    public boolean replaces(GeneratorName generator, boolean isPinned) {
        return false;
    }

    /** Returns what a failure says of them. */
    public String text() {
        return SAID
                + (kept.isEmpty()
                        ? ""
                        : " (" + String.join(", ", kept) + (kept.size() == 1 ? " keeps its" : " keep their")
                                + " seed)");
    }

    /** The place of a draw in the user's code, with the method that is called there. */
    private record Place(String type, String method, int index, String drawn) {

        static Place here(String drawn) {
            return WALKER.walk(frames -> frames.filter(frame -> UserCode.includes(frame.getClassName()))
                    .findFirst()
                    .map(frame -> of(frame, drawn))
                    .orElseGet(() -> new Place("", "", 0, drawn)));
        }

        private static Place of(StackFrame frame, String drawn) {
            return new Place(frame.getClassName(), frame.getMethodName(), frame.getByteCodeIndex(), drawn);
        }
    }

    /** What is played to one generator, which draws one number after the other. */
    private final class Played {

        private final Dice dice;
        private final Map<Place, Past> places = new HashMap<>();
        private final Map<Domain, Recent> ranges = new HashMap<>();
        private Thread thread = Thread.currentThread();
        private int handedOver;

        Played(GeneratorName name) {
            dice = new Dice(Derivation.edgeCases(seed.value(), name.kind() + " " + name.owner() + name.children()));
        }

        /** Returns how often another thread has drawn than before, this draw included. */
        int handedOver() {
            handedOver += StandInThread.areTwo(thread, Thread.currentThread()) ? 1 : 0;
            thread = Thread.currentThread();
            return handedOver;
        }

        long next(String method, Domain domain, LongSupplier own) {
            Past past = places.computeIfAbsent(Place.here(method), unused -> new Past(mix, constants));
            if (past.draws() >= MOST) {
                return own.getAsLong();
            }
            past.next(ranges.computeIfAbsent(domain, unused -> new Recent()));
            Range range = Range.of(method, domain);
            Number number = past.goOn();
            if (number == null) {
                number = mix.next(range, dice)
                        .map(value -> value.of(range, past, dice))
                        .orElse(null);
            }
            long value = (number == null ? OptionalLong.empty() : range.find(number, past)).orElseGet(own);
            past.add(domain.number(value));
            return value;
        }
    }
}
