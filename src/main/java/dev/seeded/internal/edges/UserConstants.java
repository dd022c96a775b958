package dev.seeded.internal.edges;

import dev.seeded.internal.code.Project;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * The numbers that are written in the code under test: in the test class, in the classes that it names, in those that they
 * name, and so on, as far as they are of its project.
 */
final class UserConstants {

    /** More would take a test too long at its start. */
    private static final int CLASSES = 200;

    /** Smaller numbers come anyway. */
    private static final int SMALL = 16;

    private static final ClassValue<UserConstants> OF_TEST = new ClassValue<>() {
        @Override
        protected UserConstants computeValue(Class<?> test) {
            return read(test);
        }
    };

    /** Each class of the project is read once. */
    private static final Map<String, Optional<Written>> READ = new ConcurrentHashMap<>();

    private final Numbers near;
    private final Numbers all;

    private UserConstants(Numbers near, Numbers all) {
        this.near = near;
        this.all = all;
    }

    /** Whole and real numbers, the least first. */
    private record Numbers(List<Long> whole, List<Double> real) {

        @Nullable
        Number any(Range range, Dice dice) {
            List<? extends Number> numbers = range.isReal() ? real : whole;
            int from = first(numbers, range.least().doubleValue());
            int to = first(numbers, Math.nextUp(range.most().doubleValue()));
            // Chosen in any case: what is written in the code decides over nothing but itself.
            int chosen = from + dice.below(Math.max(1, to - from));
            return from == to ? null : numbers.get(chosen);
        }

        /** Returns the index of the first number that is not below another. */
        private static int first(List<? extends Number> numbers, double least) {
            int low = 0;
            int high = numbers.size();
            while (low < high) {
                int middle = (low + high) / 2;
                if (numbers.get(middle).doubleValue() < least) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }
    }

    /** What is written in one class file: numbers, and the internal names of classes, in an order of their own. */
    private record Written(SortedSet<Long> whole, SortedSet<Double> real, SortedSet<String> names) {}

    /** Returns the numbers in the code that a test class leads to. */
    static UserConstants of(Class<?> test) {
        return OF_TEST.get(test);
    }

    /** Returns a number that is of a range, every other time of a class that the test itself names; null for none. */
    @Nullable
    Number any(Range range, Dice dice) {
        return (dice.oneIn(2) ? near : all).any(range, dice);
    }

    private static UserConstants read(Class<?> test) {
        String own = Project.internalName(test.getName());
        Project project = Project.of(test);
        SortedSet<Long> whole = new TreeSet<>();
        SortedSet<Double> real = new TreeSet<>();
        Set<String> known = new HashSet<>(Set.of(own));
        Queue<String> open = new ArrayDeque<>(known);
        Numbers near = new Numbers(List.of(), List.of());
        int named = 1;
        for (int count = 0; !open.isEmpty() && count < CLASSES; count++) {
            if (count == 1) {
                named += open.size();
            }
            String name = open.remove();
            READ.computeIfAbsent(name, unused -> project.read(name).map(UserConstants::written))
                    .ifPresent(found -> {
                        whole.addAll(found.whole);
                        real.addAll(found.real);
                        found.names.stream()
                                .filter(other -> project.includes(other) && known.add(other))
                                .forEach(open::add);
                    });
            if (count < named) {
                near = new Numbers(List.copyOf(whole), List.copyOf(real));
            }
        }
        return new UserConstants(near, new Numbers(List.copyOf(whole), List.copyOf(real)));
    }

    private static Written written(ClassReader reader) {
        Written found = new Written(new TreeSet<>(), new TreeSet<>(), names(reader));
        reader.accept(
                new ClassVisitor(Opcodes.ASM9) {
                    @Override
                    public MethodVisitor visitMethod(
                            int access,
                            String name,
                            String descriptor,
                            @Nullable String signature,
                            String @Nullable [] exceptions) {
                        return new Finder(found);
                    }
                },
                ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return found;
    }

    private static SortedSet<String> names(ClassReader reader) {
        SortedSet<String> names = new TreeSet<>();
        char[] buffer = new char[reader.getMaxStringLength()];
        for (int item = 1; item < reader.getItemCount(); item++) {
            int at = reader.getItem(item);
            // The tag of a class, of whose array the name begins with a bracket.
            if (at > 0 && reader.readByte(at - 1) == 7) {
                names.add(reader.readUTF8(at, buffer));
            }
        }
        return names;
    }

    /** Takes the numbers of a method. */
    private static final class Finder extends MethodVisitor {

        private final Written found;

        /** Whether a switch that comes now is one over texts, which begins with their hash codes. */
        private boolean isOfText;

        Finder(Written found) {
            super(Opcodes.ASM9);
            this.found = found;
        }

        @Override
        public void visitIntInsn(int opcode, int operand) {
            if (opcode != Opcodes.NEWARRAY) {
                take(operand);
            }
        }

        @Override
        public void visitLdcInsn(Object value) {
            if (value instanceof Integer || value instanceof Long) {
                take(((Number) value).longValue());
            } else if (value instanceof Double || value instanceof Float) {
                found.real.add(((Number) value).doubleValue());
            }
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            isOfText = owner.equals("java/lang/String") && name.equals("hashCode");
        }

        @Override
        public void visitLookupSwitchInsn(Label other, int[] keys, Label[] labels) {
            if (!isOfText) {
                Arrays.stream(keys).forEach(this::take);
            }
        }

        @Override
        public void visitTableSwitchInsn(int least, int most, Label other, Label... labels) {
            take(least);
            take(most);
        }

        private void take(long value) {
            if (Math.abs(value) > SMALL) {
                found.whole.add(value);
                found.real.add((double) value);
            }
        }
    }
}
