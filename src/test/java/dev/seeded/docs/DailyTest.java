package dev.seeded.docs;

import dev.seeded.Seeded;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Random;
import org.junit.jupiter.api.Test;

@Test
@Seeded
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface RandomTest {}

class DailyTest {

    @RandomTest
    void isOneAnnotation(Random random) {}
}
