import { controlWords } from '../../../src/complexity/controls.ts';
import type { PenaltyMetric } from '../../../src/complexity/penalty-metric.ts';
import { horizontalFrame } from '../../../src/geodesic/state/horizontal-frame.ts';
import type { StateMetric } from '../../../src/geodesic/state/metric-space.ts';
import { stateFlow } from '../../../src/geodesic/state/state-flow.ts';
import { randomStream, randomVector } from '../../../src/linalg/random.ts';
import { wordTable } from '../../../src/path/word-table.ts';

export function stateMetric(metric: PenaltyMetric, qubits: number): StateMetric {
  const { words, weights } = controlWords(metric, qubits);
  return { table: wordTable(words, qubits), inverseWeights: weights.map((w) => 1 / w) };
}

/** Fourteen normal numbers: a direction of the costate of three qubits. */
export function coordinates(seed: number): Float64Array {
  const stream = randomStream(seed, 'costate');
  return Float64Array.from({ length: 14 }, () => stream.normal());
}

/** A geodesic of three qubits on a chain, with random ends. */
export function randomFlow() {
  const penalty: PenaltyMetric = { maxSize: 2, maxRange: 1, sizeWeights: [1.5, 2], penalty: Infinity };
  const metric = stateMetric(penalty, 3);
  const state = randomVector(8, randomStream(1, 'state')).interleaved;
  const frame = horizontalFrame(state);
  const costate = frame.vectorOf(coordinates(2));
  return {
    controls: controlWords(penalty, 3),
    metric,
    state,
    frame,
    costate,
    flow: stateFlow(metric, { state, costate }, 48),
  };
}
