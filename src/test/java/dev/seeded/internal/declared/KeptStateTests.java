package dev.seeded.internal.declared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.Seed;
import dev.seeded.testing.Counter;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.AbstractList;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Scanner;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KeptStateTests {

    @ParameterizedTest
    @MethodSource
    void seesWhatAnObjectMayHaveKept(Object value) {
        assertThat(KeptState.keptIn(Stream.empty(), List.of(new Holder(value))))
                .contains("the field " + Holder.class.getName() + ".kept");
    }

    static Stream<Object> seesWhatAnObjectMayHaveKept() throws Exception {
        Counter counter = new Counter();
        counter.next();
        LongAdder adder = new LongAdder();
        adder.increment();
        IntSupplier function = counter::next;
        return Stream.of(
                ByteBuffer.allocate(1),
                List.of("a").iterator(),
                new Scanner("a"),
                new StringBuilder("a"),
                new BitSet(),
                new ArrayDeque<>(List.of("a")),
                new AtomicInteger(1),
                adder,
                MessageDigest.getInstance("SHA-256"),
                new Random(1),
                new ThreadLocal<>(),
                new ByteArrayInputStream(new byte[1]),
                new ByteArrayInputStream(new byte[1]) {},
                counter,
                new Service(new HashMap<>(Map.of("a", 1))),
                List.of(counter),
                Map.of("a", counter),
                Optional.of(counter),
                new Pair("a", new int[1]),
                function,
                new Closed());
    }

    @ParameterizedTest
    @MethodSource
    void seesThatAnObjectKeepsNothing(Object value) {
        assertThat(KeptState.keptIn(Stream.empty(), List.of(new Holder(value)))).isEmpty();
    }

    static Stream<Object> seesThatAnObjectKeepsNothing() {
        Function<String, Integer> function = String::length;
        String text = "a";
        Supplier<String> captured = () -> text + text;
        return Stream.of(
                "a",
                1,
                new BigDecimal("1.5"),
                Pattern.compile("a"),
                Path.of("a"),
                StandardCharsets.UTF_8,
                Duration.ZERO,
                ZoneId.of("Asia/Tokyo"),
                DateTimeFormatter.ISO_DATE,
                URI.create("a"),
                new UUID(1, 2),
                Locale.ROOT,
                Optional.of("a"),
                new Object(),
                new ReentrantLock(),
                Logger.getLogger("a"),
                TimeUnit.DAYS,
                Comparator.naturalOrder(),
                Comparator.comparing(function),
                String.CASE_INSENSITIVE_ORDER,
                function,
                captured,
                Seed.of(1),
                List.of("a", 1),
                Map.of("a", Duration.ZERO),
                new ArrayList<>(),
                new AtomicInteger(),
                new Counter(),
                new Service(new HashMap<>()),
                new Pair("a", "b"));
    }

    record Holder(Object kept) {}

    static class Service {
        private final Repository repository;

        Service(Map<String, Integer> rows) {
            repository = new Repository(rows);
        }
    }

    record Repository(Map<String, Integer> rows) {}

    record Pair(Object first, Object second) {}

    /** Such as that of a session that is closed. */
    static class Closed extends AbstractList<String> {
        @Override
        public String get(int at) {
            throw new IllegalStateException("closed");
        }

        @Override
        public int size() {
            throw new IllegalStateException("closed");
        }
    }
}
