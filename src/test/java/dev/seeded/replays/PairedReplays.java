package dev.seeded.replays;

import dev.seeded.internal.config.Setting;
import dev.seeded.internal.explore.ExploringEngine;
import dev.seeded.replays.FailureLog.Logged;
import dev.seeded.replays.RandomClass.Ability;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.platform.commons.JUnitException;

/**
 * Runs random test classes under pairs of settings, pastes the replay lines that are printed into a shell, each in a JVM of
 * its own, and compares the failure that comes back: test, exception, message and place. A pair that excludes each other has
 * to be refused before a test runs. Arguments: how many lines, the jar, which is the agent too, the seed that decides over all
 * of it, and, for one pair alone, its number, or the names of settings that it has. With {@code each} after the seed, each pair
 * comes once, in turn, and the seed is the number of the first: so many lines are of as many pairs.
 */
public final class PairedReplays {

    /** Of the lines of one run, so many are pasted. */
    private static final int PASTES_OF_RUN = 12;

    private static final int SIDE_BY_SIDE = 2;
    private static final long CLOCK_TOLERANCE_IN_SECONDS = 60;
    private static final Pattern CLOCK = Pattern.compile(" at (-?\\d+)$");
    private static final Pattern LABELLED = Pattern.compile("\\s*(replay|try|first) {2,}(.*)");
    private static final Pattern LISTED = Pattern.compile(" {2}(\\S.*) ran with seed .*");
    private static final Pattern SEGMENT = Pattern.compile("/\\[([a-z-]+):([^]]*)]");
    private static final Pattern INVOCATION_OF_CLASS =
            Pattern.compile("/\\[(nested-)?class-template-invocation:[^]]*]");
    private static final Pattern EXCLUSION = Pattern.compile("(\\S+) cannot be given with (\\S+): .*");
    private static final String DOUBT = "cannot be promised: ";
    private static final String EXIT = "@@exit ";
    private static final String REFUSAL = JUnitException.class.getName() + ": ";
    private static final String ORDER_OF_CLASSES = "junit.jupiter.testclass.order.default";

    /** Values for each setting; those that JUnit has besides are under its own names. */
    private static final List<Given> GIVEN = given();

    private final Path folder;
    private final Path jar;
    private final long seed;
    private final int wanted;
    private final boolean isInTurn;
    private final AtomicInteger pasted = new AtomicInteger();
    private final Map<String, Counts> table = new TreeMap<>();
    private final Map<String, Integer> doubts = new TreeMap<>();

    /** A setting with a value. */
    private record Given(String name, String value, Optional<Setting> setting) {

        static Given of(Setting setting, String value) {
            return new Given(setting.property(), value, Optional.of(setting));
        }

        static Given ofJUnit(String name, String value) {
            return new Given(name, value, Optional.empty());
        }

        boolean is(Setting other) {
            return setting.filter(other::equals).isPresent();
        }

        boolean is(Setting other, String... values) {
            return is(other) && List.of(values).contains(value);
        }

        boolean excludes(Given other) {
            return other.setting
                    .filter(found -> setting.orElse(found).excluded().contains(found))
                    .isPresent();
        }

        String assignment() {
            return name + "=" + value;
        }
    }

    /** What became of the lines under one pair. */
    private static final class Counts {

        private int pastes;
        private int back;
        private int alike;
        private int unpromised;

        /** How often it was refused, and with which sentence. */
        private int refused;

        private String refusal = "";

        private String text() {
            return refused > 0
                    ? "refused " + refused + " × before a test ran: " + refusal
                    : pastes + " pasted, " + back + " came back"
                            + (alike > 0 ? ", " + alike + " of them with another state" : "")
                            + (unpromised > 0 ? "; " + unpromised + " not promised" : "");
        }
    }

    /** A line as its user reads it. */
    private record Line(Logged failure, String label, String command, String doubt) {}

    private PairedReplays(Path folder, Path jar, long seed, int wanted, boolean isInTurn) {
        this.isInTurn = isInTurn;
        this.folder = folder;
        this.jar = jar;
        this.seed = seed;
        this.wanted = wanted;
    }

    private static List<Given> given() {
        List<Given> all = new ArrayList<>();
        for (Setting setting : Setting.values()) {
            values(setting).forEach(value -> all.add(Given.of(setting, value)));
        }
        all.add(Given.ofJUnit("junit.jupiter.testmethod.order.default", "dev.seeded.SeededOrder$Methods"));
        all.add(Given.ofJUnit(ORDER_OF_CLASSES, "dev.seeded.SeededOrder$Classes"));
        all.add(Given.ofJUnit("junit.jupiter.execution.parallel.enabled", "true"));
        all.add(Given.ofJUnit("junit.jupiter.extensions.autodetection.enabled", "true"));
        return all;
    }

    private static List<String> values(Setting setting) {
        return switch (setting) {
            case SEED -> List.of("last");
            case PINS -> List.of("ignore", "fail");
            case ANNOUNCE, CHECK_JVM -> List.of("false");
            // The run fills these in.
            case COMMAND, DRAWS, AFTER -> List.of("");
            case MEMORY -> List.of("memory");
            case REPORT -> List.of("report.jsonl");
            case RUNS -> List.of("12");
            case KEEP_GOING, CHECK, STRICT, UNORDERED, EDGE_CASES -> List.of("true");
            case JOBS -> List.of("2");
            case CHECK_SAME, CHECK_OTHERS -> List.of("5");
            case TIMEOUT -> List.of("5s");
            case SHRINK -> List.of("3s");
            case GLOBAL -> List.of("off", "seed", "detect", "both");
            case CLOCK -> List.of("any", "2024-02-29T23:50:00Z");
            case LOCALE -> List.of("any", "tr-TR");
            case ZONE -> List.of("any", "Asia/Kolkata");
            case BISECT -> List.of("15s");
        };
    }

    /**
     * Replays failures.
     *
     * @throws IllegalStateException if one does not come back
     */
    public static void main(String... arguments) throws IOException, InterruptedException, ExecutionException {
        System.out.println("seed " + arguments[2]);
        List<String> more = new ArrayList<>(List.of(arguments).subList(3, arguments.length));
        boolean isInTurn = more.remove("each");
        Path folder = Files.createTempDirectory("paired");
        try {
            PairedReplays replays = new PairedReplays(
                    folder,
                    Path.of(arguments[1]).toAbsolutePath(),
                    Long.parseLong(arguments[2]),
                    Integer.parseInt(arguments[0]),
                    isInTurn);
            List<List<Given>> pairs = pairs(new Random(isInTurn ? 0 : replays.seed));
            if (isInTurn) {
                Collections.rotate(pairs, -Math.floorMod(replays.seed, pairs.size()));
            }
            if (!more.isEmpty() && more.get(0).matches("\\d+")) {
                replays.run(Integer.parseInt(more.get(0)), pairs);
            } else {
                pairs.removeIf(pair -> !pair.stream().map(Given::name).toList().containsAll(more));
                if (pairs.isEmpty()) {
                    throw new IllegalArgumentException("no pair has " + more);
                }
                replays.run(pairs);
            }
            replays.print();
        } finally {
            delete(folder);
        }
    }

    private static List<List<Given>> pairs(Random random) {
        List<List<Given>> pairs = new ArrayList<>();
        for (int first = 0; first < GIVEN.size(); first++) {
            for (Given second : GIVEN.subList(first + 1, GIVEN.size())) {
                if (!second.name.equals(GIVEN.get(first).name)) {
                    pairs.add(List.of(GIVEN.get(first), second));
                }
            }
        }
        Collections.shuffle(pairs, random);
        return pairs;
    }

    private void run(List<List<Given>> pairs) throws InterruptedException, ExecutionException {
        ExecutorService pool = Executors.newFixedThreadPool(SIDE_BY_SIDE);
        AtomicInteger next = new AtomicInteger();
        List<Future<?>> all = new ArrayList<>();
        for (int worker = 0; worker < SIDE_BY_SIDE; worker++) {
            Callable<Void> work = () -> {
                for (int number = next.getAndIncrement();
                        pasted.get() < wanted && !(isInTurn && number >= pairs.size());
                        number = next.getAndIncrement()) {
                    run(number, pairs);
                }
                return null;
            };
            all.add(pool.submit(work));
        }
        pool.shutdown();
        for (Future<?> worker : all) {
            worker.get();
        }
    }

    /** Runs classes under the pair of this number. */
    private void run(int number, List<List<Given>> pairs) throws IOException, InterruptedException {
        List<Given> pair = pairs.get(number % pairs.size());
        Random random = new Random(31 * seed + number);
        new Unit(number, pair, random, Files.createDirectory(folder.resolve("of" + number))).run();
    }

    private synchronized void count(
            List<Given> pair, String refusal, int pastes, int back, int alike, List<String> unpromised) {
        Counts counts = table.computeIfAbsent(
                pair.stream().map(Given::name).sorted().collect(Collectors.joining(" + ")), unused -> new Counts());
        counts.refused += refusal.isEmpty() ? 0 : 1;
        counts.refusal = refusal;
        counts.pastes += pastes;
        counts.back += back;
        counts.alike += alike;
        counts.unpromised += unpromised.size();
        unpromised.forEach(doubt -> doubts.merge(doubt, 1, Integer::sum));
        System.out.println(back + " of " + pastes + " came back under "
                + pair.stream().map(Given::assignment).toList() + (refusal.isEmpty() ? "" : ", which is refused"));
    }

    private void print() {
        table.forEach((pair, counts) -> System.out.println("PAIR " + pair + ": " + counts.text()));
        doubts.forEach((doubt, count) -> System.out.println("NOT PROMISED " + count + " × " + doubt));
        int pastes = table.values().stream().mapToInt(counts -> counts.pastes).sum();
        int back = table.values().stream().mapToInt(counts -> counts.back).sum();
        int alike = table.values().stream().mapToInt(counts -> counts.alike).sum();
        System.out.println(back + " of " + pastes + " lines brought their failure back, under " + table.size()
                + " pairs, of which "
                + table.values().stream().filter(counts -> counts.refused > 0).count() + " are refused; "
                + doubts.values().stream().mapToInt(count -> count).sum() + " were not promised, and " + alike
                + " came back with another state in the message");
        if (back < pastes) {
            throw new IllegalStateException(pastes - back + " failures did not come back");
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
            });
        }
    }

    /** The classes and runs of one pair. */
    private final class Unit {

        private final int number;
        private final List<Given> pair;
        private final Random random;
        private final Path place;
        private final Map<String, String> sources = new LinkedHashMap<>();
        private final List<Given> all;
        private final boolean hasAgent;
        private final Set<Ability> abilities;
        private final StringBuilder told = new StringBuilder();

        Unit(int number, List<Given> pair, Random random, Path place) {
            this.number = number;
            this.pair = pair;
            this.random = random;
            this.place = place;
            this.all = withNeeded(pair);
            this.hasAgent = needsAgent() || random.nextInt(3) == 0;
            this.abilities = abilities();
        }

        private List<Given> withNeeded(List<Given> some) {
            List<Given> found = new ArrayList<>(some);
            if (isGiven(Setting.KEEP_GOING) || isGiven(Setting.JOBS)) {
                addUnlessGiven(found, Given.of(Setting.RUNS, "12"));
            }
            if (isGiven(Setting.STRICT)) {
                addUnlessGiven(found, Given.of(Setting.GLOBAL, "detect"));
            }
            if (Stream.of(Setting.CHECK_JVM, Setting.CHECK_SAME, Setting.CHECK_OTHERS)
                    .anyMatch(this::isGiven)) {
                addUnlessGiven(found, Given.of(Setting.CHECK, "true"));
            }
            if (found.stream().anyMatch(given -> given.is(Setting.CHECK))) {
                // Judging takes up to ten seconds for each test.
                addUnlessGiven(found, Given.of(Setting.CHECK_SAME, "5"));
                addUnlessGiven(found, Given.of(Setting.CHECK_OTHERS, "5"));
            }
            if (found.stream().anyMatch(given -> given.name.contains("parallel"))) {
                found.add(Given.ofJUnit("junit.jupiter.execution.parallel.mode.default", "concurrent"));
            }
            return found;
        }

        private static void addUnlessGiven(List<Given> found, Given more) {
            boolean fits = found.stream()
                    .noneMatch(given -> given.name.equals(more.name) || given.excludes(more) || more.excludes(given));
            if (fits) {
                found.add(more);
            }
        }

        private boolean isGiven(Setting setting) {
            return pair.stream().anyMatch(given -> given.is(setting));
        }

        private boolean isInForce(Setting setting) {
            return all.stream().anyMatch(given -> given.is(setting));
        }

        private boolean needsAgent() {
            return Stream.of(Setting.GLOBAL, Setting.UNORDERED, Setting.CLOCK).anyMatch(this::isInForce);
        }

        private Set<Ability> abilities() {
            Set<Ability> abilities = EnumSet.noneOf(Ability.class);
            if (all.stream().anyMatch(given -> given.is(Setting.GLOBAL, "seed", "both"))) {
                abilities.add(Ability.JVM_WIDE);
            }
            if (isInForce(Setting.UNORDERED)) {
                abilities.add(Ability.UNORDERED);
            }
            if (isInForce(Setting.CLOCK)) {
                abilities.add(Ability.CLOCK);
            }
            if (isInForce(Setting.TIMEOUT)) {
                abilities.add(Ability.SLEEP);
            }
            if (hasAgent && !isInForce(Setting.GLOBAL)) {
                abilities.add(Ability.ASK_FOR_SEEDING);
            }
            if (isInForce(Setting.TIMEOUT)) {
                abilities.add(Ability.SLEEP);
            }
            return abilities;
        }

        void run() throws IOException, InterruptedException {
            boolean takesLong = Stream.of(Setting.CHECK, Setting.SHRINK, Setting.BISECT, Setting.RUNS, Setting.TIMEOUT)
                    .anyMatch(this::isInForce);
            compile(takesLong ? 1 + random.nextInt(2) : 5);
            boolean isRefused = pair.get(0).excludes(pair.get(1)) || pair.get(1).excludes(pair.get(0));
            if (isRefused) {
                refused();
            } else {
                replayed();
            }
            delete(place);
        }

        private void compile(int count) throws IOException {
            Path written = Files.createDirectory(place.resolve("src"));
            List<String> arguments = new ArrayList<>(List.of(
                    "-proc:none",
                    "-nowarn",
                    "-parameters",
                    "-g",
                    "-cp",
                    System.getProperty("java.class.path"),
                    "-d",
                    place.resolve("classes").toString()));
            for (int at = 0; at < count; at++) {
                String name = "T" + number + (char) ('A' + at) + "Test";
                Path file = written.resolve(name + ".java");
                String source = new RandomClass(name, abilities, random).source();
                sources.put(RandomClass.PACKAGE + "." + name, source);
                Files.writeString(file, source);
                arguments.add(file.toString());
            }
            JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
            if (compiler.run(null, System.out, System.out, arguments.toArray(String[]::new)) != 0) {
                throw new IllegalStateException("classes do not compile, of number " + number);
            }
            Path services = Files.createDirectories(place.resolve("classes/META-INF/services"));
            Files.writeString(
                    services.resolve("org.junit.platform.launcher.TestExecutionListener"), FailureLog.class.getName());
        }

        /** Returns the command of a run; settings come from the command line, properties, or the environment. */
        private String command(List<Given> given, Map<String, String> variables) {
            StringBuilder properties = new StringBuilder();
            StringBuilder options = new StringBuilder();
            for (Given one : given) {
                String value = value(one);
                switch (random.nextInt(one.setting.isPresent() ? 3 : 2)) {
                    case 0 ->
                        options.append(" --config '")
                                .append(one.name)
                                .append('=')
                                .append(value)
                                .append('\'');
                    case 1 ->
                        properties
                                .append(" '-D")
                                .append(one.name)
                                .append('=')
                                .append(value)
                                .append('\'');
                    default -> variables.put(one.setting.orElseThrow().variable(), value);
                }
            }
            return start(properties.toString()) + " " + Replays.LAUNCHER
                    + " execute --disable-banner --disable-ansi-colors --details=none"
                    + classes()
                    + options;
        }

        private String start(String properties) {
            String java = Replays.java(jar, hasAgent);
            return java.substring(0, java.indexOf(" -cp '")) + properties + " -cp '" + place.resolve("classes") + ":"
                    + java.substring(java.indexOf(" -cp '") + " -cp '".length());
        }

        private String classes() {
            return sources.keySet().stream().map(type -> " -c " + type).collect(Collectors.joining());
        }

        private String value(Given given) {
            if (given.is(Setting.COMMAND)) {
                // No id selects a whole run.
                String selected = pair.stream()
                        .filter(one -> one.name.equals(ORDER_OF_CLASSES))
                        .map(order ->
                                classes() + " --config " + order.assignment().replace("$", "\\$"))
                        .findFirst()
                        .orElse(" --select uid:{id}");
                return (start(" {settings}") + " " + Replays.LAUNCHER + " execute" + selected + " --config seed={seed}")
                        .replace("'", "");
            }
            if (given.is(Setting.AFTER)) {
                return sources.keySet().iterator().next();
            }
            if (given.is(Setting.DRAWS)) {
                return "s1.1.AAAA";
            }
            return given.value;
        }

        private String shell(String command, Map<String, String> variables) throws IOException, InterruptedException {
            Map<String, String> more = new LinkedHashMap<>(variables);
            more.put("JDK_JAVA_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto");
            return Replays.shell(command, more, place);
        }

        private void refused() throws IOException, InterruptedException {
            Map<String, String> variables = new LinkedHashMap<>();
            String output = shell(command(all, variables) + "; echo \"" + EXIT + "$?\"", variables);
            List<String> sentences = output.lines()
                    .filter(line -> line.startsWith(REFUSAL))
                    .map(line -> line.substring(REFUSAL.length()))
                    .distinct()
                    .toList();
            boolean areRefused = sentences.size() == 1
                    && isRefusal(sentences.get(0))
                    && !output.contains(RandomClass.RUNS)
                    && !output.contains(EXIT + "0");
            if (!areRefused) {
                tell("NOT REFUSED " + sentences, output);
            }
            pasted.incrementAndGet();
            count(pair, areRefused ? sentences.get(0) : "", areRefused ? 0 : 1, 0, 0, List.of());
        }

        /** Returns whether a sentence says which two do not go together, and where each was written. */
        private boolean isRefusal(String sentence) {
            Matcher named = EXCLUSION.matcher(sentence);
            return named.matches()
                    && written(pair.get(0)).anyMatch(List.of(named.group(1), named.group(2))::contains)
                    && written(pair.get(1)).anyMatch(List.of(named.group(1), named.group(2))::contains);
        }

        private Stream<String> written(Given given) {
            return Stream.of(
                            given.name,
                            "-D" + given.name,
                            given.setting.orElseThrow().variable())
                    .map(place -> place + "=" + value(given));
        }

        private void replayed() throws IOException, InterruptedException {
            List<Given> given = new ArrayList<>(all);
            List<Logged> before = List.of();
            if (isGiven(Setting.SEED)) {
                // Where failed seeds are kept unless a folder is given.
                Files.createDirectory(place.resolve("target"));
                given.removeIf(one -> one.is(Setting.SEED));
                Map<String, String> variables = new LinkedHashMap<>();
                before = FailureLog.read(shell(command(given, variables), variables));
                given.add(Given.of(Setting.SEED, "last"));
            } else {
                given.add(Given.of(Setting.SEED, Long.toString(random.nextLong() >>> 11)));
            }
            if (isGiven(Setting.DRAWS)) {
                given.removeIf(one -> one.is(Setting.DRAWS));
                addUnlessGiven(given, Given.of(Setting.SHRINK, "3s"));
            }
            Map<String, String> variables = new LinkedHashMap<>();
            String command = command(given, variables);
            String output = shell(command, variables);
            told.append(variables).append(' ').append(command).append('\n').append(output);
            List<Line> lines = lines(output);
            Collections.shuffle(lines, random);
            int pastes = 0;
            int back = 0;
            int alike = 0;
            List<String> unpromised = new ArrayList<>();
            if (isGiven(Setting.SEED) && !before.isEmpty()) {
                pastes++;
                back += isAllBack(before, FailureLog.read(output)) ? 1 : 0;
            }
            if (isInTurn) {
                lines.sort(Comparator.comparing(line -> !line.doubt.isEmpty()));
            }
            for (Line line : lines.subList(0, Math.min(isInTurn ? 1 : PASTES_OF_RUN, lines.size()))) {
                if (!line.doubt.isEmpty()) {
                    unpromised.add(line.doubt);
                } else {
                    pastes++;
                    String again = shell(line.command, Map.of());
                    List<Logged> found = FailureLog.read(again);
                    if (found.stream().anyMatch(other -> isBack(line, other))) {
                        back++;
                    } else if (found.stream().anyMatch(other -> isAlike(line.failure, other))) {
                        back++;
                        alike++;
                    } else {
                        tell("LOST " + line, told + "\n--- again\n" + again);
                    }
                }
            }
            pasted.addAndGet(pastes);
            count(pair, "", pastes, back, alike, unpromised);
        }

        /** Returns whether the tests that failed fail again where those run that failed the last time. */
        private boolean isAllBack(List<Logged> before, List<Logged> after) {
            List<Logged> lost = before.stream()
                    .filter(failure -> !failure.note().isEmpty())
                    .filter(failure -> after.stream().noneMatch(again -> isOfOneMethod(failure, again)))
                    .toList();
            lost.forEach(failure -> tell("LOST BY seed=last " + failure, told.toString()));
            return lost.isEmpty();
        }

        /** A test that is explored fails once, whatever the number of its invocations. */
        private static boolean isOfOneMethod(Logged failure, Logged again) {
            String identity = INVOCATION_OF_CLASS.matcher(failure.identity()).replaceAll("");
            return identity.startsWith(again.identity()) || again.identity().startsWith(identity);
        }

        private static boolean isBack(Line line, Logged again) {
            return line.label.equals("first") ? isSameTest(line.failure, again) : isSame(line.failure, again);
        }

        /** What earlier runs of exploring left in a static field is in the message, and in no fresh JVM. */
        private boolean isAlike(Logged failure, Logged again) {
            return ExploringEngine.owns(failure.id())
                    && keepsState(failure)
                    && isSameTest(failure, again)
                    && failure.type().equals(again.type())
                    && failure.place().equals(again.place());
        }

        private boolean keepsState(Logged failure) {
            return sources.entrySet().stream()
                    .anyMatch(type -> failure.id().contains(type.getKey())
                            && RandomClass.KEEPS_STATE.matcher(type.getValue()).find());
        }

        /** Reads the lines of all failures, from their notes or else from the block at the end. */
        private List<Line> lines(String output) {
            List<Line> lines = new ArrayList<>();
            Map<String, List<String>> listed = listed(output);
            for (Logged failure : FailureLog.read(output)) {
                if (failure.message().contains("seed.pins=fail forbids")) {
                    continue;
                }
                List<String> texts = failure.note().isEmpty()
                        ? listed(listed, failure)
                        : failure.note().lines().toList();
                List<Line> found = lines(failure, texts);
                if (found.isEmpty()) {
                    tell("WITHOUT A LINE " + failure, told.toString());
                    count(pair, "", 1, 0, 0, List.of());
                }
                lines.addAll(found);
            }
            return lines;
        }

        /** Returns the lines of each failure in the block; invocations of a test that follow each other share those of the last. */
        private static Map<String, List<String>> listed(String output) {
            Map<String, List<String>> listed = new LinkedHashMap<>();
            List<String> texts = new ArrayList<>();
            for (String line : output.lines().toList()) {
                Matcher title = LISTED.matcher(line);
                if (title.matches()) {
                    texts = texts.isEmpty() ? texts : new ArrayList<>();
                    listed.put(title.group(1), texts);
                } else if (line.startsWith("    ")) {
                    texts.add(line);
                } else {
                    // The block is over.
                    texts = new ArrayList<>();
                }
            }
            return listed;
        }

        private static List<Line> lines(Logged failure, List<String> texts) {
            List<Line> lines = new ArrayList<>();
            String doubt = texts.stream().anyMatch(text -> text.contains("  unseeded  "))
                    ? "draws what nothing seeds, which the note says"
                    : "";
            for (String text : texts) {
                Matcher line = LABELLED.matcher(text);
                if (line.matches() && line.group(2).startsWith(DOUBT)) {
                    doubt = line.group(2).substring(DOUBT.length());
                } else if (line.matches()) {
                    lines.add(new Line(failure, line.group(1), line.group(2), doubt));
                }
            }
            return lines;
        }

        private static List<String> listed(Map<String, List<String>> listed, Logged failure) {
            Comparator<List<String>> bySelection = Comparator.comparing(
                    texts -> texts.stream().noneMatch(text -> text.contains("]" + failure.identity() + "'")));
            return listed.entrySet().stream()
                    .filter(entry -> isTitleOf(entry.getKey(), failure))
                    .map(Map.Entry::getValue)
                    .min(bySelection)
                    .orElse(List.of());
        }

        private static boolean isTitleOf(String title, Logged failure) {
            String types = SEGMENT.matcher(failure.identity())
                    .results()
                    .filter(segment -> segment.group(1).endsWith("class")
                            || segment.group(1).endsWith("class-template"))
                    .map(segment -> segment.group(2))
                    .collect(Collectors.joining("$"));
            return title.equals(types)
                    || SEGMENT.matcher(failure.identity())
                            .results()
                            .map(segment -> segment.group(2))
                            .anyMatch(segment -> title.startsWith(types + "." + segment.replaceFirst("\\(.*", "(")));
        }

        /** Leaves out what is long and of no interest: class paths, and lines for programs. */
        private static String shortened(String output) {
            return output.replaceAll("-cp ('[^']*'|\\S+)", "-cp …")
                    .lines()
                    .filter(line -> !line.contains(FailureLog.MARK))
                    .collect(Collectors.joining("\n"));
        }

        private void tell(String what, String output) {
            synchronized (System.out) {
                System.out.println("==== " + shortened(what) + "\n  of number " + number + " "
                        + all.stream().map(Given::assignment).toList());
                System.out.println(shortened(output));
                sources.values().forEach(System.out::println);
            }
        }
    }

    private static boolean isSame(Logged failure, Logged again) {
        return isSameTest(failure, again)
                && failure.type().equals(again.type())
                && failure.place().equals(again.place())
                && isSameMessage(failure.message(), again.message());
    }

    /** While exploring, a test fails for its invocations, and for its class. */
    private static boolean isSameTest(Logged failure, Logged again) {
        boolean isExplored = ExploringEngine.owns(failure.id());
        if (isExplored && !failure.note().isEmpty() && !again.note().isEmpty()) {
            return (title(again) + " > ").startsWith(title(failure) + " > ");
        }
        String identity =
                isExplored ? INVOCATION_OF_CLASS.matcher(again.identity()).replaceAll("") : again.identity();
        return isExplored ? identity.startsWith(failure.identity()) : identity.equals(failure.identity());
    }

    private static String title(Logged failure) {
        return failure.note().lines().findFirst().orElse("").replaceFirst(" ran with seed .*", "");
    }

    /** The clock runs on. */
    private static boolean isSameMessage(String message, String again) {
        Matcher first = CLOCK.matcher(message);
        Matcher second = CLOCK.matcher(again);
        return first.find() && second.find()
                ? message.substring(0, first.start()).equals(again.substring(0, second.start()))
                        && Math.abs(Long.parseLong(first.group(1)) - Long.parseLong(second.group(1)))
                                < CLOCK_TOLERANCE_IN_SECONDS
                : message.equals(again);
    }
}
