package dev.seeded.docs;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seeded.docs.Document.Block;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every output that the documentation shows is one that a run prints.
 *
 * <p>Outputs are the blocks of the languages {@code console} and {@code text}. The command is the block's first line, after
 * {@code $}. A document's commands run in their order, in one project; its {@code diff} blocks change the code for those after
 * them. {@code …} stands for what is left out. A comment on the line before the block that begins with {@code not run} gives
 * the reason.
 *
 * <p>{@code mvn test -Dtest=OutputTests -Ddocs.update=true} writes into the blocks what the runs print.
 */
@Tag("slow")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class OutputTests {

    private static final List<String> LANGUAGES = List.of("console", "text");

    @Test
    void ofTheReadmeAreThoseOfRuns(@TempDir Path folder) throws IOException {
        areThoseOfRuns(Document.readme(), folder);
    }

    @ParameterizedTest
    @MethodSource("dev.seeded.docs.Document#guides")
    @Tag("long")
    void areThoseOfRuns(Document document, @TempDir Path folder) throws IOException {
        Map<Block, List<String>> corrections = corrections(document, new Project(folder));

        if (Boolean.getBoolean("docs.update")) {
            write(document, corrections);
        } else {
            assertThat(corrections.entrySet().stream()
                            .map(entry -> document + ", line " + entry.getKey().start() + ":\n"
                                    + String.join("\n", entry.getValue()))
                            .collect(joining("\n\n")))
                    .as("what runs print instead; -Ddocs.update=true writes it")
                    .isEmpty();
        }
    }

    @Test
    void demoFailsAsTheReadmeShows(@TempDir Path folder) throws IOException {
        Block failure = Document.readme().blocks().stream()
                .filter(OutputTests::isOutput)
                .findFirst()
                .orElseThrow();
        // What differs from seed to seed, after the command.
        String shown = failure.text().replaceAll("-?\\d{10,}|x[x ]+", Excerpt.GAP);
        List<String> excerpt = shown.lines().skip(1).toList();

        List<String> printed = new Project(folder).demo();

        assertThat(new Excerpt(excerpt, printed).isTrue())
                .as("%s%nin%n%s", shown, String.join("\n", printed))
                .isTrue();
    }

    /** Returns what is to be shown instead of what is not true. */
    private static Map<Block, List<String>> corrections(Document document, Project project) throws IOException {
        Map<Block, List<String>> corrections = new LinkedHashMap<>();
        for (Block block : document.blocks()) {
            if (block.language().equals("diff")) {
                project.apply(block.lines());
            } else if (isOutput(block)) {
                Excerpt excerpt = new Excerpt(block.lines(), output(block, project));
                if (!excerpt.isTrue()) {
                    corrections.put(block, excerpt.corrected());
                }
            }
        }
        return corrections;
    }

    private static boolean isOutput(Block block) {
        return LANGUAGES.contains(block.language())
                && !block.comment().orElse("").startsWith("not run: ");
    }

    private static List<String> output(Block block, Project project) throws IOException {
        List<String> shown = block.lines();
        if (shown.stream().anyMatch(line -> line.startsWith(Project.JSHELL_PROMPT))) {
            return project.jshell(shown);
        }
        List<String> output = new ArrayList<>(shown.subList(0, 1));
        output.addAll(project.run(Command.parse(shown.get(0))));
        return output;
    }

    private static void write(Document document, Map<Block, List<String>> corrections) throws IOException {
        List<String> lines = new ArrayList<>(document.lines());
        List<Block> blocks = new ArrayList<>(corrections.keySet());
        for (int last = blocks.size() - 1; last >= 0; last--) {
            Block block = blocks.get(last);
            List<String> place =
                    lines.subList(block.start(), block.start() + block.lines().size());
            place.clear();
            place.addAll(corrections.getOrDefault(block, List.of()));
        }
        Files.write(document.file(), lines);
    }
}
