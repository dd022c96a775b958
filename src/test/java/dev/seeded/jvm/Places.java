package dev.seeded.jvm;

import dev.seeded.internal.jvm.DetectedDraw;
import dev.seeded.internal.jvm.Detections;
import dev.seeded.internal.jvm.JvmScope;
import dev.seeded.internal.jvm.JvmSeeding;
import dev.seeded.internal.jvm.JvmSeeding.Entered;
import java.io.File;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** Prints, in a JVM of its own, how draws are reported that come by many ways. */
final class Places {

    private Places() {}

    public static void main(String... arguments) throws Exception {
        report(() -> ThreadLocalRandom.current().ints(2).toArray());
        report(() -> new Random().longs(2, 0, 9).sum());
        report(() -> new Random().doubles().limit(2).sum());
        report(() -> new SecureRandom().ints(2).toArray());
        report(() -> new SecureRandom().nextLong());
        report(() -> {
            new Random().nextBytes(new byte[9]);
            ThreadLocalRandom.current().nextBytes(new byte[9]);
            return null;
        });
        report(() -> Stream.generate(UUID::randomUUID).limit(1).toList());
        report(() -> Optional.<Double>empty().orElseGet(Math::random));
        report(() -> Executors.newCachedThreadPool()
                .submit((Callable<Double>) Math::random)
                .get());
        report(() -> new BigInteger(9, new Random()));
        report(() -> kotlin.random.Random.Default.nextInt());
        report(() -> new BigInteger("1000000007").isProbablePrime(20));
        report(() -> new BigInteger("1000000006").nextProbablePrime());
        report(SSLContext::getDefault);
        report(() -> BigInteger.probablePrime(20, new Random()));
        report(System::currentTimeMillis);
        report(() -> new File("a").lastModified());
        report(() -> new File("a").lastModified(), Instant.EPOCH);
        report(() -> Files.getLastModifiedTime(Path.of(".")), Instant.EPOCH);
        report(
                () -> Files.readAttributes(Path.of("."), BasicFileAttributes.class)
                        .creationTime(),
                Instant.EPOCH);
        report(() -> List.of(System.currentTimeMillis(), System.nanoTime(), Instant.now(), new Date()), Instant.EPOCH);
        System.exit(0);
    }

    private static void report(Callable<?> draw) throws Exception {
        report(draw, null);
    }

    private static void report(Callable<?> draw, @Nullable Instant clock) throws Exception {
        Detections detections = new Detections();
        Entered test = JvmSeeding.enter(new JvmScope(1, false, true, Set.of(), null, clock, null, detections, null));
        draw.call();
        test.exit();
        System.out.println(String.join(
                "; ", detections.draws().stream().map(DetectedDraw::draw).toList()));
    }
}
