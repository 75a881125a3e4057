"""Quality of contraction paths: ours, which it reads, against those of opt_einsum and cotengra.

    python path_search.py FOLDER      # reads paths.json there and prints the table

All costs are complex multiply-adds, counted here by cotengra, ours too; every search has the same time of the processor and one process.
"""

import json
import math
import sys
import time
import types
import warnings
from pathlib import Path

import cotengra
import opt_einsum

warnings.simplefilter("ignore")

# The searches look at the clock. Here it shows the time of the processor, so that other programs do not shorten a search.
clock = types.SimpleNamespace(time=time.process_time, sleep=time.sleep, perf_counter=time.perf_counter)
cotengra.hyperoptimizers.hyper.time = clock
opt_einsum.path_random.time = clock


def cost(network, path):
    """log10 of the multiply-adds of a path in the linear format."""
    tree = cotengra.ContractionTree.from_path(
        network["legs"], [], network["dimensions"], path=[tuple(step) for step in path]
    )
    return math.log10(tree.contraction_cost())


def greedy(network):
    """opt_einsum's greedy path."""
    return opt_einsum.paths.greedy(
        [frozenset(legs) for legs in network["legs"]], frozenset(), network["dimensions"]
    )


def random_greedy(network):
    """opt_einsum's best of many noisy greedy paths."""
    search = opt_einsum.RandomGreedy(max_repeats=10**9, max_time=network["seconds"])
    return search([frozenset(legs) for legs in network["legs"]], frozenset(), network["dimensions"])


def hyper(network, **options):
    """cotengra's search."""
    search = cotengra.HyperOptimizer(
        max_repeats=10**6,
        max_time=network["seconds"],
        parallel=False,
        minimize="flops",
        progbar=False,
        on_trial_error="raise",
        **options,
    )
    return search.search(network["legs"], [], network["dimensions"]).get_path()


def with_symbols(network):
    """The network with legs of one letter each: compiled searches of cotengra take no others."""
    symbols = {leg: opt_einsum.get_symbol(k) for k, leg in enumerate(network["dimensions"])}
    return {
        **network,
        "legs": [[symbols[leg] for leg in legs] for legs in network["legs"]],
        "dimensions": {symbols[leg]: dimension for leg, dimension in network["dimensions"].items()},
    }


networks = [with_symbols(network) for network in json.loads((Path(sys.argv[1]) / "paths.json").read_text())]
print("| network | tensors | bulkweave, at once | bulkweave | opt_einsum greedy | random-greedy | cotengra | + reconfiguration | + annealing | ours / best |")
print("|---|---|---|---|---|---|---|---|---|---|")
for network in networks:
    ours = cost(network, network["path"])
    peers = [
        cost(network, greedy(network)),
        cost(network, random_greedy(network)),
        cost(network, hyper(network)),
        cost(network, hyper(network, reconf_opts={})),
        cost(network, hyper(network, simulated_annealing_opts={})),
    ]
    row = [math.log10(network["quick"] / 8), ours, *peers]
    cells = [f"{value:.3f}" for value in row] + [f"{10 ** (ours - min(peers)):.2f}"]
    print(f"| {network['name']} | {len(network['legs'])} | " + " | ".join(cells) + " |", flush=True)
