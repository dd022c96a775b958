/**
 * How many runs it takes to find a fault: tests with nothing but {@code Random}, and libraries for property tests, before the
 * faults and properties of ETNA (Shi, Keles, Goldstein, Pierce and Lampropoulos, <em>Etna: An Evaluation Platform for
 * Property-Based Testing</em>, ICFP 2023).
 *
 * <p>In the project's root, after {@code mvn -q install -DskipTests -Dinvoker.skip}:
 *
 * <ul>
 *   <li>{@code mvn -q -f src/benchmark/etna compile exec:exec}: searches, and prints the tables; stopped, it goes on where it was
 *   <li>the same with {@code -Detna.columns='"Seeded with edge cases" Kotest'}: searches with these alone
 *   <li>the same with {@code -Detna.seconds=300}: begins no search after that time
 * </ul>
 *
 * <p>The outcomes are in {@code target/etna/outcomes.tsv}; to search again with one column, delete its lines. Numbers come from
 * all {@code int}s in each column, trees have up to 19 entries, terms up to 15 levels. A library's shrinking is off.
 * The tests of Seeded run under JUnit as well, {@code etna.mutant} names the fault there, and fail in the same run.
 */
package dev.seeded.etna;
