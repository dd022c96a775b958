package dev.seeded.internal.jvm.agent;

import static dev.seeded.internal.jvm.agent.Argument.BYTES;
import static dev.seeded.internal.jvm.agent.Argument.COUNT;
import static dev.seeded.internal.jvm.agent.Argument.FIRST;
import static dev.seeded.internal.jvm.agent.Argument.FORK_JOIN_POOL;
import static dev.seeded.internal.jvm.agent.Argument.LIST;
import static dev.seeded.internal.jvm.agent.Argument.POOL;
import static dev.seeded.internal.jvm.agent.Argument.RECEIVER;
import static dev.seeded.internal.jvm.agent.Argument.RUNNABLE;
import static dev.seeded.internal.jvm.agent.Argument.SECOND;
import static dev.seeded.internal.jvm.agent.Argument.SECURE;
import static dev.seeded.internal.jvm.agent.Argument.SEED;
import static dev.seeded.internal.jvm.agent.Argument.THREAD;
import static dev.seeded.internal.jvm.agent.Edit.afterCall;
import static dev.seeded.internal.jvm.agent.Edit.afterCallForArray;
import static dev.seeded.internal.jvm.agent.Edit.afterRead;
import static dev.seeded.internal.jvm.agent.Edit.afterTime;
import static dev.seeded.internal.jvm.agent.Edit.answer;
import static dev.seeded.internal.jvm.agent.Edit.beforeCall;
import static dev.seeded.internal.jvm.agent.Edit.changeInstant;
import static dev.seeded.internal.jvm.agent.Edit.changeResult;
import static dev.seeded.internal.jvm.agent.Edit.draw;
import static dev.seeded.internal.jvm.agent.Edit.drawAtEnd;
import static dev.seeded.internal.jvm.agent.Edit.finish;
import static dev.seeded.internal.jvm.agent.Edit.insteadOfExecute;
import static dev.seeded.internal.jvm.agent.Edit.insteadOfRun;
import static dev.seeded.internal.jvm.agent.Edit.mark;
import static dev.seeded.internal.jvm.agent.Edit.naturally;
import static dev.seeded.internal.jvm.agent.Edit.positions;
import static dev.seeded.internal.jvm.agent.Edit.seeded;
import static dev.seeded.internal.jvm.agent.Edit.setAside;
import static dev.seeded.internal.jvm.agent.Edit.suspend;
import static dev.seeded.internal.jvm.agent.Edit.tell;
import static dev.seeded.internal.jvm.agent.Edit.tellAtEnd;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What can work, or fail, by itself: a kind of API, or a way from thread to thread. */
enum Hook {
    RANDOM(
            "java.util.Random",
            mark("java/util/Random", "<init>()V", "unseeded"),
            draw("java/util/Random", "next(I)I", "next", SEED),
            answer("java/util/Random", "nextGaussian()D", "gaussian", "Ljava/lang/Double;", Argument.RANDOM, SEED),
            finish("java/util/Random", "nextBytes([B)V", "bytes", Argument.RANDOM, BYTES)
                    .inSomeVersions(),
            seeded("java/util/Random", "setSeed(J)V", SEED)),

    THREAD_LOCAL_RANDOM(
            "java.util.concurrent.ThreadLocalRandom",
            draw("java/util/concurrent/ThreadLocalRandom", "nextSeed()J", "local")),

    MATH(
            "java.lang.Math.random",
            draw("java/lang/Math", "random()D", "math"),
            draw("java/lang/StrictMath", "random()D", "math")),

    UUID(
            "java.util.UUID.randomUUID",
            answer("java/util/UUID", "randomUUID()Ljava/util/UUID;", "uuid", "Ljava/util/UUID;")),

    SHUFFLE(
            "java.util.Collections.shuffle",
            finish("java/util/Collections", "shuffle(Ljava/util/List;)V", "shuffle", LIST)),

    SECURE_RANDOM(
            "java.security.SecureRandom",
            finish("java/security/SecureRandom", "nextBytes([B)V", "secure", SECURE, BYTES),
            drawAtEnd(
                    "java/security/SecureRandom",
                    "nextBytes([BLjava/security/SecureRandomParameters;)V",
                    "secured",
                    SECURE,
                    BYTES),
            answer("java/security/SecureRandom", "generateSeed(I)[B", "secure", "[B", SECURE, COUNT),
            seeded("java/security/SecureRandom", "setSeed([B)V", SECURE)),

    GENERATORS("java.util.random.RandomGenerator", generators()),

    THREADS("java.lang.Thread", tell("java/lang/Thread", "start", "start", THREAD)),

    VIRTUAL_THREADS(
            "virtual threads",
            tell("java/lang/VirtualThread", "start(Ljdk/internal/vm/ThreadContainer;)V", "start", THREAD)),

    THREAD_POOLS(
            "java.util.concurrent.ThreadPoolExecutor",
            tell("java/util/concurrent/ThreadPoolExecutor", "execute", "submit", POOL, RUNNABLE),
            tell("java/util/concurrent/ThreadPoolExecutor", "remove", "forget", POOL, RUNNABLE),
            tell("java/util/concurrent/ThreadPoolExecutor", "reject", "reject", POOL, RUNNABLE),
            insteadOfRun("java/util/concurrent/ThreadPoolExecutor", "runWorker", "run", POOL),
            beforeCall("java/util/concurrent/ThreadPoolExecutor", "addWorker", "start", THREAD.type(), "worker")),

    SCHEDULED_POOLS(
            "java.util.concurrent.ScheduledThreadPoolExecutor",
            tell("java/util/concurrent/ScheduledThreadPoolExecutor", "delayedExecute", "submit", FIRST),
            tell("java/util/concurrent/ScheduledThreadPoolExecutor", "reExecutePeriodic", "keep", FIRST)),

    FORK_JOIN(
            "java.util.concurrent.ForkJoinPool",
            tell("java/util/concurrent/ForkJoinTask", "fork", "submit", RECEIVER),
            tell("java/util/concurrent/ForkJoinTask", "doExec", "begin", RECEIVER),
            tellAtEnd("java/util/concurrent/ForkJoinTask", "doExec", "end", RECEIVER),
            beforeCall("java/util/concurrent/ForkJoinTask", "invoke", "doExec", RECEIVER.type(), "keep"),
            beforeCall("java/util/concurrent/ForkJoinTask", "quietlyInvoke", "doExec", RECEIVER.type(), "keep"),
            beforeCall("java/util/concurrent/ForkJoinTask", "invokeAll", "doExec", RECEIVER.type(), "keep"),
            // One of these two takes all submissions, depending on the version.
            tell(
                            "java/util/concurrent/ForkJoinPool",
                            "externalSubmit(Ljava/util/concurrent/ForkJoinTask;)Ljava/util/concurrent/ForkJoinTask;",
                            "submit",
                            FORK_JOIN_POOL,
                            FIRST)
                    .inSomeVersions(),
            tell(
                            "java/util/concurrent/ForkJoinPool",
                            "poolSubmit(ZLjava/util/concurrent/ForkJoinTask;)Ljava/util/concurrent/ForkJoinTask;",
                            "submit",
                            FORK_JOIN_POOL,
                            SECOND)
                    .inSomeVersions(),
            tell("java/util/concurrent/ForkJoinPool", "scheduleDelayedTask", "submit", FIRST)
                    .inSomeVersions(),
            beforeCall(
                            "java/util/concurrent/DelayScheduler$ScheduledForkJoinTask",
                            "postExec",
                            "pend",
                            RECEIVER.type(),
                            "keep")
                    .inSomeVersions()),

    STAGES("java.util.concurrent.CompletableFuture", stages()),

    /** Draws that decide nothing that a test could see. */
    INFRASTRUCTURE(
            "draws that the JDK makes for itself",
            suspend(
                    "java/math/BigInteger",
                    "primeToCertainty",
                    "suspendUnless",
                    new Argument(2, Argument.RANDOM.type())),
            drawAtEnd("java/math/BigInteger", "primeToCertainty", "resume"),
            setAside("sun/security/ssl/SSLContextImpl", "engineInit"),
            setAside("java/nio/file/TempFileHelper", "generatePath"),
            setAside("java/io/File$TempDirectory", "generateFile")),

    /** On demand only, as are the next ones: they cost a little in every iteration. */
    IMMUTABLE(
            "iteration of Set.of and Map.of",
            anywhere("java/util/ImmutableCollections$Set12", "REVERSE", "Z", "reverse")
                    .inSomeVersions(),
            anywhere("java/util/ImmutableCollections$Set12$1", "REVERSE", "Z", "first")
                    .inSomeVersions(),
            changeResult("java/util/ImmutableCollections$Set12", "iterator", "Ljava/util/Iterator;", "pair")
                    .inSomeVersions(),
            anywhere("java/util/ImmutableCollections$SetN$SetNIterator", "SALT32L", "J", "salt"),
            anywhere("java/util/ImmutableCollections$SetN$SetNIterator", "REVERSE", "Z", "forward"),
            anywhere("java/util/ImmutableCollections$MapN$MapNIterator", "SALT32L", "J", "salt"),
            anywhere("java/util/ImmutableCollections$MapN$MapNIterator", "REVERSE", "Z", "forward")),

    HASH("iteration of hash tables", hashTables()),

    REFLECTION(
            "members of a class",
            members("getClasses"),
            members("getConstructors"),
            members("getDeclaredClasses"),
            members("getDeclaredConstructors"),
            members("getDeclaredFields"),
            members("getDeclaredMethods"),
            members("getFields"),
            members("getMethods")),

    FILES(
            "entries of a directory",
            changeResult("java/io/File", "normalizedList", Edit.ARRAY, "names"),
            changeResult(
                    "sun/nio/fs/UnixDirectoryStream",
                    "iterator(Ljava/nio/file/DirectoryStream;)Ljava/util/Iterator;",
                    "Ljava/util/Iterator;",
                    "entries")),

    CLOCK(
            "the JDK's clocks",
            changeInstant("java/time/Clock", "currentInstant"),
            afterTime("java/time/Clock$SystemClock", "millis"),
            afterTime("java/time/Clock$SystemInstantSource", "millis"),
            afterTime("java/util/Date", "<init>()V"),
            afterTime("java/util/GregorianCalendar", "<init>"),
            afterTime("sun/util/locale/provider/CalendarProviderImpl", "getInstance"),
            afterTime("java/util/JapaneseImperialCalendar", "<init>"));

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

    /** Returns the hooks that are put in place when a test asks for them. */
    static Set<Hook> onDemand() {
        return EnumSet.range(IMMUTABLE, CLOCK);
    }

    /** Returns the hooks that the agent puts in place when the JVM starts. */
    static Set<Hook> atStart() {
        Set<Hook> hooks = EnumSet.allOf(Hook.class);
        hooks.removeAll(onDemand());
        if (Runtime.version().feature() < 21) {
            hooks.remove(VIRTUAL_THREADS);
        }
        return hooks;
    }

    /** Returns the changes, of one or several classes. */
    List<Edit> edits() {
        return edits;
    }

    private static Edit anywhere(String owner, String field, String type, String hook) {
        return afterRead(owner, "*", field, type, hook);
    }

    private static Edit members(String method) {
        return changeResult("java/lang/Class", method, Edit.ARRAY, "members");
    }

    private static Edit[] hashTables() {
        String hash = "java/util/HashMap";
        String weak = "java/util/WeakHashMap";
        String concurrent = "java/util/concurrent/ConcurrentHashMap";
        String table = "java/util/Hashtable";
        List<Edit> edits = new ArrayList<>();
        for (String map : new String[] {hash, weak}) {
            edits.add(positions(map + "$HashIterator", "index"));
            edits.add(positions(map + "$" + map.substring("java/util/".length()) + "Spliterator", "index"));
            for (String kind : new String[] {"Key", "Value", "Entry"}) {
                edits.add(positions(map + '$' + kind + "Spliterator", "index"));
            }
        }
        edits.add(positions(concurrent + "$Traverser", "baseSize"));
        for (String method : new String[] {"forEach", "replaceAll", "keysToArray", "valuesToArray"}) {
            edits.add(loop(hash, method));
        }
        for (String view : new String[] {"KeySet", "Values", "EntrySet"}) {
            edits.add(loop(hash + '$' + view, "forEach"));
        }
        for (String method : new String[] {"forEach", "replaceAll"}) {
            edits.add(afterCallForArray(weak, method, "getTable", "table"));
            edits.add(loop(table, method));
        }
        edits.add(loop(table + "$Enumerator", "<init>"));
        edits.add(naturally("java/util/HashSet", "writeObject", "java/util/Set.iterator"));
        edits.add(naturally(concurrent, "writeObject", concurrent + "$Traverser.<init>"));
        return edits.toArray(new Edit[0]);
    }

    private static Edit loop(String owner, String method) {
        return afterRead(owner, method, "table", Edit.ARRAY, "table");
    }

    private static Edit[] stages() {
        String future = "java/util/concurrent/CompletableFuture";
        String[] dependents = {
            "UniApply",
            "UniAccept",
            "UniRun",
            "UniWhenComplete",
            "UniHandle",
            "UniExceptionally",
            "UniComposeExceptionally",
            "UniCompose",
            "BiApply",
            "BiAccept",
            "BiRun",
            "OrApply",
            "OrAccept",
            "OrRun"
        };
        List<Edit> edits = new ArrayList<>();
        edits.add(insteadOfExecute(future, "execute"));
        edits.add(insteadOfExecute(future + "$UniCompletion", "execute"));
        for (String begun : new String[] {"$Completion", "$AsyncSupply", "$AsyncRun"}) {
            edits.add(tell(future + begun, "run", "beginStage", RECEIVER));
            edits.add(tellAtEnd(future + begun, "run", "end", RECEIVER));
        }
        for (String dependent : dependents) {
            edits.add(tellAtEnd(future + '$' + dependent, "<init>", "depend", RECEIVER, FIRST));
        }
        return edits.toArray(new Edit[0]);
    }

    /** The generators of {@code java.util.random} are in a module of their own until Java 18. */
    private static Edit[] generators() {
        String[] names = {
            "L32X64MixRandom",
            "L64X128MixRandom",
            "L64X128StarStarRandom",
            "L64X256MixRandom",
            "L64X1024MixRandom",
            "L128X128MixRandom",
            "L128X256MixRandom",
            "L128X1024MixRandom",
            "Xoroshiro128PlusPlus",
            "Xoshiro256PlusPlus"
        };
        Edit[] edits = new Edit[1 + 2 * names.length];
        edits[0] = generator("java/util/SplittableRandom");
        for (int at = 0; at < names.length; at++) {
            edits[1 + 2 * at] = generator("jdk/random/" + names[at]);
            edits[2 + 2 * at] = generator("jdk/internal/random/" + names[at]);
        }
        return edits;
    }

    private static Edit generator(String owner) {
        return afterCall(owner, "<init>()V", "getAndAdd", "created");
    }
}
