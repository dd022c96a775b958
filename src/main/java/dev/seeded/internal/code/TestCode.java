package dev.seeded.internal.code;

import static java.util.Objects.requireNonNull;

import dev.seeded.internal.code.ClassCode.Call;
import dev.seeded.internal.code.ClassCode.Method;
import dev.seeded.internal.code.ClassCode.StaticField;
import dev.seeded.internal.draws.UserCode;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a test may depend on besides its seed, as the class files tell: those of its own classes and of what these extend,
 * and those of the classes of its project that these use. That code may do something does not say that it did.
 */
public final class TestCode {

    /** More would take too long. */
    private static final int CLASSES = 200;

    /** So many take a moment, once. */
    private static final int REACHED = 1_000;

    private static final int PLACES = 3;

    /** Each class of the project is read once. */
    private static final Map<String, Optional<ClassCode>> READ = new ConcurrentHashMap<>();

    /** What tests refer to that no seed repeats, for those that run often. */
    private static final Map<String, String> UNCONTROLLED = new ConcurrentHashMap<>();

    private final Project project;
    private final Set<String> classes = new LinkedHashSet<>();
    private final Map<String, ClassCode> own = new LinkedHashMap<>();

    /** What test classes lead to that may have changed what the test uses. */
    private final Map<String, ClassCode> others;

    /** The used classes by their names. */
    private final Map<String, ClassCode> used = new LinkedHashMap<>();

    /** The methods of these that the test may call, by the name of the class. */
    private final Map<String, Set<Method>> called = new LinkedHashMap<>();

    private final List<Method> further = new ArrayList<>();

    /** The static fields that code sets after their initialization, or whose contents it changes. */
    private final Set<String> changed;

    private TestCode(Project project, List<? extends Class<?>> classes, Collection<String> others) {
        this.project = project;
        classes.stream().map(Class::getName).map(Project::internalName).forEach(this.classes::add);
        this.classes.stream().flatMap(this::withParents).forEach(found -> own.put(found.name(), found));
        own.values().stream().flatMap(ClassCode::calls).forEach(this::use);
        own.values().stream()
                .flatMap(ClassCode::namedInTexts)
                .flatMap(this::withParents)
                .filter(type -> !own.containsKey(type.name()))
                .forEach(type -> use(type, type.methods().values().stream()));
        this.others = reach(others.stream().map(Project::internalName).toList());
        changed = Stream.of(own, used, this.others)
                .flatMap(types -> types.values().stream())
                .flatMap(type -> type.changed().stream())
                .map(this::declared)
                .collect(Collectors.toSet());
    }

    /**
     * Reads the code of a test.
     *
     * @param classes the classes that it belongs to, the innermost first
     * @param others the names of test classes that may have changed what it uses
     */
    public static TestCode of(List<? extends Class<?>> classes, Collection<String> others) {
        return new TestCode(Project.of(classes.get(0)), classes, others);
    }

    private void use(Call call) {
        if (own.containsKey(call.owner()) || used.size() >= CLASSES) {
            return;
        }
        if (call.isStatic()) {
            declaring(call)
                    .forEach(type -> use(type, Stream.ofNullable(type.methods().get(call.method()))));
        } else {
            // Which of its methods others call on an object, nobody knows.
            withParents(call.owner())
                    .forEach(type -> use(type, type.methods().values().stream().filter(method -> !method.isStatic())));
        }
    }

    private void use(ClassCode type, Stream<Method> some) {
        used.put(type.name(), type);
        Set<Method> methods = called.computeIfAbsent(type.name(), unused -> new LinkedHashSet<>());
        some.filter(methods::add)
                .flatMap(method -> method.calls().stream())
                .filter(next -> isPartOf(type, next) || isInOwn(type) || isOnStaticField(type, next))
                .toList()
                .forEach(this::use);
    }

    /** Returns whether a class is one in the test's own. */
    private boolean isInOwn(ClassCode type) {
        return own.keySet().stream().anyMatch(name -> type.name().startsWith(name + "$"));
    }

    /** Returns whether a call may be one on an object that the class keeps. */
    private static boolean isOnStaticField(ClassCode type, Call call) {
        return !call.isStatic()
                && type.fields().stream().anyMatch(field -> field.objectType().equals(call.owner()));
    }

    private static boolean isPartOf(ClassCode type, Call call) {
        return call.owner().equals(type.name()) || call.owner().startsWith(type.name() + "$");
    }

    private Optional<ClassCode> read(String name) {
        return project.includes(name) && UserCode.includes(name.replace('/', '.'))
                ? READ.computeIfAbsent(name, unused -> project.read(name).map(ClassCode::of))
                : Optional.empty();
    }

    private Stream<ClassCode> withParents(String name) {
        return read(name).stream()
                .flatMap(type ->
                        Stream.concat(Stream.of(type), type.parents().stream().flatMap(this::withParents)));
    }

    /** Returns the class that has the method which a call names. */
    private Stream<ClassCode> declaring(Call call) {
        return withParents(call.owner())
                .filter(type -> type.methods().containsKey(call.method()))
                .limit(1);
    }

    /** Returns the field where it is declared: in code, an inherited one has the name of the class that inherits it. */
    private String declared(String key) {
        return fields(key).map(StaticField::key).findFirst().orElse(key);
    }

    private Stream<StaticField> fields(String key) {
        String owner = ClassCode.owner(key);
        String name = key.substring(owner.length() + 1);
        return withParents(owner)
                .flatMap(type -> type.fields().stream())
                .filter(field -> field.name().equals(name));
    }

    /** Returns the first static field of a used class in which tests may leave something; empty for none. */
    public Optional<String> keptInUsed() {
        return keptInUsed(unused -> true);
    }

    /**
     * Returns the first static field of a used class in which the other test classes may leave something; empty for none. If
     * they lead to too many classes, any may.
     */
    public Optional<String> keptByOthers() {
        return keptInUsed(owner -> others.size() >= REACHED || others.containsKey(owner));
    }

    /**
     * Returns what JUnit and the JDK keep while the tests of a class run, and they may change: an extension of the project, the
     * count of failures, or the default time zone; empty for nothing.
     */
    public Optional<String> keptByOthersThanFields() {
        return own.values().stream()
                .flatMap(type -> Stream.concat(type.makes(ClassCode.ANNOTATIONS), type.makes("<clinit>")))
                .filter(name -> withParents(name).anyMatch(ClassCode::isExtension))
                .filter(name -> haveState(Stream.of(name))
                        || withParents(name)
                                .anyMatch(type -> type.calls("beforeAll(").anyMatch(TestCode::isOnStore)))
                .map(name -> "the extension " + name.replace('/', '.'))
                .sorted()
                .findFirst()
                .or(() -> own.values().stream()
                        .flatMap(ClassCode::calls)
                        .filter(call -> call.name().equals("getFailureCount")
                                && call.owner().endsWith("/RepetitionInfo"))
                        .map(unused -> "the failure count of RepetitionInfo")
                        .findFirst())
                .or(() -> Stream.concat(
                                own.values().stream().flatMap(ClassCode::calls),
                                further().flatMap(method -> method.calls().stream()))
                        .filter(call ->
                                call.name().equals("setDefault") && call.owner().equals("java/util/TimeZone"))
                        .map(unused -> "the default time zone")
                        .findFirst());
    }

    private static boolean isOnStore(Call call) {
        return call.owner().equals("org/junit/jupiter/api/extension/ExtensionContext$Store");
    }

    /** What is not used directly often keeps what means nothing to the test; that it counts is seen in its results. */
    private Optional<String> keptInUsed(Predicate<String> owners) {
        return Stream.<Supplier<Stream<String>>>of(
                        () -> reads(methods()).filter(this::isChanging),
                        () -> reads(further()).filter(this::isCounting))
                .flatMap(kept -> kept.get()
                        .filter(key -> owners.test(ClassCode.owner(key)) && isUsed(ClassCode.owner(key)))
                        .sorted())
                .map(TestCode::name)
                .findFirst();
    }

    /**
     * Returns whether a class is neither the test's own nor the JDK's: no test reads what another one wrote to {@code
     * System.out}. What an interface of the test has is not initialized with the test.
     */
    private boolean isUsed(String owner) {
        return !owner.startsWith("java/")
                && (!own.containsKey(owner) || own.get(owner).isInterface());
    }

    /** Returns the static fields that methods may read. */
    private Stream<String> reads(Stream<Method> some) {
        return some.flatMap(method -> method.reads().stream())
                .map(this::declared)
                .distinct();
    }

    /** Returns the methods that those that the test may call lead to, as far as their classes are not too many. */
    private Stream<Method> further() {
        if (further.isEmpty()) {
            Set<Method> known = Collections.newSetFromMap(new IdentityHashMap<>());
            called.values().forEach(known::addAll);
            further.addAll(known);
            Set<String> types = new HashSet<>();
            for (int at = 0; at < further.size() && types.size() < CLASSES; at++) {
                for (Call call : further.get(at).calls()) {
                    declaring(call).forEach(type -> {
                        types.add(type.name());
                        Method method = requireNonNull(type.methods().get(call.method()));
                        if (known.add(method)) {
                            further.add(method);
                        }
                    });
                }
            }
        }
        return further.stream();
    }

    /** Returns whether code sets a static number after its initialization, or counts with it. */
    private boolean isCounting(String key) {
        return isChanged(key, ClassCode.owner(key)) && fields(key).limit(1).anyMatch(StaticField::isNumber);
    }

    /** Returns the methods of the test's classes, and those that they may call. */
    private Stream<Method> methods() {
        return Stream.concat(
                own.values().stream().flatMap(type -> type.methods().values().stream()),
                called.values().stream().flatMap(Set::stream));
    }

    /** Returns whether code sets a static field after its initialization, or may change the object that it has. */
    private boolean isChanging(String key) {
        String owner = ClassCode.owner(key);
        return isChanged(key, owner)
                || fields(key).limit(1).anyMatch(field -> Mutators.havePosition(field.objectType()) || hasState(field))
                || isInitializedLater(owner);
    }

    /** Returns whether the first test that uses a class may decide what the class is initialized with. */
    private boolean isInitializedLater(String owner) {
        return initializing(owner)
                .anyMatch(method -> reads(Stream.of(method)).anyMatch(key -> isChangedElsewhere(key, owner))
                        || method.calls().stream()
                                .anyMatch(call -> draws(call) || (readsSurroundings(call) && changesSurroundings())));
    }

    private boolean isChangedElsewhere(String key, String owner) {
        String other = ClassCode.owner(key);
        return !other.equals(owner) && isChanged(key, other);
    }

    /** Returns whether test code changes what a class may find while it is initialized, and may then set it back. */
    private boolean changesSurroundings() {
        return Stream.concat(
                        methods().flatMap(method -> method.calls().stream()),
                        others.values().stream().flatMap(ClassCode::calls))
                .anyMatch(call -> Mutators.changeSystemProperties(call) || Localized.isChangedBy(call));
    }

    private static boolean readsSurroundings(Call call) {
        return Mutators.readSystemProperties(call) || Localized.include(call);
    }

    /** Returns whether a call draws: from the seed of the test that runs, if it or the JVM is seeded. */
    private static boolean draws(Call call) {
        boolean makesGenerator = call.name().equals("<init>");
        return call.owner().equals("dev/seeded/Seed")
                || (!makesGenerator && Uncontrolled.unseededBy(call).isPresent());
    }

    /** Returns the initializer of a class, and the methods that it calls. */
    private Stream<Method> initializing(String owner) {
        return read(owner).stream()
                .flatMap(ClassCode::initializer)
                .flatMap(initializer -> Stream.concat(
                        Stream.of(initializer),
                        initializer.calls().stream()
                                .flatMap(call -> declaring(call)
                                        .flatMap(type ->
                                                Stream.ofNullable(type.methods().get(call.method()))))));
    }

    private boolean isChanged(String key, String owner) {
        return changed.contains(key)
                || read(owner).filter(type -> type.changed().contains(key)).isPresent();
    }

    /**
     * Returns whether the test may change the object that a field has, or may call methods of it that change it or what it is
     * made of.
     */
    private boolean hasState(StaticField field) {
        String type = field.objectType();
        if (changed.contains(ClassCode.instance(type))) {
            return true;
        }
        if (called.getOrDefault(type, Set.of()).stream().allMatch(Method::isStatic)) {
            return false;
        }
        return haveState(Stream.concat(
                Stream.of(type),
                read(ClassCode.owner(field.key())).stream()
                        .flatMap(owner -> owner.makes("<clinit>"))
                        .filter(made -> withParents(made)
                                .anyMatch(parent -> parent.name().equals(type)))));
    }

    /** Returns whether code changes objects of these classes, or what they are made of. */
    private boolean haveState(Stream<String> types) {
        Set<String> parts = types.collect(Collectors.toCollection(LinkedHashSet::new));
        List<String> open = new ArrayList<>(parts);
        for (int at = 0; at < open.size() && at < CLASSES; at++) {
            withParents(open.get(at))
                    .flatMap(part -> Stream.concat(Stream.of(part.name()), part.makes("<init>")))
                    .filter(parts::add)
                    .forEach(open::add);
        }
        return parts.stream().anyMatch(part -> isChanged(ClassCode.instance(part), part));
    }

    private static String name(String key) {
        int end = key.indexOf('.');
        return "the static field " + key.substring(0, end).replace('/', '.') + key.substring(end);
    }

    /** Returns whether the test may read a static field of its superclass that code changes after its initialization. */
    public boolean readsChanging(String className, String field) {
        String key = ClassCode.field(Project.internalName(className), field);
        return reads(methods()).anyMatch(key::equals) && isChanging(key);
    }

    /** Returns whether the code of test classes, or of those beside them, changes a static field or what it holds. */
    public static boolean changes(Collection<? extends Class<?>> classes, Field field) {
        try {
            List<Class<?>> all = classes.stream()
                    .flatMap(type -> Stream.of(type.getNestMembers()))
                    .<Class<?>>map(type -> type)
                    .distinct()
                    .toList();
            String owner = Project.internalName(field.getDeclaringClass().getName());
            return of(all, List.of()).changed.contains(ClassCode.field(owner, field.getName()));
        } catch (RuntimeException | LinkageError unreadable) {
            // A class file that no compiler wrote.
            return false;
        }
    }

    /**
     * Returns those system properties whose names, or beginnings of names, are in the code that a test leads to. What its
     * superclass sets is the same whatever ran before.
     */
    public Set<String> known(Collection<String> properties) {
        if (properties.isEmpty()) {
            return Set.of();
        }
        Collection<ClassCode> reached = reach(own.keySet()).values();
        return properties.stream()
                .filter(property -> !isInherited(property)
                        && reached.stream()
                                .anyMatch(type -> type.texts().stream().anyMatch(text -> isName(text, property))))
                .collect(Collectors.toSet());
    }

    /** Returns whether the default locale may decide what the tests, or what they call, do. */
    public boolean isLocalized() {
        return methods().flatMap(method -> method.calls().stream()).anyMatch(Localized::include);
    }

    private boolean isInherited(String property) {
        return own.values().stream()
                .filter(type -> !classes.contains(type.name()))
                .anyMatch(
                        type -> type.texts().contains(property) && type.calls().anyMatch(Mutators::setProperties));
    }

    private static boolean isName(String text, String property) {
        // A text that is put together has a mark in place of its variable parts.
        int end = text.indexOf('\1');
        return end < 0
                ? text.equals(property) || (text.endsWith(".") && property.startsWith(text))
                : end > 0 && property.startsWith(text.substring(0, end));
    }

    /** Returns the classes of the project that the code of classes leads to, as far as they are not too many. */
    private Map<String, ClassCode> reach(Collection<String> names) {
        Set<String> known = new LinkedHashSet<>(names);
        List<String> open = new ArrayList<>(known);
        Map<String, ClassCode> found = new LinkedHashMap<>();
        for (int at = 0; at < open.size() && found.size() < REACHED; at++) {
            withParents(open.get(at)).forEach(type -> {
                found.put(type.name(), type);
                type.named().filter(project::includes).filter(known::add).forEach(open::add);
            });
        }
        return found;
    }

    /** Returns what {@link #uncontrolled(boolean)} does, of a test that may run often; empty as well if it cannot be read. */
    public static String uncontrolled(List<? extends Class<?>> classes, boolean seedsJvm) {
        String key = classes.stream().map(Class::getName).collect(Collectors.joining(" ", seedsJvm + " ", ""));
        try {
            return UNCONTROLLED.computeIfAbsent(
                    key, unused -> of(classes, List.of()).uncontrolled(seedsJvm));
        } catch (RuntimeException | LinkageError unreadable) {
            // A class file that no compiler wrote.
            return "";
        }
    }

    /**
     * Returns what no seed repeats, with the classes that refer to it; empty for nothing.
     *
     * @param seedsJvm whether unseeded random numbers are seeded, or detected, and so not among them
     */
    public String uncontrolled(boolean seedsJvm) {
        Function<Call, Optional<String>> what =
                seedsJvm ? Uncontrolled::by : call -> Uncontrolled.by(call).or(() -> Uncontrolled.unseededBy(call));
        Map<String, Set<String>> places = new TreeMap<>();
        own.forEach((name, type) -> uncontrolled(name, type.methods().values(), what, places));
        called.forEach((name, methods) -> uncontrolled(name, methods, what, places));
        used.forEach((name, type) -> uncontrolled(name, type.initializer().toList(), what, places));
        return places.entrySet().stream()
                .map(found -> found.getKey() + " in " + named(found.getValue()))
                .collect(Collectors.joining(", "));
    }

    /** Returns whether the tests, or what they call, set or remove system properties. */
    public boolean setsProperties() {
        return methods().flatMap(method -> method.calls().stream()).anyMatch(Mutators::changeSystemProperties);
    }

    private static void uncontrolled(
            String name,
            Collection<Method> methods,
            Function<Call, Optional<String>> what,
            Map<String, Set<String>> places) {
        methods.stream()
                .flatMap(method -> method.calls().stream())
                .map(what)
                .flatMap(Optional::stream)
                .forEach(found -> places.computeIfAbsent(found, unused -> new LinkedHashSet<>())
                        .add(name.replace('/', '.')));
    }

    private static String named(Set<String> classNames) {
        int more = classNames.size() - PLACES;
        return classNames.stream().limit(PLACES).collect(Collectors.joining(", "))
                + (more > 0 ? " and " + more + " more" : "");
    }
}
