package dev.seeded.internal.shrink;

import dev.seeded.internal.UserError;
import dev.seeded.internal.console.Printable;
import dev.seeded.internal.draws.Domain;
import dev.seeded.internal.draws.Domain.Kind;
import dev.seeded.internal.draws.Draw.Site;
import dev.seeded.internal.draws.GeneratorName;
import dev.seeded.internal.seed.Identity;
import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * The draws of one test as a short text, which is safe in shells and URLs: a byte with the version of the format, two of a
 * check value, in which the test has a part, and for each generator three bytes that stand for its name, the
 * number of its draws and the draws. Each of these is a byte that stands for kind and place, and the value: the smaller, the shorter.
 */
final class DrawsText {

    private static final int VERSION = 2;
    private static final int OF_INVOCATION = 0x10;

    /** Instead of a number of decimal places: all 64 bits of a real number follow. */
    private static final int EXACT = 0x7f;

    private static final int GROUP = 7;

    /** In the order of what stands for them. */
    private static final List<Kind> KINDS = List.of(Kind.WHOLE, Kind.REAL, Kind.TRUTH);

    private DrawsText() {}

    /** A draw as it is written: what stands for its kind and place, and its value. */
    record Entry(int mark, Kind kind, long value) {

        /** Returns whether a draw of the same kind, at the same place, has this mark. */
        boolean isAt(Domain domain, Site site) {
            return mark == DrawsText.mark(domain, site);
        }
    }

    /**
     * Writes draws.
     *
     * @param uniqueId the test or invocation that makes them
     */
    static String of(String uniqueId, List<Choice> draws) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        boolean isOfInvocation = Identity.isOfInvocation(uniqueId);
        if (isOfInvocation) {
            writeHash(out, hash(Identity.of(uniqueId)));
        }
        Map<GeneratorName, List<Choice>> byGenerator = draws.stream()
                .collect(Collectors.groupingBy(Choice::generator, LinkedHashMap::new, Collectors.toList()));
        writeWhole(out, byGenerator.size());
        byGenerator.forEach((generator, choices) -> {
            int name = mark(generator);
            out.write(name >> (2 * Byte.SIZE));
            writeHash(out, name);
            writeWhole(out, choices.size());
            choices.forEach(choice -> write(out, choice));
        });
        byte[] content = out.toByteArray();
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        text.write(VERSION | (isOfInvocation ? OF_INVOCATION : 0));
        writeHash(text, check(uniqueId, content));
        text.writeBytes(content);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.toByteArray());
    }

    /**
     * Reads draws, by what stands for the generator's name.
     *
     * @param source where the text stands
     * @param uniqueId the test or invocation that is to make them
     * @param title what a person calls it
     * @param isListed whether they are for this invocation, whichever they are of
     * @return empty if they are of another invocation of the test
     * @throws UserError if the text is damaged, or of another test
     */
    static Optional<Map<Integer, Queue<Entry>>> parse(
            String text, String source, String uniqueId, String title, boolean isListed) {
        try {
            ByteBuffer in = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text.trim()));
            int head = in.get();
            if ((head & ~OF_INVOCATION) != VERSION) {
                throw new UserError(
                        Printable.quote(text) + " (" + source
                                + ") cannot be read by this version of Seeded: paste the text of a note that this version printed");
            }
            int check = readHash(in);
            if (check != check(uniqueId, rest(in))) {
                throw damaged(text, source, title);
            }
            return (head & OF_INVOCATION) != 0 && readHash(in) != hash(Identity.of(uniqueId)) && !isListed
                    ? Optional.empty()
                    : Optional.of(read(in));
        } catch (UserError mistake) {
            throw mistake;
        } catch (IllegalArgumentException | BufferUnderflowException | IndexOutOfBoundsException noDraws) {
            throw damaged(text, source, title);
        }
    }

    private static UserError damaged(String text, String source, String title) {
        return new UserError(Printable.quote(text) + " (" + source + ") does not fit "
                + title + ": it is damaged, or comes from another test; select the one test whose"
                + " note shows this text, and paste all of it");
    }

    private static Map<Integer, Queue<Entry>> read(ByteBuffer in) {
        Map<Integer, Queue<Entry>> byGenerator = new HashMap<>();
        long generators = readWhole(in);
        for (long generator = 0; generator < generators; generator++) {
            Queue<Entry> entries = byGenerator.computeIfAbsent(
                    ((in.get() & 0xff) << (2 * Byte.SIZE)) | readHash(in), unused -> new ArrayDeque<>());
            long count = readWhole(in);
            for (long entry = 0; entry < count; entry++) {
                entries.add(readEntry(in));
            }
        }
        return byGenerator;
    }

    private static byte[] rest(ByteBuffer in) {
        byte[] rest = new byte[in.remaining()];
        in.duplicate().get(rest);
        return rest;
    }

    private static void write(ByteArrayOutputStream out, Choice choice) {
        out.write(mark(choice.domain(), choice.site()));
        if (choice.domain().kind() != Kind.REAL) {
            writeWhole(out, zigzag(choice.value()));
            return;
        }
        double number = Double.longBitsToDouble(choice.value());
        int places = Domain.decimals(number);
        double scaled = Math.rint(number * Math.pow(10, places));
        if (scaled / Math.pow(10, places) == number && Math.abs(scaled) < 1L << 53) {
            out.write(places);
            writeWhole(out, zigzag((long) scaled));
        } else {
            out.write(EXACT);
            out.writeBytes(
                    ByteBuffer.allocate(Long.BYTES).putLong(choice.value()).array());
        }
    }

    private static Entry readEntry(ByteBuffer in) {
        int mark = in.get() & 0xff;
        Kind kind = KINDS.get(mark >> 6);
        if (kind != Kind.REAL) {
            return new Entry(mark, kind, unzigzag(readWhole(in)));
        }
        int places = in.get();
        return new Entry(
                mark,
                kind,
                places == EXACT
                        ? in.getLong()
                        : Double.doubleToLongBits(unzigzag(readWhole(in)) / Math.pow(10, places)));
    }

    /** Returns what stands for a generator's name, in the test that it belongs to. */
    static int mark(GeneratorName generator) {
        return crc(generator.kind() + " " + generator.owner() + " " + generator.children()) & 0xffffff;
    }

    /** Returns what stands for the kind and the place of a draw, whatever line of its file that is on. */
    private static int mark(Domain domain, @Nullable Site site) {
        String place = site == null || site.frames().isEmpty()
                ? ""
                : site.frames().get(0).getClassName() + "."
                        + site.frames().get(0).getMethodName();
        String method = site == null ? "" : site.method();
        return (KINDS.indexOf(domain.kind()) << 6) | (hash(method + " " + place) & 0x3f);
    }

    /** Returns the identity of the test method that an invocation is one of. */
    private static String method(String uniqueId) {
        String declared = Identity.declared(Identity.of(uniqueId));
        int invocation = declared.lastIndexOf("/[test-template-invocation:");
        return invocation < 0 ? declared : declared.substring(0, invocation);
    }

    private static int check(String uniqueId, byte[] content) {
        CRC32 crc = new CRC32();
        crc.update(method(uniqueId).getBytes(StandardCharsets.UTF_8));
        crc.update(content);
        return (int) (crc.getValue() & 0xffff);
    }

    private static int hash(String text) {
        return crc(text) & 0xffff;
    }

    private static int crc(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return (int) crc.getValue();
    }

    private static void writeHash(ByteArrayOutputStream out, int hash) {
        out.write(hash >> Byte.SIZE);
        out.write(hash);
    }

    private static int readHash(ByteBuffer in) {
        return in.getShort() & 0xffff;
    }

    /** Seven bits a byte, the lowest first, as long as any are left. */
    private static void writeWhole(ByteArrayOutputStream out, long value) {
        long left = value;
        while (left >>> GROUP != 0) {
            out.write((int) ((left & 0x7f) | 0x80));
            left >>>= GROUP;
        }
        out.write((int) left);
    }

    private static long readWhole(ByteBuffer in) {
        long value = 0;
        for (int shift = 0; ; shift += GROUP) {
            byte next = in.get();
            value |= (next & 0x7fL) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    private static long zigzag(long value) {
        return (value << 1) ^ (value >> (Long.SIZE - 1));
    }

    private static long unzigzag(long value) {
        return (value >>> 1) ^ -(value & 1);
    }
}
