package dev.seeded.parity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HexFormat;
import java.util.StringJoiner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The texts in which a state comes from Python and goes back; {@code sessions-torch.tsv} has states that PyTorch gave. */
class TorchStateTests {

    private final TorchGenerator torch = new TorchGenerator(42);
    private String line = "";
    private String hex = "";

    @BeforeEach
    void stopInTheMiddleOfAPair() {
        torch.rand(700);
        torch.randn(1);
        line = torch.getRngState();
        hex = line.replaceFirst(".*fromhex\\('", "").replaceFirst("'.*", "");
    }

    @Test
    void goesOnFromEachTextOfAState() {
        float[] next = torch.randn(3);

        assertThat(line)
                .startsWith("torch.set_rng_state(torch.tensor(list(bytes.fromhex('2a00000000000000")
                .endsWith("')), dtype=torch.uint8))");
        for (String text :
                new String[] {line, hex, list("[", ", ", "]"), list("tensor([", ",\n        ", "], dtype=torch.uint8)")
                }) {
            assertThat(new TorchGenerator(7).setRngState(text).randn(3)).containsExactly(next);
        }
    }

    private String list(String start, String separator, String end) {
        StringJoiner list = new StringJoiner(separator, start, end);
        for (byte b : HexFormat.of().parseHex(hex)) {
            list.add("%3d".formatted(b & 0xff));
        }
        return list.toString();
    }

    @Test
    void keepsTheSeed() {
        TorchGenerator restored = new TorchGenerator(7).setRngState(line);

        assertThat(restored.initialSeed()).isEqualTo(42);
        assertThat(restored.getRngState()).isEqualTo(line);
    }

    @Test
    void saysWhereATextIsMalformed() {
        assertRefused(hex.substring(0, 100), "torch.get_rng_state() has 5056 bytes, but the text has 50");
        assertRefused(
                hex.replaceFirst("^2a00", "2a0x"), "malformed state: expected a hexadecimal digit at character 4");
        assertRefused(
                line.replaceFirst("'2a00", "'2a0x"),
                "malformed state: expected a hexadecimal digit at character " + (line.indexOf("'2a00") + 5));
        assertRefused(hex + "0", "malformed state: the last byte has one digit");
        assertRefused("[42, 25, 0]", "malformed state: expected a sequence of 5056 at character 1");
        assertRefused(
                list("[", ",", "]").replaceFirst("42", "256"),
                "malformed state: expected an integer from 0 to 255 at character 3");
        assertRefused("[42, 25", "malformed state: expected ',' or ']' at character 8");
        assertRefused(
                "tensor([217, 117, 188,  ...,   0,   0,   0], dtype=torch.uint8)",
                "torch.get_rng_state(): PyTorch leaves out values where there are more than 1,000: take .tolist()");
    }

    @Test
    void saysWhichBytesAreNoState() {
        assertRefused(
                with(12, "00"),
                "torch.get_rng_state(): expected at byte 12 1, for a generator that has been seeded, but found 0");
        assertRefused(
                with(8, "0000"),
                "torch.get_rng_state(): expected at byte 8 the number of words left, 1 to 624, but found 0");
        assertRefused(
                with(16, "ff"), "torch.get_rng_state(): expected at byte 16 80, as 545 words are left, but found 255");
        assertRefused(
                with(28, "01"),
                "torch.get_rng_state(): expected at byte 24 a word of 32 bits, but found " + (1L << 32 | word(24)));
        assertRefused(
                with(5040, "02"),
                "torch.get_rng_state(): expected at byte 5040 0 or 1, for a normal number kept, but found 2");
        assertRefused(
                with(5052, "01"),
                "torch.get_rng_state(): expected at byte 5052 0, as PyTorch keeps no float, but found 1");
    }

    private String with(int at, String bytes) {
        return hex.substring(0, 2 * at) + bytes + hex.substring(2 * at + bytes.length());
    }

    private long word(int at) {
        return Integer.toUnsignedLong(Integer.reverseBytes(HexFormat.fromHexDigits(hex, 2 * at, 2 * at + 8)));
    }

    private void assertRefused(String text, String reason) {
        String before = torch.getRngState();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> torch.setRngState(text))
                .withMessage(reason);

        assertThat(torch.getRngState()).isEqualTo(before);
    }
}
