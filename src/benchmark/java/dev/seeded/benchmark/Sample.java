package dev.seeded.benchmark;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * One run of a suite, per test.
 *
 * @param discovery nanoseconds of CPU time to discover the tests
 * @param execution nanoseconds of CPU time to execute them
 * @param allocated bytes allocated to execute them
 * @param held bytes that live as long as the test plan does
 * @param left bytes that live when it is gone, of the whole JVM
 */
record Sample(long discovery, long execution, long allocated, long held, long left) {

    static Sample parse(String line) {
        long[] values =
                Arrays.stream(line.split(" ")).mapToLong(Long::parseLong).toArray();
        return new Sample(values[0], values[1], values[2], values[3], values[4]);
    }

    String format() {
        return LongStream.of(discovery, execution, allocated, held, left)
                .mapToObj(Long::toString)
                .collect(Collectors.joining(" "));
    }
}
