package dev.seeded.internal.seed;

import org.junit.jupiter.api.Test;

/** Has a test that subclasses in other packages inherit and do not see. */
public abstract class HiddenTestCase {

    @Test
    void isHidden() {}

    @Test
    protected void isSeen() {}
}
