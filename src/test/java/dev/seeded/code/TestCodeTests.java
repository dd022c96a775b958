package dev.seeded.code;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.Seed;
import dev.seeded.internal.code.TestCode;
import java.nio.ByteBuffer;
import java.text.DecimalFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestCodeTests {

    @ParameterizedTest
    @ValueSource(
            classes = {
                PutsInto.class,
                PutsIntoOf.class,
                AddsReferred.class,
                StoresElement.class,
                Sorts.class,
                Draws.class,
                Sets.class,
                CallsSingleton.class,
                SetsInHolder.class,
                CallsEnum.class,
                SetsThreadLocal.class,
                CallsHeld.class,
                CallsOfParent.class,
                CallsInherited.class,
                CallsDelegate.class,
                CallsBehindInterface.class,
                ReadsBuffer.class,
                PutsIntoConstant.class,
                CountsInElement.class,
                CallsKeeper.class,
                ChangesElement.class,
                FillsElement.class,
                Flips.class,
                MovesAround.class,
                CountsStatistics.class,
                UsesDrawn.class,
                UsesDrawnLater.class,
                UsesRead.class,
                Locks.class,
                SetsPattern.class
            })
    void seesWhatAUsedClassKeeps(Class<?> test) {
        assertThat(code(test).keptInUsed())
                .hasValueSatisfying(
                        field -> assertThat(field).startsWith("the static field dev.seeded.code.TestCodeTests$"));
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                ReadsConstants.class,
                AddsConstants.class,
                CallsOther.class,
                WritesArray.class,
                ReadsElements.class,
                UsesInstance.class,
                UsesLazyConstant.class,
                UsesImmutable.class
            })
    void seesThatAUsedClassKeepsNothing(Class<?> test) {
        assertThat(code(test).keptInUsed()).isEmpty();
    }

    @Test
    void seesWhatOtherTestClassesChange() {
        assertThat(code(ReadsOpen.class).keptInUsed()).isEmpty();
        assertThat(TestCode.of(List.of(ReadsOpen.class), List.of(AddsToOpen.class.getName()))
                        .keptInUsed())
                .contains("the static field " + State.class.getName() + ".OPEN");
    }

    @Test
    void seesWhatTheLastOfManyOtherTestClassesLeadsTo() {
        List<String> others = Stream.concat(
                        IntStream.range(0, 300).mapToObj(at -> TestCodeTests.class.getName() + "$Missing" + at),
                        Stream.of(AddsToOpen.class.getName()))
                .toList();

        assertThat(TestCode.of(List.of(ReadsOpen.class), others).keptByOthers())
                .contains("the static field " + State.class.getName() + ".OPEN");
    }

    @Test
    void namesWhatIsNotControlledAndWhere() {
        assertThat(code(Measures.class).uncontrolled(true))
                .isEqualTo("System.identityHashCode in " + Measures.class.getName() + ", System.nanoTime in "
                        + Timed.class.getName() + ", threads in " + Measures.class.getName() + ", "
                        + Timed.class.getName());
        assertThat(code(CallsUncontrolledLess.class).uncontrolled(true)).isEmpty();
        assertThat(code(Connects.class).uncontrolled(true)).isEqualTo("the network in " + Connects.class.getName());
    }

    @Test
    void namesThreePlacesAtMost() {
        assertThat(code(MeasuresOften.class).uncontrolled(true))
                .startsWith("System.nanoTime in ")
                .endsWith(" and 2 more");
    }

    @Test
    void namesUnseededRandomNumbersUnlessTheJvmIsSeeded() {
        String test = DrawsUnseeded.class.getName();

        assertThat(code(DrawsUnseeded.class).uncontrolled(false))
                .isEqualTo("Math.random in " + test + ", UUID.randomUUID in " + test + ", new Random() in " + test);
        assertThat(code(DrawsUnseeded.class).uncontrolled(true)).isEmpty();
        assertThat(code(DrawsSeeded.class).uncontrolled(false)).isEmpty();
        assertThat(code(DrawsFromInitializer.class).uncontrolled(false))
                .isEqualTo("new Random() in " + Elements.class.getName());
    }

    private static TestCode code(Class<?> test) {
        return TestCode.of(List.of(test), List.of());
    }

    static class DrawsUnseeded {
        double draw() {
            return Math.random() + new Random().nextInt() + UUID.randomUUID().hashCode();
        }
    }

    static class DrawsSeeded {
        int draw(Random random, List<Integer> all) {
            Collections.shuffle(all, random);
            return new Random(1).nextInt() + UUID.nameUUIDFromBytes(new byte[1]).hashCode();
        }
    }

    static class State {
        static final List<String> OPEN = new ArrayList<>();
        private static final Map<String, Integer> MAP = new HashMap<>();
        private static final Map<String, List<String>> LISTS = new HashMap<>();
        private static final List<String> LIST = new ArrayList<>();
        private static final int[] COUNTS = new int[3];
        private static final Random RANDOM = new Random(1);
        private static final AtomicInteger NUMBER = new AtomicInteger();
        private static final ThreadLocal<String> USER = new ThreadLocal<>();
        private static String mode = "";

        private State() {}

        static void put(String key) {
            MAP.put(key, NAMES.indexOf(key));
        }

        static void putIn(String key) {
            LISTS.computeIfAbsent(key, unused -> new ArrayList<>()).add(key);
        }

        static void addAll(List<String> all) {
            all.forEach(LIST::add);
        }

        static void count(int at) {
            COUNTS[at]++;
        }

        static void sort() {
            Collections.sort(LIST);
        }

        static int draw() {
            return RANDOM.nextInt();
        }

        static int size() {
            return mode.length();
        }

        static String use(String newMode) {
            String before = mode;
            mode = newMode;
            return before + NUMBER.get();
        }

        static void enter(String user) {
            USER.set(user);
        }

        static final List<String> NAMES = List.of("a");
        private static final String[] TEXTS = {"a", "b"};
        private static final Map<Integer, String> BY_SIZE = new HashMap<>();
        private static final int[] NONE = {};

        static {
            BY_SIZE.put(1, "a");
        }

        static List<String> names() {
            List<String> all = new ArrayList<>();
            for (String name : NAMES) {
                all.add(name + BY_SIZE.get(1));
            }
            all.addAll(NAMES);
            return all;
        }

        static String[] texts() {
            String[] all = new String[2];
            for (int at = 0; at < 2; at++) {
                all[at] = TEXTS[at];
            }
            return all;
        }

        static int total() {
            return sum(NONE, new int[] {1, 2});
        }

        private static int sum(int[] some, int[] others) {
            return some.length + others.length;
        }
    }

    static final class Singleton {
        private static final Singleton ONLY = new Singleton();
        private final List<String> all = new ArrayList<>();

        private Singleton() {}

        static Singleton get() {
            return ONLY;
        }

        void add(String one) {
            all.add(one);
        }
    }

    static class Held {
        private final List<String> all = new ArrayList<>();

        static Held get() {
            return Holder.INSTANCE;
        }

        void add(String one) {
            all.add(one);
        }

        private static class Holder {
            static final Held INSTANCE = new Held();
        }
    }

    static class Numbers {
        static int last;

        static int next() {
            return ++last;
        }
    }

    static class MoreNumbers extends Numbers {
        static int other() {
            return ++last;
        }
    }

    /** Its state is in another object. */
    static class Registry {
        static final Registry ONLY = new Registry();
        private final Held names = new Held();

        void register(String name) {
            names.add(name);
        }
    }

    interface Names {
        Names ALL = new ListedNames();

        void add(String name);
    }

    static class ListedNames implements Names {
        private final List<String> all = new ArrayList<>();

        @Override
        public void add(String name) {
            all.add(name);
        }
    }

    static class Buffers {
        private static final ByteBuffer BYTES = ByteBuffer.allocate(8);
        private static final Pattern WORD = Pattern.compile("\\w+");
        private static final Point START = new Point(1, 2);

        static byte next() {
            return BYTES.get();
        }

        static boolean isWord(String text) {
            return WORD.matcher(text).matches() && START.x() > 0;
        }
    }

    record Point(int x, int y) {}

    interface Constants {
        Map<String, Integer> CODES = new HashMap<>();
    }

    enum Level {
        LOW;

        private int used;

        void use() {
            used++;
        }
    }

    static class Box {
        static final Box EMPTY = new Box();
        private final List<String> all = new ArrayList<>();

        void add(String one) {
            all.add(one);
        }
    }

    static class PutsInto {
        void test() {
            State.put("a");
        }
    }

    static class PutsIntoOf {
        void test() {
            State.putIn("a");
        }
    }

    static class AddsReferred {
        void test() {
            State.addAll(List.of());
        }
    }

    static class StoresElement {
        void test() {
            State.count(1);
        }
    }

    static class Sorts {
        void test() {
            State.sort();
        }
    }

    static class Flips {
        boolean test() {
            return Kinds.flip(1);
        }
    }

    static class MovesAround {
        String test() {
            return Kinds.rotate();
        }
    }

    static class CountsStatistics {
        long test() {
            return Kinds.count(1);
        }
    }

    static class UsesDrawn {
        int test() {
            return Drawn.SIZE;
        }
    }

    static class UsesDrawnLater {
        int test() {
            return DrawnLater.size();
        }
    }

    static class UsesRead {
        int test() {
            return Read.SIZE;
        }
    }

    static class Locks {
        int test() {
            return Kinds.lock();
        }
    }

    static class SetsPattern {
        String test() {
            return Kinds.format(1);
        }
    }

    static final class Read {
        static final int SIZE = State.size();

        private Read() {}
    }

    static final class Kinds {
        private static final ReentrantLock LOCK = new ReentrantLock();
        private static final DecimalFormat FORMAT = new DecimalFormat();
        private static final BitSet BITS = new BitSet();
        private static final List<String> NAMES = Arrays.asList("a", "b");
        private static final IntSummaryStatistics NUMBERS = new IntSummaryStatistics();

        private Kinds() {}

        static int lock() {
            LOCK.lock();
            return LOCK.getHoldCount();
        }

        static String format(int number) {
            FORMAT.applyPattern("#");
            return FORMAT.format(number);
        }

        static boolean flip(int bit) {
            BITS.flip(bit);
            return BITS.get(0);
        }

        static String rotate() {
            Collections.rotate(NAMES, 1);
            return NAMES.get(0);
        }

        static long count(int number) {
            NUMBERS.accept(number);
            return NUMBERS.getCount();
        }
    }

    static final class Drawn {
        static final int SIZE = Seed.current().random().nextInt(10);

        private Drawn() {}
    }

    static final class DrawnLater {
        private static final int SIZE = draw();

        private DrawnLater() {}

        static int size() {
            return SIZE;
        }

        private static int draw() {
            return ThreadLocalRandom.current().nextInt(10);
        }
    }

    static class Draws {
        int test() {
            return State.draw();
        }
    }

    static class Sets {
        void test() {
            Function<String, String> use = State::use;
            use.apply("a");
        }
    }

    static class Door {
        boolean isClosed() {
            return Holder.STATE.closed;
        }

        void close() {
            Holder.STATE.closed = true;
        }

        private static final class Holder {
            private static final Holder STATE = new Holder();
            private boolean closed;
        }
    }

    static class SetsInHolder {
        boolean closes() {
            new Door().close();
            return new Door().isClosed();
        }
    }

    static class CallsSingleton {
        void test() {
            Singleton.get().add("a");
        }
    }

    static class CallsEnum {
        void test() {
            Level.LOW.use();
        }
    }

    static class SetsThreadLocal {
        void test() {
            State.enter("a");
        }
    }

    static class CallsHeld {
        void test() {
            Held.get().add("a");
        }
    }

    static class CallsOfParent {
        int test() {
            return MoreNumbers.next();
        }
    }

    static class CallsInherited {
        int test() {
            return MoreNumbers.other();
        }
    }

    static class CallsDelegate {
        void test() {
            Registry.ONLY.register("a");
        }
    }

    static class CallsBehindInterface {
        void test() {
            Names.ALL.add("a");
        }
    }

    static class ReadsBuffer {
        int test() {
            return Buffers.next();
        }
    }

    static class PutsIntoConstant implements Constants {
        void test() {
            CODES.put("a", 1);
        }
    }

    static class UsesImmutable {
        boolean test() {
            return Buffers.isWord("a");
        }
    }

    static class ReadsConstants {
        String test() {
            return State.NAMES.get(0) + State.total();
        }
    }

    static class AddsConstants {
        void test() {
            State.names();
        }
    }

    static class CallsOther {
        void test() {
            new State();
        }
    }

    static class Elements {
        private static final Map<String, AtomicInteger> COUNTERS = Map.of("a", new AtomicInteger());
        private static final Map<String, Entry> ENTRIES = Map.of("a", new Entry());
        private static final List<int[]> ROWS = List.of(new int[1]);
        private static final Map<String, String> TEXTS = Map.of("a", "b");
        private static final Random MADE = new Random();

        static int count() {
            return COUNTERS.get("a").incrementAndGet();
        }

        static void change() {
            ENTRIES.get("a").used++;
        }

        static void fill(int number) {
            ROWS.get(0)[0] = number;
        }

        static String text(List<String> all) {
            all.add(TEXTS.get("a"));
            return TEXTS.getOrDefault("b", "c").trim();
        }

        static double draw() {
            return MADE.nextDouble();
        }
    }

    static class Entry {
        int used;
    }

    static class Keeper {
        private static final Held KEPT = new Held();

        static void keep(String one) {
            KEPT.add(one);
        }
    }

    static class CallsKeeper {
        void test() {
            Keeper.keep("a");
        }
    }

    static class CountsInElement {
        int test() {
            return Elements.count();
        }
    }

    static class ChangesElement {
        void test() {
            Elements.change();
        }
    }

    static class FillsElement {
        void test() {
            Elements.fill(1);
        }
    }

    static class ReadsElements {
        String test() {
            return Elements.text(new ArrayList<>());
        }
    }

    static class DrawsFromInitializer {
        double test() {
            return Elements.draw();
        }
    }

    static class WritesArray {
        void test() {
            State.texts();
        }
    }

    static class UsesInstance {
        void test() {
            new Box().add("a");
        }
    }

    static class UsesLazyConstant {
        Box test() {
            return Box.EMPTY;
        }
    }

    static class ReadsOpen {
        int test() {
            return State.OPEN.size();
        }
    }

    static class AddsToOpen {
        void test() {
            State.OPEN.add("a");
        }
    }

    static class Measures {
        void test(Executor executor) {
            executor.execute(() -> new Timed().time());
            System.identityHashCode(this);
        }
    }

    static class Timed {
        long time() {
            CompletableFuture.runAsync(() -> {});
            return System.nanoTime();
        }

        static void connect() throws Exception {
            new java.net.Socket("localhost", 1).close();
        }
    }

    static class CallsUncontrolledLess {
        int test() {
            return State.draw();
        }
    }

    static class Connects {
        void test() throws Exception {
            new java.net.URL("http://localhost").openStream().close();
        }
    }

    static class MeasuresOften {
        void test() {
            new One();
            new Two();
            new Three();
            new Four();
            System.nanoTime();
        }

        static class One {
            long at = System.nanoTime();
        }

        static class Two {
            long at = System.nanoTime();
        }

        static class Three {
            long at = System.nanoTime();
        }

        static class Four {
            long at = System.nanoTime();
        }
    }
}
