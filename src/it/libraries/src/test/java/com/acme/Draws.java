package com.acme;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Writes what a test drew to the file that the property "draws" names. */
final class Draws {

    private Draws() {}

    static synchronized void write(String library, Object drawn) throws IOException {
        Files.writeString(
                Path.of(System.getProperty("draws")),
                library + "=" + drawn + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }
}
