package dev.seeded.internal.config;

import dev.seeded.internal.JvmState;
import dev.seeded.internal.JvmState.Slot;
import dev.seeded.internal.UserError;
import dev.seeded.internal.config.GivenSetting.Source;
import dev.seeded.internal.surroundings.JvmDefaults;
import dev.seeded.internal.surroundings.Surroundings;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The default locale and time zone that this JVM was given for a run. When it is closed, they are those of before again.
 */
public final class GivenSurroundings implements AutoCloseable {

    private static final Slot<GivenSurroundings> GIVEN = JvmState.SURROUNDINGS.holding(GivenSurroundings.class);

    private final Surroundings given;
    private final JvmDefaults before = JvmDefaults.ofThisJvm();
    private final @Nullable GivenSurroundings around = GIVEN.get();

    private GivenSurroundings(Surroundings given) {
        this.given = given;
    }

    /** Returns whether the user wants any for a run. */
    public static boolean areWanted(Settings settings) {
        return settings.find(Setting.LOCALE)
                .or(() -> settings.find(Setting.ZONE))
                .isPresent();
    }

    /** Returns whether they are written in the project: JUnit's parameters are, unless they are system properties. */
    static boolean areOfProject(Settings settings) {
        return areWanted(settings)
                && Stream.of(Setting.LOCALE, Setting.ZONE)
                        .map(settings::find)
                        .flatMap(Optional::stream)
                        .allMatch(setting -> setting.source() == Source.CONFIGURATION_PARAMETER);
    }

    /**
     * Gives this JVM those of a run.
     *
     * @param parameters looks up JUnit's configuration parameters
     * @return what sets them back; empty where none are wanted, and where a setting is wrong, as all tests then fail
     */
    public static Optional<GivenSurroundings> ofRun(Function<String, Optional<String>> parameters) {
        return areWanted(Settings.ofThisJvm(parameters))
                ? Run.ofThisJvm(parameters).value().map(GivenSurroundings::of)
                : Optional.empty();
    }

    /** Gives this JVM those of a run that wants some. */
    public static GivenSurroundings of(Run run) {
        GivenSurroundings made = new GivenSurroundings(run.surroundings());
        JvmDefaults.set(made.given);
        GIVEN.set(made);
        return made;
    }

    /**
     * Makes sure that this JVM has those of a run.
     *
     * @throws UserError if it was given none, or others
     */
    public static void demandFor(Run run, Settings settings) {
        if (areWanted(settings)
                && GIVEN.find().filter(found -> found.areOf(run)).isEmpty()) {
            GivenSetting wanted = settings.find(Setting.LOCALE)
                    .or(() -> settings.find(Setting.ZONE))
                    .orElseThrow();
            throw new UserError(wanted.asTyped()
                    + " came too late for run seed " + run.seed()
                    + ": locale and zone are set before any test class is loaded, for all tests of a run of JUnit's"
                    + " Launcher. Write them, and the seed, where the Launcher reads them: as system properties, in"
                    + " junit-platform.properties or as environment variables, not as parameters of a suite; and let the"
                    + " Launcher register LauncherSessionListeners");
        }
    }

    /** Returns the default locale that this JVM was given, if it was. */
    public static Optional<Locale> locale() {
        return GIVEN.find().flatMap(found -> found.given.locale());
    }

    /** Returns the settings that give other JVMs these surroundings. */
    public static Map<String, String> settings(Surroundings surroundings) {
        Map<String, String> settings = new LinkedHashMap<>();
        surroundings.tag().ifPresent(tag -> settings.put(Setting.LOCALE.property(), tag));
        surroundings.id().ifPresent(id -> settings.put(Setting.ZONE.property(), id));
        return settings;
    }

    /** Returns whether these are the surroundings of a run. */
    public boolean areOf(Run run) {
        return given.equals(run.surroundings());
    }

    @Override
    public void close() {
        before.set();
        GIVEN.set(around);
    }
}
