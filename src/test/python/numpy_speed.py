#!/usr/bin/env python3
"""Measures NumPy's bulk calls beside NumPyGenerator's, in turns on one core, and prints nanoseconds a value.

    mvn -q test-compile
    taskset -c 0 src/test/python/numpy_speed.py java -cp target/classes:target/test-classes dev.seeded.parity.NumPySpeed

Each round takes the processor time of every method once on either side, so that other work on the machine costs little;
given are the medians of the rounds and their ratio.
"""
import statistics
import subprocess
import sys
import time

import numpy as np

SIZE = 100_000
CALLS = 10
ROUNDS = 60

rng = np.random.default_rng(42)
METHODS = {
    "random": lambda: rng.random(SIZE),
    "standard_normal": lambda: rng.standard_normal(SIZE),
    "standard_exponential": lambda: rng.standard_exponential(SIZE),
    "integers(1, 7)": lambda: rng.integers(1, 7, SIZE),
    "integers(0, 10**12)": lambda: rng.integers(0, 10**12, SIZE),
}


def measure(call):
    start = time.thread_time_ns()
    for _ in range(CALLS):
        call()
    return (time.thread_time_ns() - start) / (CALLS * SIZE)


def main():
    theirs = {name: [] for name in METHODS}
    ours = {name: [] for name in METHODS}
    with subprocess.Popen(sys.argv[1:], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as java:
        for round_ in range(-5, ROUNDS):  # the first warm up
            for name, call in METHODS.items():
                print(name, SIZE, CALLS, sep="\t", file=java.stdin, flush=True)
                nanos = float(java.stdout.readline())
                if round_ >= 0:
                    ours[name].append(nanos)
                    theirs[name].append(measure(call))
        java.stdin.close()
    for name in METHODS:
        a, b = statistics.median(ours[name]), statistics.median(theirs[name])
        least = min(ours[name]) / min(theirs[name])
        print(f"{name:22} here {a:5.2f} ns  NumPy {b:5.2f} ns  ratio {a / b:4.2f}  of the fastest {least:4.2f}")


if __name__ == "__main__":
    main()
