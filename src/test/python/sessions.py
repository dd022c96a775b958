#!/usr/bin/env python3
"""Draws sessions of random calls from CPython's random or NumPy, in the form that VectorFile reads.

    sessions.py python|np_legacy|np_gen [SESSIONS [SEED]] > folder/fuzz-python.tsv
    mvn test -Dtest=VectorsTests -Dvectors=folder

The committed distributions-*.tsv are what `sessions.py LIBRARY 24 1` drew from CPython 3.11.2 and NumPy 1.24.2. With
1000 sessions and another seed it is a differential fuzz of every method.
"""
import itertools
import json
import math
import random
import sys

try:
    import numpy as np
except ImportError:
    np = None

plan = random.Random()


def real(low, high):
    """A parameter: often a round one, else any between the limits, their logarithms spread evenly."""
    if plan.random() < 0.3:
        return float(plan.choice([v for v in (0.25, 0.5, 1.0, 2.0, 3.0, 10.0, 100.0) if low <= v <= high]))
    return math.exp(plan.uniform(math.log(low), math.log(high)))


def mean():
    return plan.choice([0.0, 1.0, -2.5, plan.uniform(-100, 100)])


def size():
    return plan.choice([0, 1, 2, 3, 5, 17])


def probability():
    return plan.choice([0.0, 1.0, 0.5, 1 / 3, plan.random(), plan.random() ** 8, 1 - plan.random() ** 8])


def positive_probability():
    # With less, numbers may be too large for 64 bits, where versions of NumPy differ.
    return max(probability() or 0.1, 1e-15)


def simplex(n):
    values = [plan.random() for _ in range(n)]
    return [v / sum(values) for v in values]


def flat(values):
    if isinstance(values, bytes):
        return [values.hex()] if values else []
    if isinstance(values, str):
        return values.split(" ")
    if np is not None and isinstance(values, (np.ndarray, np.generic)):
        kind = values.dtype
        if kind == np.float32:
            return [str(v) for v in np.ravel(values)]
        return flat(np.ravel(values).tolist())
    if isinstance(values, (list, tuple)):
        return list(itertools.chain.from_iterable(map(flat, values)))
    if isinstance(values, bool):
        return [str(int(values))]
    return [repr(values)]


def text(args):
    return ",".join(flat(list(args))) or "-"


# ---------------------------------------------------------------- Python


def python_seed():
    n = plan.choice([plan.randrange(100), plan.getrandbits(32), -plan.getrandbits(64), plan.getrandbits(200)])
    return f"int:{n}", random.Random(n)


def python_ops(r):
    def times(op, args, count, exactness, draw):
        return op, [*args, count], [draw() for _ in range(count)], exactness

    def many(name, exactness, *args):
        return times(name, args, size(), exactness, lambda: getattr(r, name)(*args))

    def integer():
        bits = plan.choice([1, 4, 10, 31, 32, 33, 62, 63, 64, 65, 100])
        return plan.choice([-1, 1]) * plan.getrandbits(bits)

    def randint():
        a, b = sorted([integer(), integer()])
        return many("randint", "E", a, b)

    def randrange():
        if plan.random() < 0.3:
            return many("randrange", "E", abs(integer()) + 1)
        a, b = sorted([integer(), integer() + 1])
        if a == b:
            b += 1
        if plan.random() < 0.5:
            return many("randrange", "E", a, b)
        step = abs(integer()) % 1000 + 1
        return many("randrange", "E", a, b, step) if plan.random() < 0.5 else many("randrange", "E", b, a, -step)

    def shuffle():
        x = list(range(plan.randrange(40)))
        r.shuffle(x)
        return "shuffle", [len(x)], x, "E"

    def sample():
        n = plan.choice([1, 10, 22, 100, 10**5, 10**12])
        k = plan.randrange(min(n, 60) + 1)
        return "sample", [n, k], r.sample(range(n), k), "E"

    def sample_counts():
        counts = [plan.randrange(4) for _ in range(plan.randrange(1, 9))] + [1]
        k = plan.randrange(sum(counts) + 1)
        return "sample_counts", [k, *counts], r.sample(range(len(counts)), k, counts=counts), "E"

    def choices():
        n, k = plan.randrange(1, 50), size()
        return "choices", [n, k], r.choices(range(n), k=k), "E"

    def choices_w():
        weights, k = [plan.random() for _ in range(plan.randrange(1, 9))], size()
        return "choices_w", [k, *weights], r.choices(range(len(weights)), weights, k=k), "E"

    def choices_cum():
        weights, k = list(itertools.accumulate(plan.random() for _ in range(plan.randrange(1, 9)))), size()
        return "choices_cum", [k, *weights], r.choices(range(len(weights)), cum_weights=weights, k=k), "E"

    def randbytes():
        n = plan.randrange(20)
        return "randbytes", [n], r.randbytes(n), "E"

    def choice():
        n, k = plan.randrange(1, 1000), size()
        return times("choice", [n], k, "E", lambda: r.choice(range(n)))

    def take_spare():
        if r.getstate()[2] is not None:
            return times("gauss", [0.0, 1.0], 1, "L", lambda: r.gauss(0, 1))
        return times("random", [], 1, "E", r.random)

    def state():
        return "getstate", [], f"random.setstate({r.getstate()!r})", "E"

    def setstate():
        other = random.Random(plan.getrandbits(32))
        other.getrandbits(32 * plan.randrange(700))
        if plan.random() < 0.5:
            other.gauss(0, 1)
        line = repr(other.getstate()) if plan.random() < 0.5 else json.dumps(other.getstate())
        r.setstate(other.getstate())
        return "setstate", [line], [], "E"

    usual = [
        lambda: times("random", [], size(), "E", r.random),
        lambda: many("getrandbits", "E", plan.choice([0, 1, 7, 32, 33, 64, 100])),
        randbytes, randint, randrange, choice, choices, choices_w, choices_cum, shuffle, sample, sample_counts,
        lambda: many("uniform", "E", mean(), mean()),
        lambda: many("triangular", "E", 0.0, real(1, 10)),
        lambda: many("triangular", "E", 0.0, 10.0, plan.uniform(0, 10)),
        lambda: many("normalvariate", "C", mean(), real(0.1, 100)),
        lambda: many("gauss", "L", mean(), real(0.1, 100)),
        lambda: many("expovariate", "L", real(0.01, 100)),
        lambda: many("lognormvariate", "L", mean() / 10, real(0.1, 4)),
        lambda: many("gammavariate", "R", real(0.01, 100), real(0.1, 10)),
        lambda: many("betavariate", "R", real(0.01, 100), real(0.01, 100)),
        lambda: many("paretovariate", "L", real(0.1, 10)),
        lambda: many("weibullvariate", "R", real(0.1, 10), real(0.1, 10)),
        lambda: many("vonmisesvariate", "S", abs(mean()) % 6, plan.choice([0.0, real(0.01, 100)])),
    ]
    return usual, [take_spare, state, setstate, state]


# ---------------------------------------------------------------- NumPy


def integers(r, method, scalar):
    name = plan.choice(["bool_", "int8", "uint8", "int16", "uint16", "int32", "uint32", "int64", "uint64"])
    low, high = (0, 1) if name == "bool_" else (int(np.iinfo(name).min), int(np.iinfo(name).max))
    a, b = sorted(plan.choice([low, high, plan.randint(low, high), max(low, min(high, plan.randrange(-9, 300)))]) for _ in "ab")
    if scalar:
        a, b = sorted([plan.getrandbits(plan.choice([3, 31, 32, 33, 62])), -plan.randrange(9)])
        k = size()
        return method + "_scalar", [a, b + 1, k], [int(getattr(r, method)(a, b + 1)) for _ in range(k)], "E"
    n = size()
    dtype = bool if name == "bool_" else name
    return method, [a, b + 1, n, name], getattr(r, method)(a, b + 1, n, dtype=dtype).astype(object), "E"


def numpy_ops(r, legacy):
    normal, by_log = ("L", "L") if legacy else ("C", "C")

    def sized(name, exactness, *args):
        n = size()
        return name, [*args, n], getattr(r, name)(*args, n), exactness

    def shuffle():
        x = np.arange(plan.randrange(40))
        r.shuffle(x)
        return "shuffle", [len(x)], x, "E"

    def shuffle_list():
        x = list(range(plan.randrange(40)))
        r.shuffle(x)
        return "shuffle_list", [len(x)], x, "E"

    def shuffle_rows():
        rows, columns = plan.randrange(7), plan.randrange(1, 5)
        x = np.arange(rows * columns, dtype=float).reshape(rows, columns)
        if plan.random() < 0.5:
            return "permutation_rows", [rows, columns], r.permutation(x), "E"
        r.shuffle(x)
        return "shuffle_rows", [rows, columns], x, "E"

    def shape():
        lengths = [plan.randrange(4) for _ in range(plan.choice([2, 3]))]
        suffix = "_shape" if len(lengths) == 2 else "_cube"
        if legacy:
            return "rand" + suffix, lengths, r.rand(*lengths), "E"
        return "random" + suffix, lengths, r.random(lengths), "E"

    def normal_shape():
        lengths = [plan.randrange(4) for _ in range(plan.choice([2, 3]))]
        suffix = "_shape" if len(lengths) == 2 else "_cube"
        if legacy and plan.random() < 0.5:
            return "randn" + suffix, lengths, r.randn(*lengths), normal
        return "standard_normal" + suffix, lengths, r.standard_normal(lengths), normal

    def permutation():
        n = plan.randrange(40)
        return "permutation", [n], r.permutation(n), "E"

    def bytes_():
        n = plan.randrange(12)
        return "bytes", [n], r.bytes(n), "E"

    def choice():
        n = plan.choice([1, 10, 200, 10001])
        replace = plan.random() < 0.5
        k = plan.randrange(min(n, 300) + 1)
        return "choice", [n, k, int(replace)], r.choice(n, k, replace), "E"

    def choice_p():
        p = simplex(plan.randrange(1, 9))
        replace = plan.random() < 0.5
        k = plan.randrange(len(p) + 1)
        return "choice_p", [k, int(replace), *p], r.choice(len(p), k, replace, p), "E"

    def multinomial():
        p = simplex(plan.randrange(1, 6))
        p[-1] = max(0.0, p[-1] - 1e-12)
        n, k = plan.choice([0, 1, 10, 1000, 10**6]), plan.randrange(4)
        return "multinomial", [n, k, *p], r.multinomial(n, p, k), "C"

    def dirichlet():
        small = plan.random() < 0.3
        alpha = [plan.uniform(0.001, 0.09) if small else real(0.1, 100) for _ in range(plan.randrange(1, 6))]
        k = plan.randrange(4)
        return "dirichlet", [k, *alpha], r.dirichlet(alpha, k), "R"

    def multivariate_normal():
        n, k = plan.randrange(1, 7), plan.randrange(4)
        if plan.random() < 0.3:
            cov = np.diag([float(plan.randrange(5)) for _ in range(n)])
        else:
            columns = n + plan.randrange(3)
            a = np.array([[plan.gauss(0, 1) for _ in range(columns)] for _ in range(n)])
            cov = a @ a.T
        args = [k, n, *(mean() for _ in range(n)), *np.ravel(cov)]
        if not legacy and plan.random() < 0.3 and np.all(np.linalg.eigvalsh(cov) > 1e-6):
            values = r.multivariate_normal(args[2:2 + n], cov, k, method="cholesky")
            return "multivariate_normal_cholesky", args, values, "S"
        return "multivariate_normal", args, r.multivariate_normal(args[2:2 + n], cov, k), "S"

    usual = [
        lambda: sized("random", "E"),
        lambda: sized("standard_normal", normal),
        lambda: sized("normal", normal, mean(), real(0.1, 100)),
        lambda: sized("standard_exponential", by_log),
        lambda: sized("uniform", "E", *sorted([mean(), mean()])),
        lambda: sized("exponential", by_log, real(0.01, 100)),
        lambda: sized("laplace", "L", mean(), real(0.01, 100)),
        lambda: sized("lognormal", "R", mean() / 10, real(0.1, 4)),
        lambda: sized("poisson", "C", plan.choice([0.0, real(0.01, 100), real(10, 1e6), real(1, 1e15)])),
        lambda: sized("binomial", "C", plan.choice([0, 1, 10, 100, 10**4, 10**9, 10**15]), probability()),
        lambda: sized("geometric", "C", positive_probability()),
        lambda: sized("standard_gamma", "R", plan.choice([0.0, real(0.01, 1), real(1, 100)])),
        lambda: sized("gamma", "R", real(0.01, 100), real(0.1, 10)),
        lambda: sized("beta", "R", real(0.01, 100), real(0.01, 100)),
        lambda: sized("beta", "R", real(0.01, 1), real(0.01, 1)),
        lambda: sized("chisquare", "R", real(0.1, 100)),
        shuffle, shuffle_list, shuffle_rows, shape, normal_shape, permutation, bytes_, choice, choice_p, multinomial,
        dirichlet, multivariate_normal,
    ]
    return usual


def words(values):
    return str([int(v) for v in values])


def np_legacy_seed():
    n = plan.choice([plan.randrange(100), plan.getrandbits(32)])
    return f"int:{n}", np.random.RandomState(n)


def np_legacy_ops(r):
    usual = numpy_ops(r, True)

    def line(state):
        return f"np.random.set_state(('MT19937', {words(state[1])}, {state[2]}, {state[3]}, {float(state[4])!r}))"

    def take_spare():
        return ("randn", [1], r.randn(1), "L") if r.get_state()[3] else ("rand", [1], r.rand(1), "E")

    def state():
        return "getstate", [], line(r.get_state()), "E"

    def setstate():
        other = np.random.RandomState(plan.getrandbits(32))
        other.bytes(plan.randrange(3000))
        if plan.random() < 0.5:
            other.standard_normal()
        printed = plan.choice([repr(other.get_state()), repr(other.get_state(legacy=False)), line(other.get_state())])
        r.set_state(other.get_state())
        return "setstate", [printed.replace("\n", " ")], [], "E"

    usual += [
        lambda: ("random_sample", [3], r.random_sample(3), "E"),
        lambda: ("randn", [3], r.randn(3), "L"),
        lambda: integers(r, "randint", False),
        lambda: integers(r, "randint", True),
    ]
    return usual, [take_spare, state, setstate, state]


KINDS = itertools.cycle(["PCG64", "PCG64DXSM", "MT19937", "Philox", "SFC64"])


def np_gen_seed():
    n = plan.choice([plan.randrange(100), plan.getrandbits(32), plan.getrandbits(64), plan.getrandbits(200)])
    if plan.random() < 0.3:
        return f"int:{n}", np.random.default_rng(n)
    kind = next(KINDS)
    return f"{kind}:{n}", np.random.Generator(getattr(np.random, kind)(n))


def np_gen_ops(r):
    usual = numpy_ops(r, False)

    def plain(value):
        """A state with lists of Python's integers in place of arrays."""
        if isinstance(value, dict):
            return {key: plain(v) for key, v in value.items()}
        return [int(v) for v in value] if isinstance(value, np.ndarray) else value

    def state():
        return "getstate", [], f"rng.bit_generator.state = {plain(r.bit_generator.state)!r}", "E"

    def setstate():
        other = type(r.bit_generator)(plan.getrandbits(32))
        np.random.Generator(other).integers(0, 9, plan.randrange(2000), dtype=np.int32)
        printed = repr(other.state) if plan.random() < 0.5 else json.dumps(plain(other.state))
        r.bit_generator.state = other.state
        return "setstate", [printed.replace("\n", " ")], [], "E"

    def advance():
        if not hasattr(r.bit_generator, "advance"):
            return random_raw()
        delta = plan.choice([1, plan.getrandbits(20), plan.getrandbits(130)])
        r.bit_generator.advance(delta)
        return "advance", [delta], [], "E"

    def jumped():
        if not hasattr(r.bit_generator, "jumped"):
            return random_raw()
        jumps = plan.randrange(1, 4)
        n = size()
        return "jumped", [jumps, n], np.random.Generator(r.bit_generator.jumped(jumps)).random(n), "E"

    def random_raw():
        n = size()
        raw = r.bit_generator.random_raw(n)
        return "raw64", [n], raw, "E"

    def axis():
        rows, columns, along = plan.randrange(1, 7), plan.randrange(1, 7), plan.randrange(2)
        x = np.arange(rows * columns, dtype=float).reshape(rows, columns)
        op = plan.choice(["permuted", "permutation_axis", "shuffle_axis"])
        if op == "permuted":
            values = r.permuted(x, axis=along)
        elif op == "permutation_axis":
            values = r.permutation(x, axis=along)
        else:
            r.shuffle(x, axis=along)
            values = x
        return op, [rows, columns, along], values, "E"

    def permuted_flat():
        n = plan.randrange(20)
        return "permuted_flat", [n], r.permuted(np.arange(n, dtype=float)), "E"

    def choice_unshuffled():
        n = plan.choice([10, 200, 10001])
        k = plan.randrange(min(n, 300) + 1)
        return "choice", [n, k, 0, 0], r.choice(n, k, False, shuffle=False), "E"

    def floats(name, exactness):
        n = size()
        return name + "_f32", [n], getattr(r, name)(n, dtype=np.float32), exactness

    usual += [
        lambda: integers(r, "integers", False),
        lambda: integers(r, "integers", True),
        lambda: floats("random", "E"),
        lambda: floats("standard_normal", "L"),
        lambda: floats("standard_exponential", "L"),
        axis, permuted_flat, choice_unshuffled, random_raw, advance, jumped,
    ]
    return usual, [state, jumped, setstate, jumped]


def main(library, sessions=1000, seed=1):
    plan.seed(f"{library} {seed}")
    prefix = {"python": "py", "np_legacy": "nl", "np_gen": "ng"}[library]
    for number in range(int(sessions)):
        name = f"{prefix}{number:04}"
        literal, generator = globals()[library + "_seed"]()
        print(name, "seed", literal, "-", "-", sep="\t")
        usual, rare = globals()[library + "_ops"](generator)
        calls = [plan.choice(usual) for _ in range(25)] + (rare if number % 8 == 0 or library == "np_gen" else [])
        for call in calls:
            op, args, values, exactness = call()
            literal = args[0] if op == "setstate" else text(args)
            print(name, op, literal, " ".join(flat(values)) or "-", exactness, sep="\t")


if __name__ == "__main__":
    main(*sys.argv[1:])
