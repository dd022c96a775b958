package dev.seeded.internal.surroundings;

import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The locales that this JDK has, by their language tags. */
final class Locales {

    private static final String WHAT = "locale";

    /** Locales that break code which was tried in another one; a golden list, as the choice depends on it. */
    private static final List<String> AWKWARD = List.of(
            // An I without a dot is a letter of its own.
            "tr-TR",
            "az-Latn-AZ",
            // Small letters keep their dots under accents.
            "lt-LT",
            // The year is another.
            "th-TH-u-ca-buddhist-nu-thai",
            "ja-JP-u-ca-japanese",
            // Digits are others, and some are written from right to left, with marks that show that.
            "ar-SA-u-nu-arab",
            "ar-EG-u-nu-arab",
            "fa-IR-u-nu-arabext",
            "hi-IN-u-nu-deva",
            "bn-BD-u-nu-beng",
            "my-MM-u-nu-mymr",
            "he-IL",
            "ur-PK",
            // Decimal commas; points, apostrophes and spaces that do not break between thousands; another minus sign.
            "de-DE",
            "fr-FR",
            "de-CH",
            "sv-SE",
            // Weeks begin on another day, and the first one of a year is another.
            "en-GB",
            "pt-BR",
            "zh-Hans-CN");

    private static final Set<String> AVAILABLE = Arrays.stream(Locale.getAvailableLocales())
            .map(Locale::toLanguageTag)
            .collect(Collectors.toCollection(TreeSet::new));

    private static final List<String> AWKWARD_AND_AVAILABLE = AWKWARD.stream()
            .filter(tag -> AVAILABLE.contains(
                    Locale.forLanguageTag(tag).stripExtensions().toLanguageTag()))
            .toList();

    private Locales() {}

    /** Returns the locale of a run. */
    static Locale choose(long runSeed) {
        return Locale.forLanguageTag(SeededChoice.ofBoth(runSeed, WHAT, AWKWARD_AND_AVAILABLE, AVAILABLE));
    }

    /** Returns an awkward locale of another language than this one; empty if this JDK has none. */
    static Optional<Locale> chooseOther(long runSeed, Locale than) {
        List<String> others = AWKWARD_AND_AVAILABLE.stream()
                .filter(tag -> !Locale.forLanguageTag(tag).getLanguage().equals(than.getLanguage()))
                .toList();
        return others.isEmpty()
                ? Optional.empty()
                : Optional.of(Locale.forLanguageTag(SeededChoice.of(runSeed, WHAT, others)));
    }

    /**
     * Returns the locale with this tag, however its letters are written; empty where this JDK would quietly take another
     * language for it.
     */
    static Optional<Locale> parse(String tag) {
        // Variants differ by their capitals.
        return AVAILABLE.stream()
                .filter(tag::equalsIgnoreCase)
                .findFirst()
                .map(Locale::forLanguageTag)
                .or(() -> wellFormed(tag).filter(Locales::isAvailable));
    }

    private static Optional<Locale> wellFormed(String tag) {
        try {
            return Optional.of(new Locale.Builder().setLanguageTag(tag).build());
        } catch (IllformedLocaleException none) {
            return Optional.empty();
        }
    }

    /** The JDK does not list each country in which a language is spoken, nor what may follow behind {@code -u-}. */
    private static boolean isAvailable(Locale locale) {
        boolean isKnownPlace = locale.getCountry().isEmpty()
                || Arrays.asList(Locale.getISOCountries()).contains(locale.getCountry());
        return Arrays.stream(Locale.getAvailableLocales())
                .anyMatch(known -> known.getLanguage().equals(locale.getLanguage())
                        && (isKnownPlace || known.getCountry().equals(locale.getCountry())));
    }
}
