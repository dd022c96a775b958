/**
 * Deterministic tests for JUnit Jupiter.
 */
module dev.seeded {
    requires transitive org.junit.jupiter.api;
    requires java.xml;
    requires static java.instrument;
    requires static org.objectweb.asm;
    requires static org.junit.platform.launcher;
    requires static transitive org.jspecify;

    exports dev.seeded;
    exports dev.seeded.parity;

    opens dev.seeded.internal.jupiter to
            org.junit.platform.commons;

    uses dev.seeded.SeededFactory;

    provides org.junit.jupiter.api.extension.Extension with
            dev.seeded.internal.jupiter.SeededExtension;
    provides dev.seeded.SeededFactory with
            dev.seeded.internal.parity.NumPyGeneratorFactory,
            dev.seeded.internal.parity.NumPyRandomStateFactory,
            dev.seeded.internal.parity.PythonRandomFactory,
            dev.seeded.internal.parity.TorchGeneratorFactory;
}
