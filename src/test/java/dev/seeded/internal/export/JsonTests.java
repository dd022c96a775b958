package dev.seeded.internal.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.Strictness;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTests {

    private static final Gson GSON = new GsonBuilder()
            .setStrictness(Strictness.STRICT)
            .disableHtmlEscaping()
            .create();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "com.acme.ShuffleTest.keeps(Random)",
                "a \"quoted\" C:\\path/with\\",
                "line\nfeed\r\ttab\b\f\u0000\u001f\u007f",
                "Zähler 数 🎲 \u2028\u202e\ufeff",
                "\ud83c",
                "\udfb2\ud83c",
                "</script>&amp;'`$"
            })
    void writesAndReadsAnyText(String text) {
        String json = Json.write(text);

        assertThat(json).matches("[ -~&&[^<]]*");
        assertThat(GSON.fromJson(json, String.class)).isEqualTo(text);
        assertThat(Json.read(json)).isEqualTo(text);
        // Half a pair of surrogates has no form in UTF-8, and so Gson's cannot be written to a file.
        assertThat(Json.read(GSON.toJson(text))).isEqualTo(text);
    }

    @Test
    void writesAndReadsWhatContainsOthers() {
        Map<String, Object> value =
                Map.of("one", List.of(), "two", List.of(Map.of(), Map.of("three", true)), "four", false);

        assertThat(Json.read(Json.write(value))).isEqualTo(value);
        assertThat(GSON.fromJson(Json.write(value), Object.class)).isEqualTo(value);
        assertThat(Json.write(Arrays.asList(1, null, 0.25, 1e-9, Long.MAX_VALUE)))
                .isEqualTo("[1,null,0.25,1.0E-9,9223372036854775807]");
    }

    @Test
    void readsWhatOtherToolsWrite() {
        assertThat(Json.read(" { \"a\" : [ 1 , -2.50e+1 , null ] ,\r\n\t\"b\" : \"\\u00E9\\/\" } \n"))
                .isEqualTo(
                        Map.of("a", Arrays.asList(new BigDecimal("1"), new BigDecimal("-2.50e+1"), null), "b", "é/"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "{\"a\":1,}",
                "{\"a\" 1}",
                "{a:1}",
                "[1,]",
                "[1 2]",
                "[",
                "01",
                "1.",
                "+1",
                "NaN",
                "tru",
                "'a'",
                "\"a",
                "\"\\x\"",
                "\"\\u12G4\"",
                "\"\\u12",
                "\"a\nb\"",
                "{} {}"
            })
    void refusesWhatIsNoJson(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Json.read(text))
                .withMessageStartingWith("no JSON at character ");
    }

    @Test
    void refusesWhatIsNestedWithoutEnd() {
        assertThatIllegalArgumentException().isThrownBy(() -> Json.read("[".repeat(1_000_000)));
    }
}
