"""Writes test/oracle/open-qasm.json: OpenQASM programs with their unitaries by Qiskit, PennyLane and NumPy.

    pip install numpy scipy qiskit qiskit-qasm3-import pennylane
    python3 scripts/oracle-open-qasm.py

All programs are made here. Qubit 0, the first declared, is the leftmost factor. Those of OpenQASM 3 with `U`, `u2`, `u3`
and modifiers are computed with NumPy from the matrices in the specification, whose phases Qiskit's importer does not
have. Running it again with the same versions gives the same file.
"""

import json
from functools import reduce
from pathlib import Path

import numpy as np
import pennylane as qml
import qiskit
from qiskit import QuantumCircuit, qasm2, qasm3
from qiskit.circuit.library import RZGate, SXGate, XGate
from qiskit.circuit.random import random_circuit
from qiskit.quantum_info import Operator
from scipy.linalg import block_diag, expm, fractional_matrix_power

OUT = Path(__file__).resolve().parent.parent / "test" / "oracle" / "open-qasm.json"
cases = []


def add(by, name, text, unitary):
    cases.append({"by": by, "name": name, "text": text, "re": rounded(unitary.real), "im": rounded(unitary.imag)})


def rounded(matrix):
    return [float(f"{x:.15f}") + 0.0 for x in np.asarray(matrix).reshape(-1)]


def by_qiskit(name, text, loads):
    add("Qiskit", name, text, Operator(loads(text).reverse_bits()).data)


def head(version, qubits):
    register = f"qreg q[{qubits}];" if version == 2 else f"qubit[{qubits}] q;"
    library = {2: 'OPENQASM 2.0;\ninclude "qelib1.inc";', 3: 'OPENQASM 3.0;\ninclude "stdgates.inc";'}[version]
    return f"{library}\n{register}\n"


def libraries():
    values = ["0.7", "-1.1", "2.3", "0.4"]
    gates_2 = {
        1: "id x y z h s sdg t tdg sx sxdg u0(1) rx:1 ry:1 rz:1 p:1 u1:1 u2:2 u3:3 u:3 U:3",
        2: "cx CX cy cz ch swap csx crx:1 cry:1 crz:1 cu1:1 cp:1 cu3:3 cu:4 rxx:1 rzz:1",
        3: "ccx cswap rccx",
        4: "c3x c3sqrtx rc3x",
        5: "c4x",
    }
    gates_3 = {
        1: "id x y z h s sdg t tdg sx rx:1 ry:1 rz:1 p:1 phase:1 u1:1",
        2: "cx CX cy cz ch swap crx:1 cry:1 crz:1 cp:1 cphase:1 cu:4",
        3: "ccx cswap",
    }
    for version, gates in ((2, gates_2), (3, gates_3)):
        for qubits, names in gates.items():
            for entry in names.split():
                name, _, count = entry.partition(":")
                arguments = f"({','.join(values[: int(count)])})" if count else ""
                on = ", ".join(f"q[{k}]" for k in reversed(range(qubits)))
                text = f"{head(version, qubits)}{name}{arguments} {on};\n"
                by_qiskit(f"{name} of version {version}", text, LOADS[version])


def legacy(text):
    return qasm2.loads(text, custom_instructions=qasm2.LEGACY_CUSTOM_INSTRUCTIONS)


LOADS = {2: legacy, 3: qasm3.loads}


def written_by_hand():
    by_qiskit(
        "definitions, registers and expressions",
        """OPENQASM 2.0;
include "qelib1.inc";
// two registers
qreg a[2];
qreg b[2];
gate inner(x, y) p, r { rz(x - y/2) p; cx p, r; ry(-x^2*y) r; }
gate outer(x) p, r { inner(sin(x), cos(x)) r, p; barrier p, r; inner(ln(2), sqrt(x)) p, r; U(x, pi/2, -pi) p; }
h a;
cx a, b;
outer(1.3) a[1], b[0];
cu1(pi/8 + exp(-1)) b, a[0];
rx(tan(0.2)) b;
""",
        legacy,
    )
    text = """OPENQASM 3.0;
include "stdgates.inc";
const int n = 3;
gate step(theta) p, r { rz(theta / 2) p; ctrl @ ry(-theta) p, r; h r; }
qubit[3] q;
let ends = q[0:2:2];
h q;
for int i in [0:n - 2] { cp(pi / 2) q[i], q[i + 1]; }
step(pi / 3) ends[1], q[1];
inv @ s q[0];
ctrl @ sx q[0], q[2];
negctrl @ x q[1], q[0];
ctrl(2) @ rz(0.3) q[2], q[1], q[0];
gphase(pi / 5);
"""
    # the same by hand: Qiskit's importer has neither constants nor loops
    circuit = QuantumCircuit(3, global_phase=np.pi / 5)
    circuit.h([0, 1, 2])
    circuit.cp(np.pi / 2, 0, 1)
    circuit.cp(np.pi / 2, 1, 2)
    circuit.rz(np.pi / 6, 2)
    circuit.cry(-np.pi / 3, 2, 1)
    circuit.h(1)
    circuit.sdg(0)
    circuit.append(SXGate().control(1), [0, 2])
    circuit.append(XGate().control(1, ctrl_state=0), [1, 0])
    circuit.append(RZGate(0.3).control(2), [2, 1, 0])
    add("Qiskit", "loops, aliases, slices and modifiers", text, Operator(circuit.reverse_bits()).data)


def U(theta, phi, lam):
    c, s = np.cos(theta / 2), np.sin(theta / 2)
    matrix = [[c, -np.exp(1j * lam) * s], [np.exp(1j * phi) * s, np.exp(1j * (phi + lam)) * c]]
    return np.exp(1j * theta / 2) * np.array(matrix)


def of_the_specification():
    I, X = np.eye(2), np.array([[0, 1], [1, 0]], dtype=complex)
    Z, H = np.diag([1, -1]).astype(complex), np.array([[1, 1], [1, -1]]) / np.sqrt(2)
    SWAP = np.eye(4)[[0, 2, 1, 3]].astype(complex)
    phase = lambda angle: np.exp(1j * angle)
    power = fractional_matrix_power
    u3 = phase(-(0.7 - 1.1 + 2.3) / 2) * U(0.7, -1.1, 2.3)
    u2 = phase(-(-1.1 + 2.3 + np.pi / 2) / 2) * U(np.pi / 2, -1.1, 2.3)
    ctrl = lambda gate: block_diag(np.eye(len(gate)), gate)
    negctrl = lambda gate: block_diag(gate, np.eye(len(gate)))
    programs = [
        ("U(0.7, -1.1, 2.3) q[0];", U(0.7, -1.1, 2.3)),
        ("u3(0.7, -1.1, 2.3) q[0];", u3),
        ("u2(-1.1, 2.3) q[0];", u2),
        ("ctrl @ U(0.7, -1.1, 2.3) q[0], q[1];", ctrl(U(0.7, -1.1, 2.3))),
        ("ctrl @ u3(0.7, -1.1, 2.3) q[0], q[1];", ctrl(u3)),
        ("ctrl @ gphase(0.7) q[0];", np.diag([1, phase(0.7)])),
        ("negctrl @ gphase(0.7) q[0];", np.diag([phase(0.7), 1])),
        ("negctrl @ ctrl @ h q[0], q[1], q[2];", negctrl(ctrl(H))),
        ("ctrl @ negctrl @ ry(0.4) q[0], q[1], q[2];", ctrl(negctrl(expm(-0.2j * np.array([[0, -1j], [1j, 0]]))))),
        ("inv @ U(0.7, -1.1, 2.3) q[0];", U(0.7, -1.1, 2.3).conj().T),
        ("pow(0.5) @ x q[0];", power(X, 0.5)),
        ("pow(-0.25) @ z q[0];", power(Z, -0.25)),
        ("pow(0.3) @ h q[0];", power(H, 0.3)),
        ("pow(0.3) @ U(0.7, -1.1, 2.3) q[0];", power(U(0.7, -1.1, 2.3), 0.3)),
        ("pow(0.5) @ swap q[0], q[1];", power(SWAP, 0.5)),
        ("pow(0.3) @ ccx q[0], q[1], q[2];", ctrl(ctrl(power(X, 0.3)))),
        ("ctrl @ pow(0.5) @ swap q[0], q[1], q[2];", ctrl(power(SWAP, 0.5))),
        ("pow(3) @ ctrl @ U(0.7, -1.1, 2.3) q[0], q[1];", ctrl(np.linalg.matrix_power(U(0.7, -1.1, 2.3), 3))),
        ("pow(-2) @ inv @ ctrl @ h q[0], q[1];", np.eye(4)),
        ("gate g a, b { h a; cp(0.7) a, b; gphase(2.9); } pow(0.3) @ g q[0], q[1];",
         power(phase(2.9) * np.diag([1, 1, 1, phase(0.7)]) @ np.kron(H, I), 0.3)),
        ("gate g a, b { h a; gphase(0.9); } ctrl @ g q[0], q[1], q[2];", ctrl(phase(0.9) * np.kron(H, I))),
    ]
    for gates, unitary in programs:
        qubits = int(np.log2(len(unitary)))
        add("NumPy", gates, head(3, qubits) + gates + "\n", unitary)


def random_circuits():
    for seed in range(6):
        circuit = random_circuit(3, 6, max_operands=3, seed=seed)
        for version, module in ((2, qasm2), (3, qasm3)):
            # read again by Qiskit, as its own definitions in version 3 lose phases (of sxdg, for one); not the gates
            # whose phases its importer takes from version 2
            text = module.dumps(circuit)
            if version == 2 or not any(name in text for name in ("U(", "u3(", "u2(")):
                by_qiskit(f"random circuit {seed} of version {version}", text, LOADS[version])


def from_pennylane():
    def qft():
        qml.QFT(wires=range(3))

    def layers():
        weights = np.random.default_rng(7).uniform(0, 2 * np.pi, size=(2, 3, 3))
        qml.StronglyEntanglingLayers(weights, wires=range(3))

    def evolution():
        H = qml.Hamiltonian([0.4, -0.7, 0.3], [qml.Z(0) @ qml.Z(1), qml.X(1) @ qml.Y(2), qml.X(0)])
        qml.ApproxTimeEvolution(H, 0.8, 2)

    for circuit in (qft, layers, evolution):
        tape = qml.tape.make_qscript(circuit)()
        text = qml.to_openqasm(tape, measure_all=False)
        add("PennyLane, up to a phase", circuit.__name__, text, qml.matrix(tape, wire_order=range(3)))


libraries()
written_by_hand()
of_the_specification()
random_circuits()
from_pennylane()
versions = {"numpy": np.__version__, "qiskit": qiskit.__version__, "pennylane": qml.__version__}
OUT.write_text(json.dumps({"versions": versions, "programs": cases}, separators=(",", ":")) + "\n")
print(len(cases), "programs")
