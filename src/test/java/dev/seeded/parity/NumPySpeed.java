package dev.seeded.parity;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;

/** The side of {@code numpy_speed.py} in Java: times the method that a line of the input names. */
final class NumPySpeed {

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final NumPyGenerator rng = new NumPyGenerator(42);

    private NumPySpeed() {}

    public static void main(String[] args) throws IOException {
        NumPySpeed speed = new NumPySpeed();
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = input.readLine(); line != null; line = input.readLine()) {
            String[] parts = line.split("\t", -1);
            System.out.println(speed.nanosPerValue(parts[0], Integer.parseInt(parts[1]), Integer.parseInt(parts[2])));
        }
    }

    private double nanosPerValue(String method, int size, int calls) {
        long start = threads.getCurrentThreadCpuTime();
        for (int i = 0; i < calls; i++) {
            draw(method, size);
        }
        return (threads.getCurrentThreadCpuTime() - start) / ((double) calls * size);
    }

    private Object draw(String method, int size) {
        return switch (method) {
            case "random" -> rng.random(size);
            case "standard_normal" -> rng.standardNormal(size);
            case "standard_exponential" -> rng.standardExponential(size);
            case "integers(1, 7)" -> rng.integers(1, 7, size);
            case "integers(0, 10**12)" -> rng.integers(0, 1_000_000_000_000L, size);
            default -> throw new IllegalArgumentException(method);
        };
    }
}
