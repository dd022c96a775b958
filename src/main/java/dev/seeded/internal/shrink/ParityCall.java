package dev.seeded.internal.shrink;

import dev.seeded.internal.draws.Domain;
import dev.seeded.internal.draws.GeneratorName;
import java.util.Set;

/** Writes a draw of a generator of {@code dev.seeded.parity} with the name that Python's, NumPy's or PyTorch's has. */
final class ParityCall {

    private static final String PACKAGE = "dev.seeded.parity.";

    /** What returns the very integers of a range that are drawn. */
    private static final Set<String> RANGES = Set.of("randint", "randint32", "randrange", "integers");

    /** What returns the very values that are drawn. */
    private static final Set<String> VALUES =
            Set.of("random", "rand", "rand64", "randomSample", "randomFloat", "randomRaw", "getrandbits");

    private static final Domain BITS = Domain.whole(Long.MIN_VALUE, Long.MAX_VALUE);

    private ParityCall() {}

    /** Returns whether this is such a generator. */
    static boolean isOf(GeneratorName generator) {
        return generator.kind().startsWith(PACKAGE);
    }

    /** Returns the call; what is drawn within another one is written as the call that would draw it alone. */
    static String text(Choice draw, String drawn, String caller) {
        String type = draw.generator().kind().substring(PACKAGE.length());
        String name = caller.substring(caller.indexOf('.') + 1);
        Domain domain = draw.domain();
        if (drawn.equals("nextBytes") || (VALUES.contains(name) && !drawn.equals("nextInt"))) {
            return name + "()";
        }
        if (RANGES.contains(name) && drawn.equals("nextLong")) {
            return name + range(name, domain, type.equals("PythonRandom") && name.equals("randint"));
        }
        if (draw.isWhole() && domain.equals(BITS)) {
            return "randomRaw() in " + name;
        }
        boolean isTorch = type.equals("TorchGenerator");
        if (!draw.isWhole()) {
            return (isTorch ? "rand" : "random") + "() in " + name;
        }
        String integer = switch (type) {
            case "PythonRandom" -> "randrange";
            case "NumPyGenerator" -> "integers";
            default -> "randint";
        };
        return integer + range(integer, domain, false) + " in " + name;
    }

    private static String range(String name, Domain domain, boolean includesEnd) {
        String low = domain.least() == 0 && name.equals("randrange") ? "" : domain.least() + ", ";
        long end = includesEnd ? domain.most() : domain.most() + 1;
        return "(" + low + (domain.most() < 0 ? Long.toString(end) : Long.toUnsignedString(end)) + ")";
    }
}
