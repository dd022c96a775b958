package dev.seeded.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.Seeded;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

@Seeded
class CsvTest {

    private static final String CHARACTERS = "abc ,\"";

    @Test
    void readsWhatItWrote(Random random) {
        List<String> fields = new ArrayList<>();
        int size = random.nextInt(1, 10);
        for (int at = 0; at < size; at++) {
            fields.add(field(random));
        }
        assertThat(Csv.parse(Csv.write(fields))).isEqualTo(fields);
    }

    private static String field(Random random) {
        StringBuilder field = new StringBuilder();
        int length = random.nextInt(12);
        for (int at = 0; at < length; at++) {
            field.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
        }
        return field.toString();
    }
}
