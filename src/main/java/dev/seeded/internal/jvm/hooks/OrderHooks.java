package dev.seeded.internal.jvm.hooks;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * In which order a test meets what has none that anybody promised.
 *
 * <p>Hash tables have a power of two of buckets. An iterator goes on counting positions, and looks into the bucket that the
 * test's order has at that position: a permutation, so that each bucket comes once. An iterator keeps the order that it began
 * with, on whatever thread and in whatever test it is used. No field can be added to it: the field that has its position, or
 * its number of buckets, carries the number of the order as well, in the bits that are not needed. Two iterators of one map
 * have the same order in one test, on which code relies that pairs keys with values.
 */
public final class OrderHooks {

    /** What may be ordered, as bits. */
    static final int IMMUTABLE = 1;

    static final int HASH = 2;
    static final int REFLECTION = 4;
    static final int FILES = 8;

    /** The bit that says that an iterator has its order, be it the natural one. */
    private static final int DECIDED = Integer.MIN_VALUE;

    /** Where the number of the order begins; below it is the position. */
    private static final int NUMBER = 24;

    private static final int POSITION = (1 << NUMBER) - 1;

    /** How many orders there are besides the natural one, which is zero. */
    private static final int ORDERS = 127;

    /** Larger tables keep their order. */
    private static final int LARGEST = 1 << 22;

    /** Up to so many buckets the order leaves nothing together. */
    private static final int MANY = 1 << 12;

    /** Whether this JVM iterates over two elements from the last to the first; each thread sets it before it asks. */
    private static boolean reversed;

    /** Whether the order of immutable collections outside of tests that have their own is not the one that the JVM chose. */
    private static boolean turned;

    private static long turnedSalt;
    private static boolean turnedDirection;

    private static final int GOLDEN_GAMMA = 0x9E3779B1;

    /** What is exclusively or'ed with positions in the order of each number: looked up, as each bucket asks for it. */
    private static final int[] SHIFTS = shifts();

    private OrderHooks() {}

    /** Returns the first position of an iterator, or its number of buckets, with the number of its order. */
    public static int begin(int position) {
        if (position < 0 || position > POSITION) {
            return position;
        }
        return DECIDED | (number() << NUMBER) | position;
    }

    /** Returns a position, or number of buckets, without the number of the order. */
    public static int position(int carrier) {
        return carrier < 0 ? carrier & POSITION : carrier;
    }

    /** Returns the next position with the number of the order. */
    public static int move(int position, int carrier) {
        return carrier < 0 && position <= POSITION ? (carrier & ~POSITION) | position : position;
    }

    /** Returns the bucket of a table that an iterator looks into. */
    public static int bucket(Object[] table, int position, int carrier) {
        return table.length > LARGEST ? position : at(position, (carrier >>> NUMBER) & ORDERS, table.length);
    }

    /**
     * Returns the bucket that a concurrent iterator looks into, whose table may have grown by a factor: the buckets that an
     * old one was split into differ in the higher bits.
     *
     * @param carrier the number of buckets that the iterator began with, and the number of its order
     */
    public static int bin(int position, int carrier) {
        int buckets = carrier & POSITION;
        return carrier >= 0 || buckets > LARGEST
                ? position
                : (position & -buckets) | at(position, (carrier >>> NUMBER) & ORDERS, buckets);
    }

    /**
     * Returns what is at a position: a permutation of so many buckets, a power of two, and for the natural order the same. No
     * branch tells that order from others, as each bucket would take it. Of many buckets those that lie together come so:
     * whoever jumps through a large table waits for the memory.
     */
    private static int at(int position, int number, int buckets) {
        int shifted = position ^ SHIFTS[number];
        return (buckets > MANY ? shifted : shifted * (2 * number + 1)) & (buckets - 1);
    }

    private static int[] shifts() {
        int[] shifts = new int[ORDERS + 1];
        for (int number = 1; number <= ORDERS; number++) {
            // Never zero in the four lowest bits: a table of sixteen has another order than the natural one.
            shifts[number] = (((number * GOLDEN_GAMMA) >>> 8) & ~15) | (1 + number % 15);
        }
        return shifts;
    }

    /** Returns a table as an unbroken loop is to see it: itself, or a copy in the test's order. */
    public static Object @Nullable [] table(Object @Nullable [] table) {
        int number = table == null || table.length > LARGEST || table.length < 2 ? 0 : number();
        if (table == null || number == 0) {
            return table;
        }
        Object[] ordered = table.clone();
        int all = Integer.highestOneBit(table.length - 1) << 1;
        int taken = 0;
        for (int position = 0; position < all; position++) {
            int bucket = at(position, number, all);
            if (bucket < table.length) {
                ordered[taken++] = table[bucket];
            }
        }
        return ordered;
    }

    private static int number() {
        RunningScope test = ordering(HASH);
        return test == null ? 0 : 1 + (int) Long.remainderUnsigned(test.order >>> 1, ORDERS);
    }

    /** Has iterations until {@link #ordered} in the natural order: what is written there is a promise. */
    public static void natural() {
        if (OpenScopes.ordering != 0) {
            ThreadStack.ofThisThread().push(OrderHooks.class, null);
        }
    }

    /** Ends {@link #natural}. */
    public static void ordered() {
        if (OpenScopes.everAny) {
            ThreadStack.ofThisThread().pop(OrderHooks.class);
        }
    }

    /** Orders the members of a class, in an array that is the caller's own. */
    public static Object[] members(Object[] members) {
        RunningScope test = members.length < 2 ? null : ordering(REFLECTION);
        if (test != null) {
            Ranked.sort(members, test.order);
        }
        return members;
    }

    /** Orders the names of a directory's entries. */
    public static Object @Nullable [] names(Object @Nullable [] names) {
        RunningScope test = names == null || names.length < 2 ? null : ordering(FILES);
        if (names != null && test != null) {
            Ranked.sort(names, test.order);
        }
        return names;
    }

    /** Orders the entries of a directory, all of which are read for that. */
    public static Iterator<?> entries(Iterator<?> entries) {
        RunningScope test = ordering(FILES);
        return test == null ? entries : new Entries(entries, test);
    }

    /** Gives this JVM another order of immutable collections than it chose. Iterators that have begun lose their way. */
    static void turn(long salt, boolean reverse) {
        turnedSalt = salt;
        turnedDirection = reverse;
        turned = true;
    }

    /** Where the iteration of an immutable set or map begins. */
    public static long salt(long salt) {
        RunningScope test = ordering(IMMUTABLE);
        if (test != null) {
            return test.order & 0xFFFF_FFFFL;
        }
        return turned ? turnedSalt : salt;
    }

    /** In which direction an immutable set of two is iterated. */
    public static boolean reverse(boolean reverse) {
        RunningScope test = ordering(IMMUTABLE);
        return test == null ? natural(reverse) : test.order < 0;
    }

    /** In which direction an iterator of two reads them, which {@link #pair} turns: it asks before each. */
    public static boolean first(boolean reverse) {
        reversed = natural(reverse);
        return false;
    }

    private static boolean natural(boolean reverse) {
        return turned ? turnedDirection : reverse;
    }

    /** Returns an iterator that has its order once for all. */
    public static Iterator<?> pair(Iterator<?> entries) {
        Object one = entries.next();
        if (!entries.hasNext()) {
            return new Entries(new Object[] {one});
        }
        Object two = entries.next();
        RunningScope test = ordering(IMMUTABLE);
        return new Entries(
                (test == null ? reversed : test.order < 0) ? new Object[] {two, one} : new Object[] {one, two});
    }

    /** In which direction larger ones are iterated: the same for all, lest it change on the way. */
    public static boolean forward(boolean reverse) {
        return turnedDirection;
    }

    /** Returns the test whose order holds here; null for the natural one. */
    private static @Nullable RunningScope ordering(int kind) {
        TaskStreams streams = OpenScopes.ordering == 0 ? null : ThreadStack.open();
        if (streams == null || (streams.test.orders & kind) == 0 || !isMeant(streams.test)) {
            return null;
        }
        streams.test.asked = true;
        return streams.test;
    }

    private static boolean isMeant(RunningScope test) {
        if (test.places == null) {
            return true;
        }
        natural();
        try {
            return test.places.getAsBoolean();
        } finally {
            ordered();
        }
    }

    /** The entries of a directory in the test's order. What reading them ends with comes after the last one. */
    private static final class Entries implements Iterator<Object> {

        private final Object[] read;
        private @Nullable RuntimeException problem;
        private int next;

        Entries(Object[] read) {
            this.read = read;
        }

        Entries(Iterator<?> entries, RunningScope test) {
            List<Object> all = new ArrayList<>();
            try {
                while (entries.hasNext()) {
                    all.add(entries.next());
                }
            } catch (RuntimeException end) {
                problem = end;
            }
            read = all.toArray();
            Ranked.sort(read, test.order);
        }

        @Override
        public boolean hasNext() {
            if (next == read.length && problem != null) {
                RuntimeException end = problem;
                problem = null;
                throw end;
            }
            return next < read.length;
        }

        @Override
        public Object next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return read[next++];
        }
    }
}
