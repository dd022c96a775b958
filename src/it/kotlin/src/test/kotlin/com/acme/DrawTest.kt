package com.acme

import dev.seeded.Seeded
import java.util.Random
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertSame
import org.junit.jupiter.api.Test

@Seeded
class DrawTest(private val constructed: Random) {

    @Seeded
    private lateinit var late: Random

    @Test
    fun `shares one generator`(random: Random) {
        assertSame(random, constructed)
        assertSame(random, late)
    }

    @Test
    fun `draws zero, doesn't it`(random: Random) {
        assertEquals(0, random.nextLong())
    }

    @Test
    fun `draws a Kotlin zero`(@Seeded random: kotlin.random.Random) {
        assertEquals(0, random.nextLong())
    }

    @Test
    fun `draws as Kotlin does under a pin`(@Seeded(42) random: kotlin.random.Random) {
        assertEquals(kotlin.random.Random(42).nextLong(), random.nextLong())
    }
}
