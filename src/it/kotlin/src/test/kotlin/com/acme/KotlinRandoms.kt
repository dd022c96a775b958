package com.acme

import dev.seeded.Seed
import dev.seeded.SeededFactory
import kotlin.random.Random

/** Makes `kotlin.random.Random` injectable. */
class KotlinRandoms : SeededFactory<Random> {

    override fun type() = Random::class.java

    override fun create(seed: Seed) = Random(seed.value())
}
