/** @file The histories of a small circuit: their actions, how they interfere, and the sum. */

import type { Circuit } from '../../../src/circuit/circuit.ts';
import { referenceState, runCircuit } from '../../../src/circuit/run-circuit.ts';
import { randomStream } from '../../../src/linalg/random.ts';
import { normSquared } from '../../../src/linalg/vector.ts';
import {
  computationHistories,
  computationOf,
  decoherenceFunctional,
  statesByScatterings,
} from '../../../src/systems/universe/computation-histories.ts';

export interface Histories {
  readonly gates: number;
  readonly number: number;
  /** |Σ amplitudes − ⟨ψ|ψ⟩|. */
  readonly defect: number;
  /** Σ |amplitude|: how much larger the histories are than their sum. */
  readonly weight: number;
  /** Shares of the histories and of Σ|amplitude| by bins of the action. */
  readonly actions: readonly { readonly action: number; readonly share: number; readonly weight: number }[];
  /** ‖Σ of the histories with k scatterings‖² and what it would be if they did not interfere. */
  readonly counts: readonly { readonly scatterings: number; readonly coherent: number; readonly incoherent: number }[];
  /** Σ |D(h, h′)| off the diagonal over its trace, for the first ten gates. */
  readonly interference: number;
}

const BINS = 16;
const QUBITS = 3;

export function measuredHistories(gates: number, seed: number): Histories {
  const stream = randomStream(seed, 'gates');
  const words = ['XXI', 'IZZ', 'YII', 'ZZI', 'IXX', 'IYI', 'IIX', 'YYI', 'IYY', 'XII', 'IIY', 'ZIZ'];
  const circuit: Circuit = {
    kind: 'circuit',
    qubits: QUBITS,
    parameters: 0,
    gates: Array.from({ length: gates }, (_, k) => ({ word: words[k % words.length]!, angle: 0.4 + stream.uniform() })),
  };
  const none = new Float64Array(0);
  const computation = computationOf(circuit, none);
  const from = referenceState(circuit);
  const end = runCircuit(circuit, none);
  const histories = computationHistories(computation, from, end);
  const sum = histories.reduce<readonly [number, number]>(([x, y], { amplitude: [a, b] }) => [x + a, y + b], [0, 0]);
  const sizes = histories.map(({ amplitude }) => Math.hypot(...amplitude));
  const weight = sizes.reduce((total, size) => total + size, 0);
  const most = Math.max(...histories.map(({ action }) => action));
  const bins = Array.from({ length: BINS }, (_, k) => ({ action: ((k + 0.5) * most) / BINS, share: 0, weight: 0 }));
  histories.forEach(({ action }, h) => {
    const bin = bins[Math.min(BINS - 1, Math.floor((BINS * action) / most))]!;
    bin.share += 1 / histories.length;
    bin.weight += sizes[h]! / weight;
  });
  const coherent = statesByScatterings(computation, from).map(normSquared);
  const short = { ...computation, steps: computation.steps.slice(0, 10) };
  const D = decoherenceFunctional(short, from);
  return {
    gates,
    number: histories.length,
    defect: Math.hypot(sum[0] - 1, sum[1]),
    weight,
    actions: bins,
    counts: incoherentCounts(gates, coherent),
    interference: offDiagonal(D.interleaved, D.rows),
  };
}

/** A gate scatters half of a state that knows nothing of it: binomial weights. */
function incoherentCounts(gates: number, coherent: readonly number[]): Histories['counts'] {
  let binomial = 1;
  return coherent.map((value, scatterings) => {
    if (scatterings > 0) binomial *= (gates - scatterings + 1) / scatterings;
    return { scatterings, coherent: value, incoherent: binomial / 2 ** gates };
  });
}

function offDiagonal(interleaved: Float64Array, rows: number): number {
  let [trace, rest] = [0, 0];
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < rows; j++) {
      const size = Math.hypot(interleaved[2 * (i * rows + j)]!, interleaved[2 * (i * rows + j) + 1]!);
      if (i === j) trace += size;
      else rest += size;
    }
  }
  return rest / trace;
}
