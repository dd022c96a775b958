package dev.seeded.parity;

import java.util.Locale;

/** NumPy's names of its types. */
final class NumPyTypes {

    private NumPyTypes() {}

    static NumPyType named(String name) {
        return NumPyType.valueOf(name.replace("bool_", "bool").toUpperCase(Locale.ROOT));
    }
}
