#!/usr/bin/env python3
"""Patterns computed a second time, without Daymark and without its code.

Writes `tests/vectors/patterns.json`: series, and what the protocol says of them. The tests compare
Daymark's results with it to 1e-9. Only the standard library is used.

    python3 tests/patterns-check.py > tests/vectors/patterns.json
"""

import json
import math
import random
import statistics

MASK = (1 << 64) - 1


class SplitMix64:
    """Steele, Lea and Flood 2014; the same numbers as Daymark's."""

    def __init__(self, seed):
        self.state = seed & MASK

    def bits(self):
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        z = self.state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        return z ^ (z >> 31)

    def below(self, limit):
        return self.bits() % limit


def percentile(values, q):
    """Linear interpolation between the two nearest values."""
    ordered = sorted(values)
    at = q * (len(ordered) - 1)
    low = math.floor(at)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (at - low)


def average_ranks(values):
    return [sum(1 for other in values if other < v) + (sum(1 for other in values if other == v) + 1) / 2 for v in values]


def correlation(x, y):
    if len(set(x)) < 2 or len(set(y)) < 2:
        return None
    return statistics.correlation(average_ranks(x), average_ranks(y))


def shift_share(x, y):
    here = abs(correlation(x, y))
    rx, ry = average_ranks(x), average_ranks(y)
    strong = sum(1 for k in range(len(y)) if abs(statistics.correlation(rx, ry[k:] + ry[:k])) >= here - 1e-12)
    return strong / len(y)


def blocks(rng, n):
    length = min(max(7, math.ceil(round(n ** (1 / 3), 12))), n)
    drawn = []
    while len(drawn) < n:
        begin = rng.below(n - length + 1)
        drawn += range(begin, begin + length)
    return drawn[:n]


def interval(x, y, seed, draws):
    rng = SplitMix64(seed)
    found = []
    for _ in range(draws):
        drawn = blocks(rng, len(x))
        rho = correlation([x[i] for i in drawn], [y[i] for i in drawn])
        if rho is not None:
            found.append(rho)
    return percentile(found, 0.05), percentile(found, 0.95)


def difference(earlier, later, seed, draws):
    rng = SplitMix64(seed)
    found = []
    for _ in range(draws):
        before = statistics.median(earlier[i] for i in blocks(rng, len(earlier)))
        after = statistics.median(later[i] for i in blocks(rng, len(later)))
        found.append(after - before)
    return statistics.median(later) - statistics.median(earlier), percentile(found, 0.05), percentile(found, 0.95)


def without_drift(values, splits):
    def part(i):
        return sum(1 for split in splits if split <= i)

    out = []
    for i, value in enumerate(values):
        near = [values[j] for j in range(max(0, i - 3), min(len(values), i + 4)) if part(j) == part(i) and values[j] is not None]
        out.append(None if value is None or len(near) < 4 else value - statistics.median(near))
    return out


def autoregressive(rng, n, phi):
    x, out = rng.gauss(0, 1), []
    for _ in range(n):
        x = phi * x + rng.gauss(0, math.sqrt(1 - phi * phi))
        out.append(round(x, 6))
    return out


def main():
    rng = random.Random(20261128)
    cases = []
    for n, phi in [(30, 0.0), (60, 0.6), (90, 0.8), (120, 0.6)]:
        x, noise = autoregressive(rng, n, phi), autoregressive(rng, n, phi)
        for effect in (0.0, 0.6):
            # Mood-like ratings are whole numbers with many ties.
            y = [round(5 + 2 * (effect * a + b)) for a, b in zip(x, noise)]
            low, high = interval(x, y, n, 200)
            cases.append({"x": x, "y": y, "seed": n, "draws": 200, "rho": correlation(x, y), "p": shift_share(x, y), "low": low, "high": high})
    earlier = [rng.randint(2, 5) for _ in range(40)]
    later = [rng.randint(3, 7) for _ in range(33)]
    change, low, high = difference(earlier, later, 7, 500)
    gappy = [None if rng.random() < 0.3 else rng.randint(0, 10) for _ in range(60)]
    print(json.dumps({
        "pairs": cases,
        "difference": {"earlier": earlier, "later": later, "seed": 7, "draws": 500, "change": change, "low": low, "high": high},
        "drift": {"values": gappy, "splits": [20, 41], "left": without_drift(gappy, [20, 41])},
    }))


main()
