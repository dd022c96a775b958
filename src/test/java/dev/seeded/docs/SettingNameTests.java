package dev.seeded.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.internal.config.Setting;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every setting that the documentation names exists. */
class SettingNameTests {

    private static final Pattern NAME =
            Pattern.compile("-D(?<typed>seed(\\.\\w+)*)|`(?<named>seed(\\.\\w+)+)[`=]|(?<variable>JUNIT_SEED\\w*)");

    /** A guide shows the warning that this brings. */
    private static final String MISSPELT = "seed.run";

    @ParameterizedTest
    @MethodSource("dev.seeded.docs.Document#all")
    void exist(Document document) {
        List<String> settings = Arrays.stream(Setting.values())
                .flatMap(setting -> Stream.of(setting.property(), setting.variable()))
                .toList();

        List<String> named = document.lines().stream()
                .flatMap(line -> NAME.matcher(line).results())
                .flatMap(found -> Stream.of(found.group(1), found.group(3), found.group(5)))
                .filter(name -> name != null && !name.equals(MISSPELT))
                .toList();

        assertThat(settings).containsAll(named);
    }
}
