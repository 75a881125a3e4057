"""Writes test/oracle/geometric-tensors.json: quantum geometric tensors of five circuits by PennyLane and TensorCircuit.

    pip install "pennylane<0.46" tensorcircuit-ng jax autograd
    python3 scripts/oracle-geometric-tensor.py

Each circuit is a list of Pauli rotations exp(−i·angle·P/2) with angles scale·θ_k or constants. PennyLane runs it with its
own gates where it has them (RX, IsingXX, …) and gives the metric Re Q, by its adjoint method; TensorCircuit gives the
complex tensor Q from JAX's Jacobian. Qubit 0 is the leftmost factor in all three. Running it again with the same versions
gives the same file, up to rounding.
"""

import json
from importlib.metadata import version
from pathlib import Path

import numpy as np
import pennylane as qml
import tensorcircuit as tc
from pennylane import numpy as pnp
from tensorcircuit.experimental import qng

tc.set_backend("jax")
tc.set_dtype("complex128")
OUT = Path(__file__).resolve().parent.parent / "test" / "oracle"
rng = np.random.default_rng(20240602)
PENNYLANE = {"X": qml.RX, "Y": qml.RY, "Z": qml.RZ, "XX": qml.IsingXX, "YY": qml.IsingYY, "ZZ": qml.IsingZZ}
PAULI = {
    "X": np.array([[0, 1], [1, 0]], dtype=complex),
    "Y": np.array([[0, -1j], [1j, 0]]),
    "Z": np.array([[1, 0], [0, -1]], dtype=complex),
}


def word(n, letters):
    return "".join(letters.get(q, "I") for q in range(n))


def free(k, scale=1.0):
    return {"parameter": k, "scale": scale}


def flip(n, c, t):
    """A controlled flip as rotations, up to a phase."""
    half = np.pi / 2
    return [(word(n, {c: "Z"}), half), (word(n, {t: "X"}), half), (word(n, {c: "Z", t: "X"}), -half)]


def hardware_efficient(n=4, depth=2):
    gates, k = [], 0
    for _ in range(depth):
        for letter in "YZ":
            for q in range(n):
                gates.append((word(n, {q: letter}), free(k)))
                k += 1
        for q in range(n - 1):
            gates += flip(n, q, q + 1)
    return n, k, gates


def alternating_operator(n=5, depth=3):
    """Ring of ZZ and transverse fields; each layer has one angle, which all its gates share."""
    gates = [(word(n, {q: "Y"}), np.pi / 2) for q in range(n)]
    for layer in range(depth):
        gates += [(word(n, {q: "Z", (q + 1) % n: "Z"}), free(2 * layer, 2.0)) for q in range(n)]
        gates += [(word(n, {q: "X"}), free(2 * layer + 1, -1.0)) for q in range(n)]
    return n, 2 * depth, gates


def random_words(n=3, count=10):
    words = ["".join(rng.choice(list("IXYZ"), size=n)) for _ in range(count)]
    words = [w if set(w) != {"I"} else "X" * n for w in words]
    return n, count, [(w, free(k, float(rng.choice([1.0, -0.5, 2.0])))) for k, w in enumerate(words)]


def heisenberg_trotter(n=4, steps=2):
    gates = [(word(n, {q: "X"}), np.pi) for q in range(0, n, 2)]
    k = 0
    for _ in range(steps):
        for q in range(n - 1):
            for letter in "XYZ":
                gates.append((word(n, {q: letter, q + 1: letter}), free(k)))
                k += 1
    return n, k, gates


def long_range(n=6):
    """A GHZ state whose phases are read by words of weight up to six."""
    gates = [(word(n, {0: "Y"}), np.pi / 2)]
    for q in range(n - 1):
        gates += flip(n, q, q + 1)
    k = 0
    for q in range(n):
        gates.append((word(n, {q: "Z"}), free(k)))
        k += 1
    for w in ("XXXXXX", "ZIZIZI", "IXYYXI", "YIIIIZ", "XZZZZY"):
        gates.append((w, free(k)))
        k += 1
    return n, k, gates


def angle_at(angle, theta):
    return angle if isinstance(angle, float) else angle["scale"] * theta[angle["parameter"]]


def support(w):
    return [q for q, letter in enumerate(w) if letter != "I"]


def by_pennylane(n, gates, theta):
    """Re Q, the metric of the gates' angles, taken to θ by the chain rule: Jᵀ g J."""
    device = qml.device("default.qubit", wires=n)

    @qml.qnode(device)
    def circuit(angles):
        for (w, _), angle in zip(gates, angles):
            wires = support(w)
            letters = w.replace("I", "")
            if letters in PENNYLANE:
                PENNYLANE[letters](angle, wires=wires if len(wires) > 1 else wires[0])
            else:
                qml.PauliRot(angle, letters, wires=wires)
        return qml.expval(qml.PauliZ(0))

    angles = pnp.array([angle_at(a, theta) for _, a in gates], requires_grad=True)
    metric = np.array(qml.adjoint_metric_tensor(circuit)(angles))
    jacobian = np.zeros((len(gates), len(theta)))
    for row, (_, a) in enumerate(gates):
        if not isinstance(a, float):
            jacobian[row, a["parameter"]] = a["scale"]
    return jacobian.T @ metric @ jacobian


def by_tensorcircuit(n, gates, theta):
    def state(x):
        c = tc.Circuit(n)
        for w, a in gates:
            wires = support(w)
            matrix = np.eye(1)
            for q in wires:
                matrix = np.kron(matrix, PAULI[w[q]])
            c.exp1(*wires, unitary=matrix, theta=angle_at(a, x) / 2)
        return c.state()

    tensor = qng(state, kernel="qng", postprocess=None)(tc.array_to_tensor(theta))
    return np.asarray(tensor).T  # its entry [j, i] is ⟨∂_i|…|∂_j⟩


cases = []
for name, (n, parameters, gates) in {
    "hardware-efficient": hardware_efficient(),
    "alternating operators": alternating_operator(),
    "random words": random_words(),
    "Heisenberg Trotter steps": heisenberg_trotter(),
    "long range": long_range(),
}.items():
    gates = [(w, float(a) if isinstance(a, (int, float)) else a) for w, a in gates]
    theta = rng.uniform(0, 2 * np.pi, size=parameters)
    metric = by_pennylane(n, gates, theta)
    tensor = by_tensorcircuit(n, gates, theta)
    assert np.abs(metric - tensor.real).max() < 1e-11, (name, np.abs(metric - tensor.real).max())
    cases.append(
        {
            "name": name,
            "qubits": n,
            "theta": theta.tolist(),
            "gates": [{"word": w, "angle": a} for w, a in gates],
            "pennylane": metric.tolist(),
            "tensorcircuit": {"re": tensor.real.tolist(), "im": tensor.imag.tolist()},
        }
    )
versions = {package: version(package) for package in ("pennylane", "tensorcircuit-ng", "jax", "numpy")}
(OUT / "geometric-tensors.json").write_text(json.dumps({"versions": versions, "circuits": cases}, separators=(",", ":")) + "\n")
