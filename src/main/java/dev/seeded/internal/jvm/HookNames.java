package dev.seeded.internal.jvm;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The names that the hooks, and what they use, have in {@code java.base}. */
public final class HookNames {

    /** What they begin with. */
    public static final String PREFIX = "java.util.Seeded";

    /** What their internal names begin with. */
    public static final String INTERNAL_PREFIX = "java/util/Seeded";

    /** What they begin with in the library. */
    public static final String HOOKS = "dev/seeded/internal/jvm/hooks/";

    /** What the names of the classes begin with that they use. */
    public static final String SEED = "dev/seeded/internal/seed/";

    private static final int CONSTANT_POOL = 8;

    private HookNames() {}

    /** Renames the hooks in a class file, be it of one of them or of one that calls them: all names are in its constant pool. */
    public static byte[] moved(byte[] original) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(original.length);
        int copied = 0;
        int at = CONSTANT_POOL + Short.BYTES;
        int entries = unsignedShort(original, CONSTANT_POOL);
        for (int entry = 1; entry < entries; entry++) {
            switch (original[at]) {
                case 1 -> {
                    int begin = at + 1 + Short.BYTES;
                    int length = unsignedShort(original, at + 1);
                    byte[] renamed = length > SEED.length() ? renamed(original, begin, length) : null;
                    if (renamed != null) {
                        bytes.write(original, copied, at + 1 - copied);
                        bytes.write(renamed.length >> Byte.SIZE);
                        bytes.write(renamed.length);
                        bytes.write(renamed, 0, renamed.length);
                        copied = begin + length;
                    }
                    at = begin + length;
                }
                case 5, 6 -> {
                    at += 1 + Long.BYTES;
                    entry++;
                }
                case 7, 8, 16, 19, 20 -> at += 1 + Short.BYTES;
                case 15 -> at += 2 + Short.BYTES;
                default -> at += 1 + Integer.BYTES;
            }
        }
        bytes.write(original, copied, original.length - copied);
        return bytes.toByteArray();
    }

    /** Returns a text with the new names, or null if it has no name of a hook. */
    private static byte @Nullable [] renamed(byte[] bytes, int begin, int length) {
        String text = new String(bytes, begin, length, StandardCharsets.ISO_8859_1);
        String renamed = text.replace(HOOKS, INTERNAL_PREFIX).replace(SEED, INTERNAL_PREFIX);
        return renamed.equals(text) ? null : renamed.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static int unsignedShort(byte[] bytes, int at) {
        return ((bytes[at] & 0xFF) << Byte.SIZE) | (bytes[at + 1] & 0xFF);
    }
}
