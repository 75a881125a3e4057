"""Compares the library's reading of OpenQASM files with Qiskit's, entry by entry and with the phase.

    pip install qiskit qiskit-qasm3-import
    npm run build
    python3 scripts/compare-open-qasm.py FILE_OR_FOLDER ...

Unitaries up to 8 qubits, also of the circuit written again in OpenQASM 2 and 3 and read by Qiskit; states from |0...0>
up to 20. Qubit 0 is most significant on both sides. Files with measurements before gates, conditions or resets have to
be refused. Exit code 1 if anything differs by more than 1e-10.
"""

import json
import re
import subprocess
import sys
from pathlib import Path

import numpy as np
from qiskit import QuantumCircuit, qasm2, qasm3
from qiskit.quantum_info import Operator, Statevector

LARGEST_UNITARY, LARGEST_STATE, TOLERANCE = 8, 20, 1e-10
TOOL = Path(__file__).resolve().parent / "open-qasm-matrix.mjs"


def by_qiskit(path):
    """The circuit without measurements after its last gates; None if it is no circuit of gates."""
    text = path.read_text()
    if re.search(r"^\s*OPENQASM\s+3", text, re.M):
        circuit = qasm3.loads(text)
    else:
        circuit = qasm2.loads(text, custom_instructions=qasm2.LEGACY_CUSTOM_INSTRUCTIONS)
    measured, gates = set(), QuantumCircuit(circuit.qubits, global_phase=circuit.global_phase)
    for instruction in circuit.data:
        name = instruction.operation.name
        if name == "barrier":
            continue
        if name == "measure":
            measured.update(instruction.qubits)
        elif name in ("reset", "if_else", "while_loop") or getattr(instruction.operation, "condition", None) is not None:
            return None
        elif measured.intersection(instruction.qubits):
            return None
        else:
            gates.append(instruction.operation, instruction.qubits)
    return gates.reverse_bits()


def by_library(path, kind):
    run = subprocess.run(["node", TOOL, kind, path], capture_output=True)
    report = run.stderr.decode().strip()
    if run.returncode == 0:
        return np.frombuffer(run.stdout, dtype=complex), json.loads(report.splitlines()[-1])
    return None, report


def compared(path):
    """A row of the table: what was compared, its size, the greatest difference or a reason, and whether it is right."""
    try:
        circuit = by_qiskit(path)
    except Exception as error:  # whatever Qiskit refuses
        return ["not read by Qiskit", "", "", str(error).strip().splitlines()[-1][:80], True]
    if circuit is None:
        _, report = by_library(path, "state")
        refused = isinstance(report, str)
        return ["no circuit of gates", "", "", report.splitlines()[0][-80:] if refused else "not refused", refused]
    size = [circuit.num_qubits, len(circuit.data)]
    if circuit.num_qubits > LARGEST_STATE:
        return ["too large", *size, "", True]
    kind = "unitary" if circuit.num_qubits <= LARGEST_UNITARY else "state"
    ours, report = by_library(path, kind)
    if ours is None:
        return [f"{kind} refused", *size, report.splitlines()[0][:200], False]
    expected = Operator(circuit).data.reshape(-1) if kind == "unitary" else Statevector(circuit).data
    differences = [float(np.abs(ours - expected).max())]
    if kind == "unitary":
        differences += [float(np.abs(written(path, version) - expected).max()) for version in (2, 3)]
    text = ", ".join(f"{difference:.1e}" for difference in differences)
    return [kind, *size, f"{report['rotations']} rotations, differences {text}", max(differences) < TOLERANCE]


def written(path, version):
    """The unitary, by Qiskit, of the file as the library writes it."""
    text = subprocess.run(["node", TOOL, str(version), path], capture_output=True, check=True).stdout.decode()
    circuit = (qasm2 if version == 2 else qasm3).loads(text)
    phase = re.search(r"^// global phase (.*)$", text, re.M)
    return np.exp(1j * float(phase[1] if phase else 0)) * Operator(circuit.reverse_bits()).data.reshape(-1)


files = [f for name in sys.argv[1:] for f in ([Path(name)] if Path(name).is_file() else sorted(Path(name).rglob("*.qasm")))]
rows = [(path, compared(path)) for path in files]
for path, row in rows:
    print("ok " if row[-1] else "BAD", path.name, *row[:-1], sep="\t")
print(f"{sum(row[0] in ('unitary', 'state') and row[-1] for _, row in rows)} of {len(rows)} files equal")
sys.exit(0 if all(row[-1] for _, row in rows) else 1)
