package dev.seeded.internal.code;

import dev.seeded.internal.code.ClassCode.Call;
import dev.seeded.internal.code.ClassCode.Method;
import dev.seeded.internal.code.ClassCode.StaticField;
import dev.seeded.internal.draws.UserCode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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

    private static final Set<String> THREAD_LOCALS =
            Set.of("Ljava/lang/ThreadLocal;", "Ljava/lang/InheritableThreadLocal;");

    /** Each class of the project is read once. */
    private static final Map<String, Optional<ClassCode>> READ = new ConcurrentHashMap<>();

    private final Project project;
    private final Set<String> classes = new LinkedHashSet<>();
    private final Map<String, ClassCode> own = new LinkedHashMap<>();

    private final List<ClassCode> others = new ArrayList<>();

    /** The used classes by their names. */
    private final Map<String, ClassCode> used = new LinkedHashMap<>();

    /** The methods of these that the test may call, by the name of the class. */
    private final Map<String, Set<Method>> called = new LinkedHashMap<>();

    private final Set<String> otherNames;

    private TestCode(Project project, Collection<String> others) {
        this.project = project;
        otherNames = others.stream().map(Project::internalName).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * Reads the code of a test.
     *
     * @param classes the classes that it belongs to, the innermost first
     * @param others the names of test classes that may have changed what it uses
     */
    public static TestCode of(List<? extends Class<?>> classes, Collection<String> others) {
        TestCode code = new TestCode(Project.of(classes.get(0)), others);
        classes.stream().map(Class::getName).map(Project::internalName).forEach(code.classes::add);
        code.classes.stream().flatMap(code::withParents).forEach(found -> code.own.put(found.name(), found));
        code.own.values().stream().flatMap(ClassCode::calls).forEach(code::use);
        code.otherNames.stream()
                .limit(REACHED)
                .map(code::read)
                .flatMap(Optional::stream)
                .forEach(code.others::add);
        return code;
    }

    private void use(Call call) {
        if (!own.containsKey(call.owner()) && used.size() < CLASSES) {
            read(call.owner()).ifPresent(type -> {
                used.put(type.name(), type);
                Set<Method> methods = called.computeIfAbsent(type.name(), unused -> new LinkedHashSet<>());
                // Which of its methods others call on an object, nobody knows.
                Stream<Method> more = call.isStatic()
                        ? Stream.ofNullable(type.methods().get(call.method()))
                        : type.methods().values().stream().filter(method -> !method.isStatic());
                more.filter(methods::add)
                        .flatMap(method -> method.calls().stream())
                        .filter(next -> isPartOf(type, next))
                        .toList()
                        .forEach(this::use);
            });
        }
    }

    private static boolean isPartOf(ClassCode type, Call call) {
        return call.owner().equals(type.name()) || call.owner().startsWith(type.name() + "$");
    }

    private Optional<ClassCode> read(String name) {
        return project.includes(name) && UserCode.includes(name.replace('/', '.'))
                ? READ.computeIfAbsent(name, unused -> project.read(name).map(ClassCode::of))
                : Optional.empty();
    }

    private Stream<ClassCode> withParents(@Nullable String name) {
        return Stream.iterate(
                        Optional.ofNullable(name).flatMap(this::read),
                        Optional::isPresent,
                        found -> found.map(ClassCode::parent).flatMap(this::read))
                .flatMap(Optional::stream);
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
        Set<String> reached = reach(otherNames).keySet();
        return keptInUsed(owner -> reached.size() >= REACHED || reached.contains(owner));
    }

    private Optional<String> keptInUsed(Predicate<String> owners) {
        return reads().sorted()
                .filter(key -> owners.test(ClassCode.owner(key)) && isKept(key))
                .map(TestCode::name)
                .findFirst();
    }

    /** Returns the first static field of these classes of the test whose object changes when it is used; empty for none. */
    public Optional<String> keptInObject() {
        Set<String> reads = reads().collect(Collectors.toSet());
        return own.values().stream()
                .flatMap(type -> type.fields().stream())
                .filter(field -> reads.contains(field.key()))
                .filter(field -> read(objectType(field)).stream()
                        .anyMatch(type -> type.changed().contains(ClassCode.instance(type.name()))))
                .map(field -> name(field.key()))
                .findFirst();
    }

    private static String objectType(StaticField field) {
        return field.type().startsWith("L")
                ? field.type().substring(1, field.type().length() - 1)
                : "";
    }

    /** Returns the static fields that the test may read. */
    private Stream<String> reads() {
        return Stream.concat(
                        own.values().stream().flatMap(type -> type.methods().values().stream()),
                        called.values().stream().flatMap(Set::stream))
                .flatMap(method -> method.reads().stream())
                .distinct();
    }

    private boolean isKept(String key) {
        String owner = ClassCode.owner(key);
        return !own.containsKey(owner)
                && read(owner).stream()
                        .flatMap(type -> type.fields().stream()
                                .filter(field -> field.key().equals(key))
                                .map(field -> isInstanceOf(type, field) ? ClassCode.instance(owner) : key))
                        .anyMatch(changed -> isChanged(changed, owner));
    }

    /** Returns whether a field has the one instance of its class, whose state is there for all, or one of a few. */
    private static boolean isInstanceOf(ClassCode type, StaticField field) {
        return type.isSingleton() && objectType(field).equals(type.name());
    }

    private boolean isChanged(String key, String owner) {
        return Stream.of(own.values().stream(), used.values().stream(), read(owner).stream(), others.stream())
                .flatMap(types -> types)
                .anyMatch(type -> type.changed().contains(key));
    }

    /** Returns the first static field of these classes of the test that each thread has another value of; empty for none. */
    public Optional<String> threadLocal(Collection<String> classNames) {
        return own.values().stream()
                .filter(type -> classNames.contains(type.name().replace('/', '.')))
                .flatMap(type -> type.fields().stream()
                        .filter(field ->
                                THREAD_LOCALS.contains(field.type()) && isIn(reads(), type.name(), field.name()))
                        .map(field -> name(field.key())))
                .findFirst();
    }

    /** Returns whether a field is among others: in code, an inherited one has the name of the class that inherits it. */
    private boolean isIn(Stream<String> fields, String owner, String field) {
        Set<String> names = Stream.concat(
                        Stream.of(owner),
                        Stream.concat(own.keySet().stream(), others.stream().map(ClassCode::name)))
                .map(name -> ClassCode.field(name, field))
                .collect(Collectors.toSet());
        return fields.anyMatch(names::contains);
    }

    private static String name(String key) {
        int end = key.indexOf('.');
        return "the static field " + key.substring(0, end).replace('/', '.') + key.substring(end);
    }

    /** Returns whether the test may read a static field of its superclass that code changes after its initialization. */
    public boolean readsChanging(String className, String field) {
        String owner = Project.internalName(className);
        return isIn(reads(), owner, field)
                && isIn(
                        Stream.of(own.values(), used.values(), others)
                                .flatMap(Collection::stream)
                                .flatMap(type -> type.changed().stream()),
                        owner,
                        field);
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

    /** Returns what no seed repeats, with the classes that refer to it; empty for nothing. */
    public String uncontrolled() {
        Map<String, Set<String>> places = new TreeMap<>();
        own.forEach((name, type) -> uncontrolled(name, type.methods().values(), places));
        called.forEach((name, methods) -> uncontrolled(name, methods, places));
        return places.entrySet().stream()
                .map(found -> found.getKey() + " in " + named(found.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static void uncontrolled(String name, Collection<Method> methods, Map<String, Set<String>> places) {
        methods.stream()
                .flatMap(method -> method.calls().stream())
                .map(Uncontrolled::by)
                .flatMap(Optional::stream)
                .forEach(what -> places.computeIfAbsent(what, unused -> new LinkedHashSet<>())
                        .add(name.replace('/', '.')));
    }

    private static String named(Set<String> classNames) {
        int more = classNames.size() - PLACES;
        return classNames.stream().limit(PLACES).collect(Collectors.joining(", "))
                + (more > 0 ? " and " + more + " more" : "");
    }
}
