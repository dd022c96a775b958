package dev.seeded.benchmark;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * Generated test classes, which each variant writes in its own way.
 *
 * @param folder where they are compiled
 * @param classes the number of classes
 * @param methods the number of test methods in each class
 * @param repetitions how often each method runs
 */
record Suite(Path folder, int classes, int methods, int repetitions) implements AutoCloseable {

    static Suite compile(List<Variant> variants, int classes, int methods, int repetitions) throws IOException {
        Suite suite = new Suite(Files.createTempDirectory("suite"), classes, methods, repetitions);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        List<JavaFileObject> sources = variants.stream().flatMap(suite::sources).toList();
        List<String> options = List.of("-d", suite.folder.toString(), "-proc:none");
        if (!compiler.getTask(null, null, null, options, null, sources).call()) {
            throw new IllegalStateException("the generated tests don't compile");
        }
        return suite;
    }

    private Stream<JavaFileObject> sources(Variant variant) {
        return IntStream.range(0, classes)
                .mapToObj(number -> source(variant.className(number), variant.source(number, methods, repetitions)));
    }

    private static JavaFileObject source(String name, String text) {
        return new SimpleJavaFileObject(URI.create("string:///" + name + ".java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }

    long tests() {
        return (long) classes * methods * repetitions;
    }

    /** Deletes the compiled classes. */
    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
