package dev.seeded.internal.jvm.agent;

import dev.seeded.internal.jvm.agent.Edit.Kind;
import java.util.List;

/** What can work, or fail, by itself: a kind of API, or a way from thread to thread. */
enum Hook {
    RANDOM(
            "java.util.Random",
            new Edit(
                    "java/util/Random",
                    "<init>",
                    "()V",
                    Kind.MARK,
                    "s",
                    "unseeded",
                    "(" + Names.SEED + ")" + Names.SEED),
            new Edit(
                    "java/util/Random",
                    "next",
                    "(I)I",
                    Kind.DRAW,
                    "s",
                    "random",
                    "(" + Names.SEED + Names.CONTEXT,
                    "next(I)I"),
            new Edit(
                    "java/util/Random",
                    "nextGaussian",
                    "()D",
                    Kind.DRAW,
                    "s",
                    "gaussian",
                    "(" + Names.SEED + Names.CONTEXT,
                    "gaussian(Ljava/util/Random;)D"),
            new Edit("java/util/Random", "setSeed", "(J)V", Kind.TELL, "s", "seeded", "(" + Names.SEED + ")V")),

    THREAD_LOCAL_RANDOM(
            "java.util.concurrent.ThreadLocalRandom",
            new Edit(
                    "java/util/concurrent/ThreadLocalRandom",
                    "nextSeed",
                    "()J",
                    Kind.DRAW,
                    "",
                    "local",
                    "(" + Names.CONTEXT,
                    "local()J")),

    MATH(
            "java.lang.Math.random",
            new Edit("java/lang/Math", "random", "()D", Kind.DRAW, "", "math", "(" + Names.CONTEXT, "math()D"),
            new Edit("java/lang/StrictMath", "random", "()D", Kind.DRAW, "", "math", "(" + Names.CONTEXT, "math()D")),

    UUID(
            "java.util.UUID.randomUUID",
            new Edit(
                    "java/util/UUID",
                    "randomUUID",
                    "()Ljava/util/UUID;",
                    Kind.DRAW,
                    "",
                    "uuid",
                    "(" + Names.CONTEXT,
                    "uuid()Ljava/util/UUID;")),

    SHUFFLE(
            "java.util.Collections.shuffle",
            new Edit(
                    "java/util/Collections",
                    "shuffle",
                    "(Ljava/util/List;)V",
                    Kind.FINISH,
                    "0",
                    "shuffle",
                    "(Ljava/util/List;)Z")),

    SECURE_RANDOM(
            "java.security.SecureRandom",
            new Edit(
                    "java/security/SecureRandom",
                    "nextBytes",
                    "([B)V",
                    Kind.FINISH,
                    "01",
                    "secure",
                    "(" + Names.SECURE + "[B)Z"),
            new Edit(
                    "java/security/SecureRandom",
                    "generateSeed",
                    "(I)[B",
                    Kind.BYTES,
                    "0i",
                    "secure",
                    "(" + Names.SECURE + "I)[B"),
            new Edit(
                    "java/security/SecureRandom",
                    "setSeed",
                    "([B)V",
                    Kind.TELL,
                    "0",
                    "seeded",
                    "(" + Names.SECURE + ")V")),

    /** The generators of {@code java.util.random} are in a module of their own until Java 18. */
    GENERATORS(
            "java.util.random.RandomGenerator",
            created("java/util/SplittableRandom"),
            created("jdk/random/L32X64MixRandom"),
            created("jdk/random/L64X128MixRandom"),
            created("jdk/random/L64X128StarStarRandom"),
            created("jdk/random/L64X256MixRandom"),
            created("jdk/random/L64X1024MixRandom"),
            created("jdk/random/L128X128MixRandom"),
            created("jdk/random/L128X256MixRandom"),
            created("jdk/random/L128X1024MixRandom"),
            created("jdk/random/Xoroshiro128PlusPlus"),
            created("jdk/random/Xoshiro256PlusPlus"),
            created("jdk/internal/random/L32X64MixRandom"),
            created("jdk/internal/random/L64X128MixRandom"),
            created("jdk/internal/random/L64X128StarStarRandom"),
            created("jdk/internal/random/L64X256MixRandom"),
            created("jdk/internal/random/L64X1024MixRandom"),
            created("jdk/internal/random/L128X128MixRandom"),
            created("jdk/internal/random/L128X256MixRandom"),
            created("jdk/internal/random/L128X1024MixRandom"),
            created("jdk/internal/random/Xoroshiro128PlusPlus"),
            created("jdk/internal/random/Xoshiro256PlusPlus")),

    THREADS(
            "java.lang.Thread",
            new Edit("java/lang/Thread", "start", "", Kind.TELL, "0", "start", "(Ljava/lang/Thread;)V")),

    VIRTUAL_THREADS(
            "virtual threads",
            new Edit(
                    "java/lang/VirtualThread",
                    "start",
                    "(Ljdk/internal/vm/ThreadContainer;)V",
                    Kind.TELL,
                    "0",
                    "start",
                    "(Ljava/lang/Thread;)V")),

    THREAD_POOLS(
            "java.util.concurrent.ThreadPoolExecutor",
            new Edit(
                    "java/util/concurrent/ThreadPoolExecutor",
                    "execute",
                    "(Ljava/lang/Runnable;)V",
                    Kind.TELL,
                    "10",
                    "submit",
                    Names.POOLED),
            new Edit(
                    "java/util/concurrent/ThreadPoolExecutor",
                    "remove",
                    "(Ljava/lang/Runnable;)Z",
                    Kind.TELL,
                    "10",
                    "forget",
                    Names.POOLED),
            new Edit(
                    "java/util/concurrent/ThreadPoolExecutor",
                    "reject",
                    "(Ljava/lang/Runnable;)V",
                    Kind.TELL,
                    "10",
                    "reject",
                    Names.POOLED),
            new Edit("java/util/concurrent/ThreadPoolExecutor", "runWorker", "", Kind.RUN, "0", "run", Names.POOLED),
            new Edit(
                    "java/util/concurrent/ThreadPoolExecutor",
                    "addWorker",
                    "",
                    Kind.BEFORE_START,
                    "",
                    "worker",
                    "(Ljava/lang/Thread;)V")),

    SCHEDULED_POOLS(
            "java.util.concurrent.ScheduledThreadPoolExecutor",
            new Edit(
                    "java/util/concurrent/ScheduledThreadPoolExecutor",
                    "delayedExecute",
                    "",
                    Kind.TELL,
                    "1",
                    "submit",
                    Names.TASK),
            new Edit(
                    "java/util/concurrent/ScheduledThreadPoolExecutor",
                    "reExecutePeriodic",
                    "",
                    Kind.TELL,
                    "1",
                    "keep",
                    Names.TASK)),

    FORK_JOIN(
            "java.util.concurrent.ForkJoinPool",
            new Edit("java/util/concurrent/ForkJoinTask", "fork", "", Kind.TELL, "0", "submit", Names.TASK),
            new Edit("java/util/concurrent/ForkJoinTask", "doExec", "", Kind.TELL, "0", "begin", Names.TASK),
            new Edit("java/util/concurrent/ForkJoinTask", "doExec", "", Kind.TELL_AT_END, "0", "end", Names.TASK),
            inline("invoke"),
            inline("quietlyInvoke"),
            inline("invokeAll"),
            new Edit(
                    "java/util/concurrent/CompletableFuture$ThreadPerTaskExecutor",
                    "execute",
                    "",
                    Kind.TELL,
                    "1",
                    "handOver",
                    Names.TASK),
            // One of these two takes all submissions, depending on the version.
            new Edit(
                            "java/util/concurrent/ForkJoinPool",
                            "externalSubmit",
                            "(" + Names.FORK_JOIN_TASK + ")" + Names.FORK_JOIN_TASK,
                            Kind.TELL,
                            "10",
                            "submit",
                            Names.TASK_AND_POOL)
                    .inSomeVersions(),
            new Edit(
                            "java/util/concurrent/ForkJoinPool",
                            "poolSubmit",
                            "(Z" + Names.FORK_JOIN_TASK + ")" + Names.FORK_JOIN_TASK,
                            Kind.TELL,
                            "20",
                            "submit",
                            Names.TASK_AND_POOL)
                    .inSomeVersions(),
            new Edit(
                            "java/util/concurrent/ForkJoinPool",
                            "scheduleDelayedTask",
                            "",
                            Kind.TELL,
                            "1",
                            "submit",
                            Names.TASK)
                    .inSomeVersions(),
            new Edit(
                    "java/util/concurrent/CompletableFuture$UniCompletion",
                    "<init>",
                    "",
                    Kind.TELL_AT_END,
                    "01",
                    "depend",
                    "(Ljava/lang/Object;Ljava/lang/Object;)V")),

    TEMPORARY_FILES(
            "names of temporary files",
            new Edit("java/nio/file/TempFileHelper", "generatePath", "", Kind.ASIDE, "", "suspend", "()V"),
            new Edit("java/io/File$TempDirectory", "generateFile", "", Kind.ASIDE, "", "suspend", "()V")),

    /** On demand only: it costs a little in every iteration. */
    COLLECTIONS(
            "iteration of Set.of and Map.of",
            read("Set12", "REVERSE", "reverse", "(Z)Z").inSomeVersions(),
            read("Set12$1", "REVERSE", "reverse", "(Z)Z").inSomeVersions(),
            read("SetN$SetNIterator", "SALT32L", "salt", "(J)J"),
            read("SetN$SetNIterator", "REVERSE", "forward", "(Z)Z"),
            read("MapN$MapNIterator", "SALT32L", "salt", "(J)J"),
            read("MapN$MapNIterator", "REVERSE", "forward", "(Z)Z"));

    /** An enum's constants cannot use its own static fields. */
    private static final class Names {

        static final String SEED = "Ljava/util/concurrent/atomic/AtomicLong;";
        static final String SECURE = "Ljava/security/SecureRandom;";
        static final String CONTEXT = ")L" + Edit.CONTEXT + ";";
        static final String TASK = "(Ljava/lang/Object;)V";
        static final String POOLED = "(Ljava/lang/Runnable;Ljava/util/concurrent/ThreadPoolExecutor;)V";
        static final String TASK_AND_POOL = "(Ljava/lang/Object;Ljava/util/concurrent/ForkJoinPool;)V";
        static final String FORK_JOIN_TASK = "Ljava/util/concurrent/ForkJoinTask;";
    }

    private final String label;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<Edit> edits;

    Hook(String label, Edit... edits) {
        this.label = label;
        this.edits = List.of(edits);
    }

    /** Returns the name by which users know what is hooked. */
    String label() {
        return label;
    }

    boolean isForThisJvm() {
        return this == VIRTUAL_THREADS ? Runtime.version().feature() >= 21 : this != COLLECTIONS;
    }

    /** Returns the changes, of one or several classes. */
    List<Edit> edits() {
        return edits;
    }

    private static Edit created(String owner) {
        return new Edit(owner, "<init>", "()V", Kind.CREATE, "", "created", "(J)J");
    }

    private static Edit read(String owner, String field, String hook, String type) {
        return new Edit("java/util/ImmutableCollections$" + owner, "*", "", Kind.READ, "", hook, type, field);
    }

    private static Edit inline(String method) {
        return new Edit("java/util/concurrent/ForkJoinTask", method, "", Kind.BEFORE_EXECUTION, "", "keep", Names.TASK);
    }
}
