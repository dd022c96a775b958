package dev.seeded.internal.surroundings;

import java.util.Locale;
import java.util.TimeZone;

/** The defaults that a JVM has, to be set back. */
public record JvmDefaults(Locale locale, Locale display, Locale format, TimeZone zone) {

    /** Returns those of now. */
    public static JvmDefaults ofThisJvm() {
        return new JvmDefaults(
                Locale.getDefault(),
                Locale.getDefault(Locale.Category.DISPLAY),
                Locale.getDefault(Locale.Category.FORMAT),
                TimeZone.getDefault());
    }

    /** Makes surroundings the defaults of this JVM; what the machine decides stays. */
    public static void set(Surroundings surroundings) {
        surroundings.locale().ifPresent(Locale::setDefault);
        surroundings.zone().map(TimeZone::getTimeZone).ifPresent(TimeZone::setDefault);
    }

    /** Makes these the defaults of this JVM. */
    public void set() {
        // All categories first, as the locale of none of them stays.
        Locale.setDefault(locale);
        Locale.setDefault(Locale.Category.DISPLAY, display);
        Locale.setDefault(Locale.Category.FORMAT, format);
        TimeZone.setDefault(zone);
    }
}
