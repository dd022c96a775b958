package dev.seeded.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Lines of fields with commas between them; a field with commas of its own is quoted. */
final class Csv {

    private Csv() {}

    static String write(List<String> fields) {
        return fields.stream().map(Csv::quote).collect(Collectors.joining(","));
    }

    private static String quote(String field) {
        // The bug: quotes within the field are to be doubled.
        return field.contains(",") ? '"' + field + '"' : field;
    }

    static List<String> parse(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean isQuoted = false;
        for (int at = 0; at < line.length(); at++) {
            char next = line.charAt(at);
            boolean isDoubled = isQuoted && line.startsWith("\"\"", at);
            if (isDoubled) {
                field.append('"');
                at++;
            } else if (next == '"' && (isQuoted || field.isEmpty())) {
                isQuoted = !isQuoted;
            } else if (next == ',' && !isQuoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(next);
            }
        }
        fields.add(field.toString());
        return fields;
    }
}
