package dev.seeded.internal.libraries;

import dev.seeded.Seed;
import dev.seeded.SeededFactory;
import org.instancio.settings.Keys;
import org.instancio.settings.Settings;

/** Injects Instancio's {@link Settings} with the test seed as {@link Keys#SEED}. */
final class InstancioSettingsFactory implements SeededFactory<Settings> {

    @Override
    public Class<Settings> type() {
        return Settings.class;
    }

    @Override
    public Settings create(Seed seed) {
        return Settings.create().set(Keys.SEED, seed.value());
    }
}
