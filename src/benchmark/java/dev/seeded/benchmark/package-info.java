/**
 * Measurements. In the project's root, after {@code mvn -q install -DskipTests -Dinvoker.skip}:
 *
 * <ul>
 *   <li>{@code mvn -q -f src/benchmark test-compile exec:exec@suite-benchmark}: whole suites beside plain Jupiter
 *   <li>the same with {@code -Dseeded.jar=/path/to/other.jar}: beside another build of the jar
 *   <li>{@code mvn -q -f src/benchmark test-compile exec:exec@benchmark -Dbenchmark=DrawBenchmark}: with JMH
 *   <li>{@code mvn -q -f src/benchmark test-compile exec:exec@chance-simulation -Dchance.simulation='alarms 1000000'}: how often
 *       claims about chance are wrong; {@link dev.seeded.benchmark.ChanceSimulation} has the others
 * </ul>
 */
package dev.seeded.benchmark;
