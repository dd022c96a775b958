package dev.seeded.internal.config;

import dev.seeded.Seed;
import dev.seeded.internal.UserError;
import dev.seeded.internal.console.Printable;
import dev.seeded.internal.seed.Derivation;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The commit that a CI system has checked out.
 *
 * @param id its hash in hexadecimal
 * @param variable the environment variable that names it
 */
record Commit(String id, String variable) {

    private static final List<String> VARIABLES = List.of("GITHUB_SHA", "CI_COMMIT_SHA", "GIT_COMMIT");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");
    private static final int DIGITS = 16;
    private static final int SHOWN = 12;

    /**
     * Finds the commit in the variables that CI systems set.
     *
     * @param environment looks up environment variables
     * @throws UserError if there is none; the message says what to do
     */
    static Commit checkedOut(Function<String, @Nullable String> environment) {
        for (String variable : VARIABLES) {
            String value = environment.apply(variable);
            if (value != null && !value.isBlank()) {
                return new Commit(id(value.trim(), variable), variable);
            }
        }
        throw new UserError("seed=commit needs a commit, but none of " + String.join(", ", VARIABLES)
                + " is set: set GIT_COMMIT=$(git rev-parse HEAD), or give a number instead");
    }

    private static String id(String text, String variable) {
        if (!ID.matcher(text).matches()) {
            throw new UserError("seed=commit needs a commit, but " + Printable.quote(text) + " (environment variable "
                    + variable + ") is not one: a commit has 40 or 64 hexadecimal digits");
        }
        return text;
    }

    /** Returns the run seed that stands for this commit: the highest 53 bits of its hash. */
    Seed seed() {
        return Seed.of(Derivation.runSeedOf(Long.parseUnsignedLong(id.substring(0, DIGITS), 16)));
    }

    /** Returns the commit as a user sees it: "commit 0a1b2c3d4e5f of GITHUB_SHA". */
    @Override
    public String toString() {
        return "commit " + id.substring(0, SHOWN) + " of " + variable;
    }
}
