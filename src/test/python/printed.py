"""Writes arrays, and the texts that NumPy and PyTorch print of them, for VectorsTests.

    python3 printed.py SESSIONS [SEED] > FOLDER/printed.tsv
    mvn test -Dtest=VectorsTests -Dvectors=FOLDER

The committed printed.tsv is of 100 sessions with seed 1, from NumPy 1.24.2 and PyTorch 1.13.0. In a text, "_" stands for a space and "|" for the end of a line.
"""

import random
import struct
import sys

import numpy as np
import torch


def number(rng, style):
    if rng.random() < 0.04:
        return rng.choice([0.0, -0.0, float("inf"), float("-inf"), float("nan")])
    sign = rng.choice([1, 1, -1]) if style % 2 else 1
    kind = style // 2
    if kind == 0:
        return sign * rng.random()
    if kind == 1:
        return sign * float(rng.randint(0, 10 ** rng.randint(1, 4)))
    if kind == 2:
        return sign * rng.random() * 10.0 ** rng.randint(-2, 3)
    if kind == 3:
        return sign * rng.random() * 10.0 ** rng.randint(-30, 30)
    if kind == 4:
        return sign * rng.randint(0, 1000) / 2.0 ** rng.randint(0, 10)
    if kind == 5:
        return sign * 2.0 ** rng.randint(-120, 120)
    if kind == 6:
        return sign * rng.randint(1, 99) * 10.0 ** rng.randint(-6, 9)
    if kind == 7:
        return sign * rng.choice([999.9996, 0.05, 0.005, 0.5, 1.5, 2.5, 0.00005, 99999999.0, 1e8, 1e-4, 9.995, 0.125])
    if kind == 8:
        return struct.unpack("d", rng.randbytes(8))[0]
    return sign * rng.gauss(0, 1)


def shape(rng):
    if rng.random() < 0.6:
        return (rng.choice([0, 1, 2, 3] + 4 * [rng.randint(4, 30)] + 2 * [rng.randint(4, 99)] + [rng.choice([999, 1000, 1001, 1002])]),)
    if rng.random() < 0.1:
        return rng.choice([(250, 4), (1, 1000), (7, 150), (6, 170), (1, 1001), (1001, 1), (40, 26), (3, 0), (334, 3)])
    return (rng.randint(1, 9), rng.randint(1, 30))


def main(sessions, seed):
    rng = random.Random(seed)
    for session in range(sessions):
        dims = shape(rng)
        size = int(np.prod(dims))
        # Long arrays are of few numbers over and over, so that the file stays short.
        style = rng.randint(0, 19)
        pool = [number(rng, style) for _ in range(size if size < 300 else rng.randint(1, 40))]
        values = [pool[i % len(pool)] for i in range(size)]
        library = rng.choice(["numpy", "torch"])
        precision = rng.choice([0, 1, 1, 2, 2, 3, 4, 8, 8, rng.randint(5, 17)])
        if library == "numpy":
            np.set_printoptions(precision=precision)
            with np.errstate(all="ignore"):
                text = str(np.array(values, dtype=np.float64).reshape(dims))
        else:
            torch.set_printoptions(precision=precision)
            tensor = torch.tensor(values, dtype=torch.float64).to(torch.float32).reshape(dims)
            text = str(tensor)
            pool = pool and [float(x) for x in torch.tensor(pool, dtype=torch.float64).to(torch.float32)]
        print(f"p{session}", "seed", "int:0", "-", "-", sep="\t")
        args = [precision, "x".join(map(str, dims))] + list(map(repr, pool))
        print(
            f"p{session}",
            library,
            ",".join(map(str, args)),
            text.replace(" ", "_").replace("\n", "|"),
            "E",
            sep="\t",
        )


main(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1)
