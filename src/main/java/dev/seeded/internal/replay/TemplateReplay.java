package dev.seeded.internal.replay;

import dev.seeded.internal.config.Setting;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The user's own command: a template with {@code {class}}, {@code {method}}, {@code {seed}} and {@code {id}}, each
 * replaced so that the shell takes it literally, inside the template's quotes and outside of them. {@code {settings}} is
 * replaced by all other settings that decide, as {@code -D} options; without it, they follow the command, in a comment where
 * the command has no such options.
 *
 * @param template the template, as {@code seed.command} has it
 */
record TemplateReplay(String template) implements Replay {

    private static final String SETTINGS = "{settings}";
    private static final String NAME = "\\{(class|method|seed|id)}";
    private static final Pattern TOKEN = Pattern.compile(NAME + "|\\\\.|['\"]", Pattern.DOTALL);
    private static final Pattern TOKEN_IN_SINGLE_QUOTES = Pattern.compile(NAME + "|'");

    @Override
    public boolean selects(Selection selection) {
        return selection != Selection.RUN || !template.contains("{id}");
    }

    @Override
    public boolean leavesOutAgain() {
        return false;
    }

    @Override
    public String command(Target target, List<Property> properties) {
        Map<String, String> values = Map.of(
                "class", target.classPattern(),
                "method", target.methodPattern(),
                "seed",
                        properties.stream()
                                .filter(property -> property.name().equals(Setting.SEED.property()))
                                .map(Property::value)
                                .findFirst()
                                .orElse(""),
                "id", target.uniqueId());
        String settings = properties.stream()
                .filter(property -> !property.name().equals("seed"))
                .map(property -> " -D" + property.assignment())
                .collect(Collectors.joining());
        String filled = filled(values);
        return filled.contains(SETTINGS)
                ? filled.replace(SETTINGS, settings.trim())
                : filled
                        + (settings.isEmpty() || template.contains("-D") ? "" : "  # these settings are needed too:")
                        + settings;
    }

    private String filled(Map<String, String> values) {
        StringBuilder command = new StringBuilder();
        char quote = ' ';
        Matcher token = TOKEN.matcher(template);
        while (token.usePattern(quote == '\'' ? TOKEN_IN_SINGLE_QUOTES : TOKEN).find()) {
            String text = token.group();
            if (token.group(1) != null) {
                text = quoted(values.getOrDefault(token.group(1), ""), quote);
            } else if (text.length() == 1) {
                char mark = text.charAt(0);
                if (quote == ' ') {
                    quote = mark;
                } else if (quote == mark) {
                    quote = ' ';
                }
            }
            token.appendReplacement(command, Matcher.quoteReplacement(text));
        }
        return token.appendTail(command).toString();
    }

    private static String quoted(String value, char quote) {
        return switch (quote) {
            case '\'' -> value.replace("'", "'\\''");
            case '"' -> value.replaceAll("[\\\\$\"`]", "\\\\$0");
            default -> Shell.word(value);
        };
    }
}
