package dev.seeded.jvm;

import dev.seeded.internal.jvm.JvmScope;
import dev.seeded.internal.jvm.JvmSeeding;
import dev.seeded.internal.jvm.JvmSeeding.Entered;
import dev.seeded.internal.jvm.Unordered;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Member;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.ConcurrentModificationException;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Hashtable;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.Spliterator;
import java.util.TreeMap;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Compares what comes in an order from a seed with the natural order, and prints what does not hold. */
final class Orders {

    private static final List<Supplier<Map<Integer, Integer>>> TABLES =
            List.of(HashMap::new, WeakHashMap::new, Hashtable::new, ConcurrentHashMap::new);

    private static final int[] SIZES = {0, 1, 2, 3, 7, 12, 13, 50, 1_000};
    private static final int SEEDS = 40;

    private static int checks;
    private static int wrong;

    private Orders() {}

    public static void main(String... arguments) throws Exception {
        List<Map<Integer, Integer>> maps = new ArrayList<>();
        for (Supplier<Map<Integer, Integer>> table : TABLES) {
            for (int size : SIZES) {
                maps.add(filled(table.get(), size));
            }
        }
        List<List<Integer>> natural =
                maps.stream().map(map -> List.copyOf(map.keySet())).toList();
        List<String> untouched = untouched();
        List<String> written = written(maps);
        for (Unordered kind : Unordered.values()) {
            JvmSeeding.require(kind, "seed.unordered");
        }
        for (int seed = 0; seed < SEEDS; seed++) {
            for (Map<Integer, Integer> map : maps) {
                in(seed, () -> views(map));
            }
            in(seed, () -> check("written", written(maps).equals(written)));
            in(seed, () -> check("untouched", untouched().equals(untouched)));
        }
        check(
                "natural outside",
                maps.stream().map(map -> List.copyOf(map.keySet())).toList().equals(natural));
        for (Supplier<Map<Integer, Integer>> table : TABLES) {
            differs(table);
            outlives(table);
            removes(table);
        }
        pairs();
        failsFast();
        grows();
        reflects();
        lists();
        parallel();
        System.out.println(wrong + " wrong" + (checks < 10_000 ? " of too few" : ""));
    }

    /** An iterator that outlives the test goes on in the order that it has. */
    private static void pairs() {
        List<Set<Integer>> orders = new ArrayList<>();
        List<Integer> outside = List.copyOf(Set.of(1, 2));
        for (int seed = 0; seed < SEEDS; seed++) {
            Entered test = enter(seed);
            Iterator<Integer> iterator = Set.of(1, 2).iterator();
            int first = iterator.next();
            test.exit();
            check("pair", first + iterator.next() == 3 && !iterator.hasNext());
            orders.add(Set.of(first));
            in(seed, () -> check("pair again", Set.of(1, 2).iterator().next() == first));
            in(seed, () -> check("one", Map.of(first, 2).keySet().iterator().next() == first));
        }
        check("both orders of a pair", Set.copyOf(orders).size() == 2);
        check("pair outside", List.copyOf(Set.of(1, 2)).equals(outside));
    }

    private static Map<Integer, Integer> filled(Map<Integer, Integer> map, int size) {
        for (int key = 0; key < size; key++) {
            map.put(key * 7, -key * 7);
        }
        return map;
    }

    private static void check(String what, boolean holds) {
        checks++;
        if (!holds) {
            wrong++;
            System.out.println("wrong: " + what);
        }
    }

    private static void in(long seed, Runnable test) {
        Entered entered = enter(seed);
        test.run();
        entered.exit();
    }

    private static Entered enter(long seed) {
        return JvmSeeding.enter(JvmScope.ordering(seed, EnumSet.allOf(Unordered.class)));
    }

    private static <T> T from(long seed, Supplier<T> test) {
        Entered entered = enter(seed);
        try {
            return test.get();
        } finally {
            entered.exit();
        }
    }

    /** Each way to iterate has each element once, and keys and values belong together. */
    private static void views(Map<Integer, Integer> map) {
        String name = map.getClass().getSimpleName() + " of " + map.size() + ": ";
        List<Integer> keys = new ArrayList<>();
        for (Integer key : map.keySet()) {
            keys.add(key);
        }
        check(name + "keys", isComplete(map, keys));
        List<Integer> values = new ArrayList<>();
        for (Integer value : map.values()) {
            values.add(-value);
        }
        check(name + "values", keys.equals(values));
        List<Integer> entries = new ArrayList<>();
        for (Map.Entry<Integer, Integer> entry : map.entrySet()) {
            entries.add(entry.getKey());
        }
        check(name + "entries", keys.equals(entries));
        List<Integer> arrays = List.of(map.keySet().toArray(new Integer[0]));
        List<Integer> looped = new ArrayList<>();
        map.forEach((key, value) -> looped.add(key));
        List<Integer> streamed = map.keySet().stream().toList();
        if (map instanceof WeakHashMap || map instanceof Hashtable) {
            // Their iterators go down, their loops up; in any order.
            check(name + "loop", isComplete(map, looped) && isComplete(map, streamed) && isComplete(map, arrays));
        } else {
            check(name + "loop", keys.equals(looped));
            check(name + "stream", keys.equals(streamed));
            check(name + "array", keys.equals(arrays));
        }
        check(name + "parallel", isComplete(map, map.keySet().parallelStream().toList()));
        for (Collection<Integer> view : List.of(map.keySet(), map.values())) {
            List<Integer> split = new ArrayList<>();
            split(view.spliterator(), split, new Random(map.size()));
            check(name + "split", isComplete(map, split.stream().map(Math::abs).toList()));
        }
        check(name + "text", map.toString().split(",").length == Math.max(1, map.size()));
        Set<Integer> set = new HashSet<>(map.keySet());
        check(name + "set", isComplete(map, List.copyOf(set)) && set.equals(map.keySet()));
    }

    private static void split(Spliterator<Integer> all, List<Integer> into, Random random) {
        Spliterator<Integer> first = random.nextInt(4) == 0 ? null : all.trySplit();
        if (first != null) {
            split(first, into, random);
            split(all, into, random);
        } else {
            all.tryAdvance(into::add);
            all.forEachRemaining(into::add);
        }
    }

    private static boolean isComplete(Map<Integer, Integer> map, List<Integer> keys) {
        return keys.size() == map.size() && new HashSet<>(keys).equals(new HashSet<>(map.keySet()));
    }

    private static void differs(Supplier<Map<Integer, Integer>> table) {
        Map<Integer, Integer> map = filled(table.get(), 12);
        Set<List<Integer>> orders = new HashSet<>();
        for (long seed = 0; seed < SEEDS; seed++) {
            List<Integer> order = from(seed, () -> List.copyOf(map.keySet()));
            orders.add(order);
            check("repeats", order.equals(from(seed, () -> List.copyOf(map.keySet()))));
        }
        check(map.getClass() + " differs", orders.size() > SEEDS / 2);
    }

    /** An iterator and a spliterator that began in one test go on in another, and outside. */
    private static void outlives(Supplier<Map<Integer, Integer>> table) {
        for (long seed = 0; seed < SEEDS; seed++) {
            Map<Integer, Integer> map = filled(table.get(), 100);
            Iterator<Integer> iterator = from(seed, () -> map.keySet().iterator());
            List<Integer> seen = new ArrayList<>();
            seen.add(iterator.next());
            in(seed + 1, () -> seen.add(iterator.next()));
            iterator.forEachRemaining(seen::add);
            check("iterator that outlives", isComplete(map, seen));
            Iterator<Integer> begun = map.keySet().iterator();
            List<Integer> outside = new ArrayList<>();
            in(seed, () -> begun.forEachRemaining(outside::add));
            check("iterator from outside", outside.equals(List.copyOf(map.keySet())));
            Spliterator<Integer> spliterator = from(seed, () -> map.keySet().spliterator());
            List<Integer> advanced = new ArrayList<>();
            spliterator.tryAdvance(advanced::add);
            Spliterator<Integer> first = from(seed + 2, spliterator::trySplit);
            in(seed + 3, () -> spliterator.forEachRemaining(advanced::add));
            if (first != null) {
                first.forEachRemaining(advanced::add);
            }
            check("spliterator that outlives", isComplete(map, advanced));
        }
    }

    private static void removes(Supplier<Map<Integer, Integer>> table) {
        for (long seed = 0; seed < SEEDS; seed++) {
            in(seed, () -> {
                Map<Integer, Integer> map = filled(table.get(), 100);
                int removed = 0;
                for (Iterator<Integer> keys = map.keySet().iterator(); keys.hasNext(); ) {
                    if (keys.next() % 2 == 0) {
                        keys.remove();
                        removed++;
                    }
                }
                check("remove", removed == 50 && map.size() == 50);
                map.replaceAll((key, value) -> 1);
                check("replaceAll", new HashSet<>(map.values()).equals(Set.of(1)));
                map.entrySet().forEach(entry -> entry.setValue(2));
                check("setValue", map.values().stream().allMatch(value -> value == 2));
                check("removeIf", map.keySet().removeIf(key -> key > 21) && map.size() == 2);
            });
        }
    }

    private static void failsFast() {
        for (long seed = 0; seed < SEEDS; seed++) {
            in(seed, () -> {
                Map<Integer, Integer> map = filled(new HashMap<>(), 20);
                Iterator<Integer> keys = map.keySet().iterator();
                keys.next();
                map.put(-1, 1);
                check("fails fast", throwsOf(keys::next));
                check("loop fails fast", throwsOf(() -> map.forEach((key, value) -> map.put(1_000 + key, 1))));
            });
        }
    }

    private static boolean throwsOf(Runnable step) {
        try {
            step.run();
            return false;
        } catch (ConcurrentModificationException expected) {
            return true;
        }
    }

    /** What was there from beginning to end comes once, though the table grows meanwhile. */
    private static void grows() throws InterruptedException {
        for (long seed = 0; seed < SEEDS; seed++) {
            Map<Integer, Integer> map = filled(new ConcurrentHashMap<>(), 2_000);
            Thread other = new Thread(() -> {
                for (int key = 0; key < 100_000; key++) {
                    map.put(-1 - key, 0);
                }
            });
            Entered test = enter(seed);
            Iterator<Integer> keys = map.keySet().iterator();
            Spliterator<Integer> halves = map.keySet().spliterator();
            other.start();
            Map<Integer, Integer> times = new HashMap<>();
            keys.forEachRemaining(key -> times.merge(key, 1, Integer::sum));
            Map<Integer, Integer> splitTimes = new HashMap<>();
            Spliterator<Integer> half = halves.trySplit();
            halves.forEachRemaining(key -> splitTimes.merge(key, 1, Integer::sum));
            half.forEachRemaining(key -> splitTimes.merge(key, 1, Integer::sum));
            test.exit();
            other.join();
            boolean all = true;
            for (int key = 0; key < 2_000; key++) {
                all &= times.getOrDefault(key * 7, 0) == 1 && splitTimes.getOrDefault(key * 7, 0) == 1;
            }
            check("grows", all && times.values().stream().allMatch(count -> count == 1));
        }
    }

    private static List<String> untouched() {
        Map<Integer, Integer> linked = filled(new LinkedHashMap<>(), 30);
        return List.of(
                linked.toString(),
                linked.keySet().stream().toList().toString(),
                Arrays.toString(linked.keySet().toArray()),
                new LinkedHashSet<>(List.of(5, 3, 9, 1)).toString(),
                filled(new TreeMap<>(), 30).toString(),
                Arrays.toString(Unordered.values()),
                Arrays.toString(JvmScope.class.getRecordComponents()));
    }

    private static List<String> written(List<Map<Integer, Integer>> maps) {
        List<String> written = new ArrayList<>();
        for (Map<Integer, Integer> map : maps) {
            if (!(map instanceof WeakHashMap)) {
                written.add(bytes(map));
            }
        }
        written.add(bytes(new HashSet<>(List.of("a", "b", "c", "d", "e"))));
        return written;
    }

    private static String bytes(Object object) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream stream = new ObjectOutputStream(bytes)) {
            stream.writeObject(object);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Arrays.toString(bytes.toByteArray());
    }

    private static void reflects() {
        Set<String> orders = new HashSet<>();
        String natural = Arrays.toString(Thread.class.getDeclaredMethods());
        for (long seed = 0; seed < SEEDS; seed++) {
            in(seed, () -> {
                Member[] members = Thread.class.getDeclaredMethods();
                orders.add(Arrays.toString(members));
                check("once", new HashSet<>(Arrays.asList(members)).size() == members.length);
                check("repeats", Arrays.toString(members).equals(Arrays.toString(Thread.class.getDeclaredMethods())));
            });
        }
        check("members", orders.size() == SEEDS);
        check(
                "natural members",
                Arrays.toString(Thread.class.getDeclaredMethods()).equals(natural));
    }

    private static void lists() throws IOException {
        Path folder = Files.createTempDirectory("orders");
        List<Path> files = new ArrayList<>();
        for (int number = 0; number < 20; number++) {
            files.add(Files.createFile(folder.resolve("f" + number)));
        }
        List<Supplier<List<String>>> ways = List.of(
                () -> List.of(folder.toFile().list()),
                () -> Stream.of(folder.toFile().listFiles()).map(File::getName).toList(),
                () -> streamed(folder),
                () -> listed(folder),
                () -> walked(folder));
        for (Supplier<List<String>> way : ways) {
            Set<List<String>> orders = new HashSet<>();
            for (long seed = 0; seed < SEEDS; seed++) {
                List<String> order = from(seed, way);
                orders.add(order);
                check("all files", new HashSet<>(order).size() == files.size());
                check("repeats", order.equals(from(seed, way)));
            }
            check("files", orders.size() == SEEDS);
        }
        for (Path file : files) {
            Files.delete(file);
        }
        Files.delete(folder);
    }

    private static List<String> streamed(Path folder) {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            stream.forEach(path -> names.add(path.getFileName().toString()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return names;
    }

    private static List<String> listed(Path folder) {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.map(path -> path.getFileName().toString()).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<String> walked(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.skip(1).map(path -> path.getFileName().toString()).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Many tests at once have each their own order. */
    private static void parallel() throws InterruptedException {
        Map<Integer, Integer> map = filled(new HashMap<>(), 50);
        List<List<Integer>> expected = new ArrayList<>();
        for (int seed = 0; seed < 100; seed++) {
            expected.add(from(seed, () -> List.copyOf(map.keySet())));
        }
        List<Integer> natural = List.copyOf(map.keySet());
        AtomicInteger foreign = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        for (int test = 0; test < 10_000; test++) {
            int seed = test % 101;
            threads.execute(() -> {
                List<Integer> wanted = seed == 100 ? natural : expected.get(seed);
                List<Integer> order =
                        seed == 100 ? List.copyOf(map.keySet()) : from(seed, () -> List.copyOf(map.keySet()));
                if (!order.equals(wanted)) {
                    foreign.incrementAndGet();
                }
            });
        }
        threads.shutdown();
        check("ends", threads.awaitTermination(1, java.util.concurrent.TimeUnit.MINUTES));
        check("foreign orders: " + foreign, foreign.get() == 0);
    }
}
