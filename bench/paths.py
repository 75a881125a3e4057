"""Quality of contraction paths against opt_einsum and cotengra.

    npm run bench -- paths                # writes the networks and our paths; PATH_SECONDS=5 for each
    pip install opt_einsum cotengra numpy
    python3 bench/paths.py                # prints the table

All costs are complex multiply-adds, counted here by cotengra, ours too; every search has the same time and one process.
"""

import json
import math
import tempfile
import warnings
from pathlib import Path

import cotengra
import opt_einsum

warnings.simplefilter("ignore")


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
        max_repeats=10**6, max_time=network["seconds"], parallel=False, minimize="flops", progbar=False, **options
    )
    tree = search.search(network["legs"], [], network["dimensions"])
    return tree.get_path()


networks = json.loads((Path(tempfile.gettempdir()) / "bulkweave-paths.json").read_text())
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
