"""What every peer program shares: its inputs, how it is timed, and its one line of output.

A program is called as `python PROGRAM.py FOLDER`. The folder holds `arguments.json` and the arrays that it names, raw
float64; the environment says when the process was started (BENCH_START, seconds of the epoch), how long the steady part may take
(BENCH_SECONDS), and by which clock (BENCH_CLOCK, `wall` or `processor`). The line that is printed is JSON: seconds from the start of the process to the first
result, seconds of every later one, the peak memory in bytes, and the numbers that all programs must agree on.
"""

import json
import os
import sys
import time
from pathlib import Path


WARM = 0.3
"""Seconds of warming up for each second of the steady part, uncounted."""


def arguments():
    """What the workload asks for, as a dictionary."""
    return json.loads((Path(sys.argv[1]) / "arguments.json").read_text())


def array(name, *shape):
    """An input as float64 array of the given shape."""
    import numpy as np

    return np.fromfile(Path(sys.argv[1]) / f"{name}.f64").reshape(shape)


def vector(name):
    """An input as complex128 vector: interleaved real and imaginary parts."""
    import numpy as np

    return np.fromfile(Path(sys.argv[1]) / f"{name}.f64").view(np.complex128)


def peak_memory():
    """The most memory that this process has had, in bytes. Not `getrusage`, which counts its parent's at the fork."""
    status = Path("/proc/self/status").read_text()
    return 1024 * int(next(line for line in status.splitlines() if line.startswith("VmHWM")).split()[1])


def measure(step, values, repeat=True, warm=True):
    """Times `step`, which must return finished results, and prints the line. `values` reads numbers off the result. Without `warm` a step
    of more than a second runs twice: for the first result, and for its steady time."""
    result = step()
    first = time.time() - float(os.environ["BENCH_START"])
    times = []
    clock = time.process_time if os.environ.get("BENCH_CLOCK") == "processor" else time.perf_counter
    limit = float(os.environ["BENCH_SECONDS"])
    start = clock()
    while repeat and warm and clock() - start < WARM * limit:
        result = step()
    while repeat and (len(times) < 2 or (sum(times) < limit and len(times) < 50)):
        before = clock()
        result = step()
        times.append(clock() - before)
        if times[-1] > 2 * limit:
            break
    print(json.dumps({"first": first, "times": times, "memory": peak_memory(), "values": values(result)}))
