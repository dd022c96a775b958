package dev.seeded.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The README or a guide, as it is written in Markdown. */
record Document(Path file, List<String> lines) {

    private static final Path GUIDES = Path.of("src/docs");
    private static final Pattern FENCE = Pattern.compile("```(\\w*)");
    private static final Pattern COMMENT = Pattern.compile("<!-- (.*) -->");

    /** Returns the README and all guides. */
    static List<Document> all() throws IOException {
        List<Document> documents = new ArrayList<>(List.of(readme()));
        documents.addAll(guides());
        return documents;
    }

    static List<Document> guides() throws IOException {
        try (Stream<Path> files = Files.list(GUIDES)) {
            List<Document> guides = new ArrayList<>();
            for (Path guide : files.filter(Files::isRegularFile).sorted().toList()) {
                guides.add(read(guide));
            }
            return guides;
        }
    }

    static Document readme() throws IOException {
        return read(Path.of("README.md"));
    }

    static Document read(Path file) throws IOException {
        return new Document(file, Files.readAllLines(file));
    }

    /**
     * A fenced block.
     *
     * @param language what the fence says of it
     * @param comment the HTML comment on the line before the fence, which readers don't see
     * @param start the index of its first line within the document
     * @param lines the lines between the fences
     */
    record Block(String language, Optional<String> comment, int start, List<String> lines) {

        String text() {
            return String.join("\n", lines);
        }
    }

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        for (int at = 0; at < lines.size(); at++) {
            Matcher fence = FENCE.matcher(lines.get(at));
            if (fence.matches()) {
                Optional<String> comment = at == 0
                        ? Optional.empty()
                        : Optional.of(COMMENT.matcher(lines.get(at - 1)))
                                .filter(Matcher::matches)
                                .map(found -> found.group(1));
                int start = at + 1;
                int length = lines.subList(start, lines.size()).indexOf("```");
                if (length < 0) {
                    throw new IllegalStateException(this + ", line " + start + ": a block without an end");
                }
                blocks.add(new Block(fence.group(1), comment, start, lines.subList(start, start + length)));
                at = start + length;
            }
        }
        return blocks;
    }

    /** Returns the lines outside of fenced blocks. */
    List<String> prose() {
        List<String> prose = new ArrayList<>(lines);
        List<Block> blocks = blocks();
        for (int last = blocks.size() - 1; last >= 0; last--) {
            Block block = blocks.get(last);
            prose.subList(block.start() - 1, block.start() + block.lines().size() + 1)
                    .clear();
        }
        return prose;
    }

    @Override
    public String toString() {
        return file.toString();
    }
}
