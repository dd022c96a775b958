package dev.seeded.jvm;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The APIs of the JDK by which code draws without a seed. */
public enum Draws {
    MATH_RANDOM(Math::random),
    STRICT_MATH_RANDOM(StrictMath::random),
    NEW_RANDOM_INT(() -> new Random().nextInt()),
    HELD_RANDOM_LONG(() -> Held.RANDOM.nextLong()),
    HELD_RANDOM_BOUNDED(() -> Held.RANDOM.nextInt(1_000_000)),
    HELD_RANDOM_GAUSSIAN(() -> Held.RANDOM.nextGaussian()),
    RANDOM_INTS(() -> new Random().ints(5).boxed().toList()),
    RANDOM_BYTES(() -> hex(bytes -> new Random().nextBytes(bytes))),
    THREAD_LOCAL_INT(() -> ThreadLocalRandom.current().nextInt()),
    THREAD_LOCAL_LONG_RANGE(() -> ThreadLocalRandom.current().nextLong(10, 1L << 40)),
    THREAD_LOCAL_DOUBLE(() -> ThreadLocalRandom.current().nextDouble()),
    THREAD_LOCAL_DOUBLES(() -> ThreadLocalRandom.current().doubles(3).boxed().toList()),
    RANDOM_UUID(UUID::randomUUID),
    SHUFFLE(() -> {
        List<Integer> list = new ArrayList<>(IntStream.range(0, 30).boxed().toList());
        Collections.shuffle(list);
        return list;
    }),
    NEW_SECURE_RANDOM(() -> new SecureRandom().nextLong()),
    HELD_SECURE_RANDOM_BYTES(() -> hex(Held.SECURE::nextBytes)),
    SECURE_RANDOM_SEED(() -> HexFormat.of().formatHex(Held.SECURE.generateSeed(9))),
    SPLITTABLE_RANDOM(() -> new SplittableRandom().split().nextLong()),
    DEFAULT_GENERATOR(() -> RandomGenerator.getDefault().nextLong()),
    EVERY_GENERATOR(() -> RandomGeneratorFactory.all()
            .map(RandomGeneratorFactory::name)
            .sorted()
            .map(name -> name + "=" + RandomGenerator.of(name).nextLong())
            .collect(Collectors.joining(" ")));

    private static final class Held {

        static final Random RANDOM = new Random();
        static final SecureRandom SECURE = new SecureRandom();
    }

    private final Supplier<Object> source;

    Draws(Supplier<Object> source) {
        this.source = source;
    }

    /** Returns the text of one draw. */
    public String draw() {
        return source.get().toString();
    }

    /** Draws from every API, one text each. */
    public static List<String> all() {
        return Arrays.stream(values()).map(Draws::draw).toList();
    }

    private interface Bytes {

        void fill(byte[] bytes);
    }

    private static String hex(Bytes source) {
        byte[] bytes = new byte[11];
        source.fill(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
