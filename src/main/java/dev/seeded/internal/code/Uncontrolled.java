package dev.seeded.internal.code;

import dev.seeded.internal.code.ClassCode.Call;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The methods of the JDK whose results no seed repeats. */
final class Uncontrolled {

    private static final Set<String> NETWORK = Set.of(
            "java/net/Socket",
            "java/net/ServerSocket",
            "java/net/DatagramSocket",
            "java/net/MulticastSocket",
            "java/net/URLConnection",
            "java/net/HttpURLConnection",
            "java/net/http/HttpClient",
            "java/nio/channels/SocketChannel",
            "java/nio/channels/ServerSocketChannel",
            "java/nio/channels/DatagramChannel",
            "java/nio/channels/AsynchronousSocketChannel",
            "java/nio/channels/AsynchronousServerSocketChannel",
            "com/sun/net/httpserver/HttpServer");

    private static final Set<String> EXECUTORS = Set.of(
            "java/util/concurrent/Executor",
            "java/util/concurrent/ExecutorService",
            "java/util/concurrent/ScheduledExecutorService",
            "java/util/concurrent/ExecutorCompletionService",
            "java/util/concurrent/Executors",
            "java/util/concurrent/ForkJoinPool",
            "java/util/concurrent/ScheduledThreadPoolExecutor",
            "java/util/concurrent/ThreadPoolExecutor",
            "java/util/Timer",
            "kotlin/concurrent/ThreadsKt");

    /** What draws random numbers, or makes a generator, without a seed. */
    private static final Map<String, String> UNSEEDED = Map.ofEntries(
            Map.entry("java/lang/Math.random()D", "Math.random"),
            Map.entry("java/lang/StrictMath.random()D", "StrictMath.random"),
            Map.entry("java/util/UUID.randomUUID()Ljava/util/UUID;", "UUID.randomUUID"),
            Map.entry("java/util/Collections.shuffle(Ljava/util/List;)V", "Collections.shuffle"),
            Map.entry("java/util/Random.<init>()V", "new Random()"),
            Map.entry("java/util/SplittableRandom.<init>()V", "new SplittableRandom()"),
            Map.entry("java/security/SecureRandom.<init>()V", "new SecureRandom()"),
            Map.entry(
                    "java/util/concurrent/ThreadLocalRandom.current()Ljava/util/concurrent/ThreadLocalRandom;",
                    "ThreadLocalRandom.current"));

    private Uncontrolled() {}

    /** Returns what is not seeded where a method is called, unless the JVM's random numbers are; empty for nothing. */
    static Optional<String> unseededBy(Call call) {
        return Optional.ofNullable(UNSEEDED.get(call.owner() + "." + call.method()));
    }

    /** Returns what is not controlled where a method is called; empty for nothing. */
    static Optional<String> by(Call call) {
        String owner = call.owner();
        String method = call.name();
        if (owner.equals("java/lang/System") && (method.equals("nanoTime") || method.equals("identityHashCode"))) {
            return Optional.of("System." + method);
        }
        if (NETWORK.contains(owner) || (owner.equals("java/net/URL") && method.startsWith("open"))) {
            return Optional.of("the network");
        }
        return startsThreads(owner, method) ? Optional.of("threads") : Optional.empty();
    }

    private static boolean startsThreads(String owner, String method) {
        return EXECUTORS.contains(owner)
                || (owner.startsWith("java/lang/Thread") && method.startsWith("start"))
                || (owner.equals("java/util/concurrent/CompletableFuture") && method.endsWith("Async"))
                || (owner.startsWith("java/util/") && method.startsWith("parallel"));
    }
}
