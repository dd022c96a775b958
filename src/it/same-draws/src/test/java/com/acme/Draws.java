package com.acme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Writes what a test drew to the file that the property "draws" names. */
final class Draws {

    private Draws() {}

    static synchronized void write(String id, List<Long> draws) {
        try {
            Files.writeString(
                    Path.of(System.getProperty("draws")),
                    id + "=" + draws + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException unexpected) {
            throw new UncheckedIOException(unexpected);
        }
    }
}
