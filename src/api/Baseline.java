import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;

/**
 * Writes the jar with which the public API is compared: its packages, without code. In the project's folder, after {@code
 * mvn compile}:
 *
 * <pre>mvn -q exec:exec -Dexec.executable=java -Dexec.args="-cp %classpath src/api/Baseline.java"</pre>
 */
final class Baseline {

    private static final List<String> PACKAGES = List.of("dev/seeded", "dev/seeded/chance", "dev/seeded/parity");

    private Baseline() {}

    public static void main(String[] arguments) throws IOException {
        Path classes = Path.of("target/classes");
        try (ZipOutputStream jar = new ZipOutputStream(Files.newOutputStream(Path.of("src/api/baseline.jar")))) {
            for (String name : PACKAGES) {
                try (Stream<Path> files = Files.list(classes.resolve(name))) {
                    for (Path file : files.filter(found -> found.toString().endsWith(".class"))
                            .sorted()
                            .toList()) {
                        ZipEntry entry = new ZipEntry(name + "/" + file.getFileName());
                        entry.setTimeLocal(LocalDateTime.of(2026, 11, 1, 0, 0));
                        jar.putNextEntry(entry);
                        jar.write(withoutCode(Files.readAllBytes(file)));
                    }
                }
            }
        }
    }

    private static byte[] withoutCode(byte[] type) {
        ClassWriter written = new ClassWriter(0);
        new ClassReader(type).accept(written, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG);
        return written.toByteArray();
    }
}
