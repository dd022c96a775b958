package dev.seeded.etna

import io.kotest.property.Arb
import io.kotest.property.RandomSource
import io.kotest.property.Sample
import io.kotest.property.arbitrary.arbitrary
import io.kotest.property.arbitrary.boolean
import io.kotest.property.arbitrary.int
import io.kotest.property.arbitrary.list
import io.kotest.property.arbitrary.map
import io.kotest.property.arbitrary.pair

/** Kotest: as its runner does, all parameters take their values, some of them edge cases, from one source. */
internal class KotestFinder : Finder {

    override fun find(task: Task, seed: Long, limit: Limit): Outcome {
        val count = Count(limit)
        val parameters = Parameters(RandomSource.seeded(seed))
        while (count.holds(parameters.draw(task.property()))) {
            // The next.
        }
        return count.outcome()
    }

    private class Parameters(private val source: RandomSource) : Inputs {

        private val values = mutableListOf<Iterator<Sample<*>>>()
        private var next = 0

        fun draw(property: Property) = property.draw().apply(this).also { next = 0 }

        override fun searchTree() = next(SEARCH_TREES)

        override fun redBlackTree() = next(RED_BLACK_TREES)

        override fun term() = next(TERMS)

        override fun number() = next(NUMBERS)

        override fun flag() = next(FLAGS)

        @Suppress("UNCHECKED_CAST")
        private fun <T> next(arb: Arb<T>): T {
            if (next == values.size) {
                values += arb.generate(source).iterator()
            }
            return values[next++].next().value as T
        }
    }

    private companion object {
        val NUMBERS = Arb.int()
        val FLAGS = Arb.boolean()
        val SEARCH_TREES = Arb.list(Arb.pair(NUMBERS, FLAGS), 0..19).map { entries ->
            SearchTrees.of(entries.map { (key, value) -> java.util.Map.entry(key, value) })
        }
        val RED_BLACK_TREES = Arb.list(Arb.pair(NUMBERS, NUMBERS), 0..19).map { entries ->
            RedBlackTrees.of(entries.map { (key, value) -> java.util.Map.entry(key, value) })
        }
        val TERMS = arbitrary { source -> Terms { bound -> source.random.nextInt(bound) }.closed() }
    }
}
