package dev.seeded.internal.jvm.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PatchesTests {

    private static final int MAJOR = 7;

    private final Patches patches = new Patches();

    @Test
    void changesClassFilesOfAVersionThatItDoesNotKnow() throws IOException {
        byte[] bytes = uuid();
        byte[] known = patch(bytes);
        bytes[MAJOR] = 99;
        byte[] unknown = patch(bytes);

        assertThat(unknown[MAJOR]).isEqualTo((byte) 99);
        unknown[MAJOR] = known[MAJOR];
        assertThat(unknown).isEqualTo(known);
        assertThat(bytes[MAJOR]).isEqualTo((byte) 99);
        assertThat(patches.problems()).isEmpty();
    }

    @Test
    void leavesAClassThatItCannotReadAndNamesTheHook() {
        byte[] bytes = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};

        assertThat(patch(bytes)).isNull();
        assertThat(patches.problems()).containsOnlyKeys(Hook.UUID);
        assertThat(patches.problems().get(Hook.UUID)).startsWith("java/util/UUID: ");
    }

    @Test
    void namesTheHookWhoseMethodIsMissing() throws IOException {
        byte[] bytes;
        try (InputStream stream = PatchesTests.class.getResourceAsStream("PatchesTests.class")) {
            bytes = Objects.requireNonNull(stream).readAllBytes();
        }
        patch(bytes);

        assertThat(patches.problems())
                .containsOnlyKeys(Hook.UUID)
                .containsEntry(Hook.UUID, "java/util/UUID.randomUUID has another shape");
    }

    @Test
    void leavesOutWhatIsDisabled() throws IOException {
        patches.disable(Hook.UUID);

        assertThat(patch(uuid())).isNull();
        assertThat(patches.problems()).isEmpty();
    }

    private static byte[] uuid() throws IOException {
        try (InputStream stream = UUID.class.getResourceAsStream("UUID.class")) {
            return Objects.requireNonNull(stream).readAllBytes();
        }
    }

    private byte[] patch(byte[] bytes) {
        return patches.transform(Object.class.getModule(), null, "java/util/UUID", null, null, bytes);
    }
}
