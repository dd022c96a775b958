package dev.seeded.internal.config;

import dev.seeded.Seed;
import dev.seeded.internal.console.Printable;
import dev.seeded.internal.seed.Derivation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The commit that is checked out.
 *
 * @param id its hash in hexadecimal
 * @param source where that is written
 */
record Commit(String id, String source) {

    private static final List<String> VARIABLES = List.of("GITHUB_SHA", "CI_COMMIT_SHA", "GIT_COMMIT");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");
    private static final String REFERENCE = "ref: ";
    private static final String FOLDER = "gitdir: ";
    private static final int DIGITS = 16;
    private static final int SHOWN = 12;

    /**
     * Finds the commit: in the variables that CI systems set, or else in the nearest {@code .git}.
     *
     * @param environment looks up environment variables
     * @param folder where to look first, and then in the folders around it
     * @throws IllegalArgumentException if there is none; the message says where it was looked for
     */
    static Commit checkedOut(Function<String, @Nullable String> environment, Path folder) {
        for (String variable : VARIABLES) {
            String value = environment.apply(variable);
            if (value != null && !value.isBlank()) {
                return new Commit(id(value.trim(), "environment variable " + variable), variable);
            }
        }
        return Stream.iterate(folder.toAbsolutePath().normalize(), found -> found != null, Path::getParent)
                .map(found -> found.resolve(".git"))
                .filter(Files::exists)
                .findFirst()
                .map(Commit::of)
                .orElseThrow(() -> new IllegalArgumentException("seed=commit needs a commit, but none of "
                        + String.join(", ", VARIABLES) + " is set, and there is no .git in " + folder
                        + " nor around it: give a number instead, or check the project out with Git"));
    }

    /** Returns the run seed that stands for this commit: the highest 53 bits of its hash. */
    Seed seed() {
        return Seed.of(Derivation.runSeedOf(Long.parseUnsignedLong(id.substring(0, DIGITS), 16)));
    }

    /** Returns the commit as a user sees it: "commit 0a1b2c3d4e5f of GITHUB_SHA". */
    @Override
    public String toString() {
        return "commit " + id.substring(0, SHOWN) + " of " + source;
    }

    private static Commit of(Path git) {
        try {
            // In a worktree or a submodule it is a file that names the folder.
            Path folder = Files.isDirectory(git) ? git : git.resolveSibling(afterLabel(read(git), FOLDER, git));
            String head = read(folder.resolve("HEAD"));
            String id = head.startsWith(REFERENCE) ? referred(head.substring(REFERENCE.length()), folder) : head;
            return new Commit(id(id, folder.resolve("HEAD").toString()), git.toString());
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(
                    "seed=commit needs a commit, but " + git + " cannot be read: " + unreadable, unreadable);
        }
    }

    /** Branches lie in the folder that worktrees share, each in a file of its own or packed into one. */
    private static String referred(String reference, Path folder) throws IOException {
        Path pointer = folder.resolve("commondir");
        Path shared = Files.exists(pointer) ? folder.resolve(read(pointer)).normalize() : folder;
        for (Path loose : List.of(folder.resolve(reference), shared.resolve(reference))) {
            if (Files.exists(loose)) {
                return read(loose);
            }
        }
        Path packed = shared.resolve("packed-refs");
        Optional<String> found = Files.exists(packed)
                ? read(packed)
                        .lines()
                        .filter(line -> line.endsWith(" " + reference))
                        .findFirst()
                : Optional.empty();
        return found.map(line -> line.substring(0, line.indexOf(' ')))
                .orElseThrow(() -> new IllegalArgumentException("seed=commit needs a commit, but "
                        + Printable.quote(reference) + ", which " + folder.resolve("HEAD")
                        + " names, has none: commit something, or give a number instead"));
    }

    private static String id(String text, String source) {
        if (!ID.matcher(text).matches()) {
            throw new IllegalArgumentException("seed=commit needs a commit, but " + Printable.quote(text) + " ("
                    + source + ") is none: it has 40 or 64 hexadecimal digits");
        }
        return text;
    }

    private static String afterLabel(String text, String label, Path file) throws IOException {
        if (!text.startsWith(label)) {
            throw new IOException(file + " does not begin with " + label.trim());
        }
        return text.substring(label.length());
    }

    private static String read(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).trim();
    }
}
