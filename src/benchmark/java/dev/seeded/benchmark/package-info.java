/** Measurements with JMH: {@code mvn -q -Pbenchmark test-compile exec:exec@benchmark}. */
package dev.seeded.benchmark;
