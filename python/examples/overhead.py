"""What a small request costs beyond its computation: ``python overhead.py [repetitions]``."""

from __future__ import annotations

import sys
import time

import numpy as np

import bulkweave


def milliseconds(repetitions: int) -> tuple[float, float]:
    """Medians of the whole time of a request with an array, and of its computation."""
    psi = np.array([1, 0, 0, 1]) / np.sqrt(2)
    whole, computing = [], []
    for _ in range(repetitions):
        begun = time.perf_counter()
        answer = bulkweave.compute("schmidt", state=psi, region=[0])
        whole.append(1e3 * (time.perf_counter() - begun))
        computing.append(1e3 * answer.seconds)
    return float(np.median(whole)), float(np.median(computing))


def main() -> None:
    repetitions = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    milliseconds(200)  # the engine is compiled, the pages are there
    whole, computing = milliseconds(repetitions)
    print(
        f"median of {repetitions} requests: {whole:.2f} ms, of which {computing:.2f} ms computing,"
        f" {whole - computing:.2f} ms overhead"
    )


if __name__ == "__main__":
    main()
