"""Draws random sessions from PyTorch, with their values, for VectorsTests. VectorFile describes the columns.

    OMP_NUM_THREADS=1 python3 torch_sessions.py SESSIONS [SEED [OP]] > FOLDER/fuzz-torch.tsv
    mvn test -Dtest=VectorsTests -Dvectors=FOLDER

PyTorch has to be a build without MKL or of 2.5 or later, on x86-64 with AVX2 and FMA; Debian's is one, from whose version 1.13 the committed
sessions-torch.tsv are: 60 sessions with seed 4. With init or set_state, the sessions have that alone: init-torch.tsv is 8
with seed 1, states-torch.tsv 2 with seed 6. TorchRandint.java draws the ranges of randint that newer versions draw otherwise.
"""

import hashlib
import math
import random
import sys

import numpy as np
import torch
from torch import nn

WIDE = 1 << 28
MODES = ["fan_in", "fan_out"]
NONLINEARITIES = ["linear", "sigmoid", "tanh", "relu", "leaky_relu", "selu"]


def size(rng):
    return rng.choice([0, 1, 2, 3, 5, 15, 16, 17, 31, 32, 33, rng.randint(0, 64)])


def real(rng):
    return rng.choice([0.0, 1.0, -1.0, 0.5, 1e-3, rng.gauss(0, 1), rng.gauss(0, 100), rng.uniform(-1, 1) * 10 ** rng.randint(-8, 8)])


def texts(tensor):
    array = tensor.detach().flatten().numpy()
    if array.dtype == np.float32:
        return [np.format_float_scientific(x) for x in array]
    return [repr(x) for x in array.tolist()]


def bits(tensor):
    return [str(int(x)) for x in tensor.flatten().tolist()]


def state_digest(state):
    # The spare normal number is not exact.
    masked = bytearray(state)
    masked[5024:5032] = bytes(8)
    return hashlib.sha256(masked).hexdigest()


def randint(rng):
    dtype = rng.choice(["int64", "int64", "int32", "int16", "uint8", "float32", "float64"])
    low = {"uint8": 0, "int16": -100}.get(dtype, rng.choice([0, -7, rng.randint(-WIDE, WIDE)]))
    width = {"uint8": 255, "int16": 30000}.get(dtype, rng.choice([1, 2, 10, rng.randint(1, WIDE - 1), 1 << rng.randint(0, 27)]))
    if dtype == "int64" and rng.random() < 0.2:
        width = rng.randint(1 << 32, (1 << 63) - 1 - WIDE)
    if dtype == "float32":
        low, width = rng.randint(0, 100), rng.randint(1, 10000)
    n = size(rng)
    return "randint", [low, low + width, n, dtype], texts(torch.randint(low, low + width, (n,), dtype=getattr(torch, dtype))), "E"


def multinomial(rng):
    replacement = rng.random() < 0.6
    weights = torch.tensor([rng.random() * 10 ** rng.randint(-3, 3) for _ in range(rng.randint(1, 40))])
    n = rng.randint(2, 50) if replacement else rng.randint(1, len(weights))
    if replacement:
        # Without it, which of several zeros comes first is PyTorch's sort's choice.
        weights[1:][torch.tensor([rng.random() < 0.2 for _ in range(len(weights) - 1)], dtype=torch.bool)] = 0
    drawn = torch.multinomial(weights, n, replacement)
    return "multinomial", [n, int(replacement)] + texts(weights), texts(drawn), "E" if replacement else "C"


def small_shape(rng):
    return [rng.randint(1, 6) for _ in range(rng.choice([2, 2, 3, 4]))]


def init(rng):
    kind = rng.choice(["xavier_uniform", "xavier_normal", "kaiming_uniform", "kaiming_normal", "Linear", "Conv1d", "Conv2d", "Embedding", "LSTM"])
    bias = rng.randint(0, 1)
    if kind.startswith("xavier"):
        shape, gain = small_shape(rng), rng.choice([1.0, 5 / 3, rng.random() * 3])
        values = texts(getattr(nn.init, kind + "_")(torch.empty(shape), gain))
        args = [gain] + shape
    elif kind.startswith("kaiming"):
        shape, a = small_shape(rng), rng.choice([0.0, math.sqrt(5), rng.random()])
        mode, nonlinearity = rng.choice(MODES), rng.choice(NONLINEARITIES)
        values = texts(getattr(nn.init, kind + "_")(torch.empty(shape), a, mode, nonlinearity))
        args = [a, mode, nonlinearity] + shape
    else:
        if kind == "Linear":
            args = [rng.randint(1, 12), rng.randint(1, 6), bias]
            layer = nn.Linear(args[0], args[1], bool(bias))
        elif kind == "Conv1d":
            groups = rng.randint(1, 3)
            args = [groups * rng.randint(1, 3), groups * rng.randint(1, 2), rng.randint(1, 5), groups, bias]
            layer = nn.Conv1d(*args[:3], groups=groups, bias=bool(bias))
        elif kind == "Conv2d":
            groups = rng.randint(1, 2)
            args = [groups * rng.randint(1, 2), groups * rng.randint(1, 2), rng.randint(1, 3), rng.randint(1, 3), groups, bias]
            layer = nn.Conv2d(args[0], args[1], (args[2], args[3]), groups=groups, bias=bool(bias))
        elif kind == "Embedding":
            args = [rng.randint(1, 8), rng.randint(1, 8)]
            layer = nn.Embedding(*args)
        else:
            args = [rng.randint(1, 3), rng.randint(1, 3), rng.randint(1, 2), bias, rng.randint(0, 1)]
            layer = nn.LSTM(args[0], args[1], args[2], bool(bias), bidirectional=bool(args[4]))
        values = []
        for name, parameter in layer.state_dict().items():
            values += [name] + texts(parameter)
        return "init", [kind] + args, values, "V" if kind != "Embedding" or args[0] * args[1] >= 16 else "L"
    return "init", [kind] + args, values, "L" if "normal" in kind and math.prod(shape) < 16 else "V"


def digest(rng):
    n = rng.choice([1000, 100003, 1000003])
    values = torch.randn(n).numpy().astype(">f4").tobytes()
    return "randn_digest", [n], [hashlib.sha256(values).hexdigest()], "V"


def get_state(rng):
    return "get_state", [], [state_digest(torch.get_rng_state().numpy().tobytes())], "E"


def set_state(rng):
    drawn = torch.Generator().manual_seed(rng.randint(0, 2**63))
    torch.rand(rng.choice([0, 1, 623, 624, 625, rng.randint(0, 2000)]), generator=drawn)
    torch.randn(rng.randint(0, 3), generator=drawn)
    state = drawn.get_state()
    torch.set_rng_state(state)
    return "set_state", [state.numpy().tobytes().hex(), 5], texts(torch.rand(5)), "E"


def shaped(rng):
    lengths = [rng.randint(0, 5) for _ in range(rng.choice([2, 3]))]
    suffix = "_shape" if len(lengths) == 2 else "_cube"
    if rng.random() < 0.5:
        return "rand" + suffix, lengths, texts(torch.rand(lengths)), "E"
    return "randn" + suffix, lengths, texts(torch.randn(lengths)), "L" if math.prod(lengths) < 16 else "V"


def draw(rng):
    n = size(rng)
    mean, std = real(rng), abs(real(rng))
    low, high = sorted([real(rng), real(rng)])
    p = rng.choice([0.0, 1.0, 0.5, rng.random()])
    normal = "L" if n < 16 else "V"
    double = torch.float64
    return rng.choice(
        [
            lambda: ("rand", [n], texts(torch.rand(n)), "E"),
            lambda: shaped(rng),
            lambda: ("rand64", [n], texts(torch.rand(n, dtype=double)), "E"),
            lambda: ("randn", [n], texts(torch.randn(n)), normal),
            lambda: ("randn", [n], texts(torch.randn(n)), normal),
            lambda: ("randn64", [n], texts(torch.randn(n, dtype=double)), "L"),
            lambda: ("normal", [mean, std, n], texts(torch.normal(mean, std, (n,))), normal),
            lambda: ("normal64", [mean, std, n], texts(torch.normal(mean, std, (n,), dtype=double)), "L"),
            lambda: ("uniform", [low, high, n], texts(torch.empty(n).uniform_(low, high)), "V"),
            lambda: ("uniform64", [low, high, n], texts(torch.empty(n, dtype=double).uniform_(low, high)), "V"),
            lambda: ("exponential", [std, n], texts(torch.empty(n).exponential_(std)), "C"),
            lambda: ("exponential64", [std, n], texts(torch.empty(n, dtype=double).exponential_(std)), "L"),
            lambda: ("log_normal", [p, std / 100 + 1e-9, n], texts(torch.empty(n).log_normal_(p, std / 100 + 1e-9)), "C"),
            lambda: ("bernoulli", [np.float32(p), n], bits(torch.bernoulli(torch.full((n,), p))), "E"),
            lambda: ("bernoulli_", [p, n], bits(torch.empty(n).bernoulli_(p)), "E"),
            lambda: ("dropout", [p, n], texts(nn.functional.dropout(torch.ones(n), p)), "E"),
            lambda: ("random_", [n], texts(torch.empty(n, dtype=torch.int64).random_()), "E"),
            lambda: ("randperm", [n], texts(torch.randperm(n)), "E"),
            lambda: randint(rng),
            lambda: multinomial(rng),
            lambda: init(rng),
            lambda: init(rng),
            lambda: get_state(rng),
        ]
        + ([lambda: set_state(rng), lambda: digest(rng)] if rng.random() < 0.05 else [])
    )()


def main(sessions, seed, draw):
    rng = random.Random(seed)
    for session in range(sessions):
        drawn = rng.choice([rng.randint(0, 100), rng.randint(-(2**63), 2**63 - 1)])
        torch.manual_seed(drawn)
        print(f"to{session}", "seed", f"int:{drawn}", "-", "-", sep="\t")
        for _ in range(rng.randint(1, 20)):
            op, args, values, exactness = draw(rng)
            print(f"to{session}", op, ",".join(map(str, args)) or "-", " ".join(values) or "-", exactness, sep="\t")


main(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1, globals()[sys.argv[3]] if len(sys.argv) > 3 else draw)
