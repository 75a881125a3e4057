/** @file The preparation of GHZ in Fig. 2, by an ancilla that is measured. */

import { ghz } from '../../../datasets/ghz.ts';
import type { Circuit } from '../../../src/circuit/circuit.ts';
import { measureWord } from '../../../src/circuit/measure-word.ts';
import { controlledNotGate, hadamardGate, pauliGate } from '../../../src/circuit/named-gates.ts';
import { runCircuit } from '../../../src/circuit/run-circuit.ts';
import { layeredLength } from '../../../src/complexity/layered-length.ts';
import { place } from '../../../src/operator/pauli.ts';
import { type Check, equals, type StudySection } from '../../../src/record/study-record.ts';
import { fidelity } from '../../../src/state/fidelity.ts';
import { reducedDensityMatrix } from '../../../src/state/reduced-density-matrix.ts';
import { qubitDimensions, TWO_LOCAL } from '../shortest-path.ts';

/** Fig. 2, right: an ancilla in |+⟩, a CNOT on every qubit, the ancilla measured in the basis |±⟩, and Z on a qubit after −1. */
export function ancillaPreparation(n: number): { readonly section: StudySection; readonly checks: readonly Check[] } {
  const targets = Array.from({ length: n }, (_, q) => q + 1);
  const gates = [...hadamardGate(n + 1, 0), ...targets.flatMap((q) => controlledNotGate(n + 1, 0, q))];
  const circuit: Circuit = { kind: 'circuit', qubits: n + 1, parameters: 0, gates };
  const theta = new Float64Array();
  const outcomes = measureWord(runCircuit(circuit, theta), place(n + 1, { 0: 'X' }));
  const corrected = outcomes.map(({ value, state }) => {
    const correction = value === 1 ? [] : pauliGate(place(n + 1, { 1: 'Z' }));
    const rho = reducedDensityMatrix(
      runCircuit({ ...circuit, gates: correction }, theta, state),
      qubitDimensions(n + 1),
      targets,
    );
    const before = reducedDensityMatrix(state, qubitDimensions(n + 1), targets);
    return { before: fidelity(before, ghz(n).amplitudes), after: fidelity(rho, ghz(n).amplitudes) };
  });
  const length = layeredLength(circuit, TWO_LOCAL['all-to-all'])(theta).value;
  return {
    section: {
      heading: 'The ancilla of Fig. 2',
      text:
        `An ancilla (qubit 0) is prepared in |0⟩ + |1⟩, acts on all ${n} qubits by CNOT and is measured in the ` +
        'basis |0⟩ ± |1⟩. The outcome − leaves |0…0⟩ − |1…1⟩, which Z on one qubit corrects: without the ' +
        'correction only half of the runs end in GHZ. The circuit, with commuting words at the same time, has ' +
        `length ${length.toFixed(4)}; a measurement has no length in Nielsen's metric.`,
      exhibits: [
        { kind: 'circuit', caption: 'The preparation. The measurement of qubit 0 follows.', circuit, theta: [] },
        {
          kind: 'table',
          caption: 'The two outcomes. Fidelity with GHZ.',
          columns: ['outcome', 'probability', 'fidelity before correction', 'fidelity after'],
          rows: outcomes.map(({ value, probability }, k) => [
            value === 1 ? '+' : '−',
            probability,
            corrected[k]!.before,
            corrected[k]!.after,
          ]),
        },
      ],
    },
    checks: outcomes.flatMap(({ value, probability }, k) => [
      equals(`ancilla, outcome ${value}: probability`, 'closed form', probability, 0.5, 1e-12),
      equals(`ancilla, outcome ${value}: fidelity after correction`, 'closed form', corrected[k]!.after, 1, 1e-10),
    ]),
  };
}
