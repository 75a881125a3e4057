/** @file Infidelity of the SU(4) brickwork, its gradient, and a training by Adam; see `programs/brickwork.py`. */

import { adam, type Circuit, infidelity, minimise, type Rotation, solution } from 'bulkweave';
import { given, input, measure, norm } from './measure.ts';

const { qubits = 2, depth = 1, steps = 0 } = given();
const LETTERS = [...'IXYZ'];
const WORDS = LETTERS.flatMap((a) => LETTERS.map((b) => a + b)).slice(1);

/** exp(iθP) of all 15 words on every pair of neighbours: rotations by −2θ. */
function brickwork(): Circuit {
  const pairs = Array.from({ length: depth }, (_, layer) =>
    Array.from({ length: Math.floor((qubits - (layer % 2)) / 2) }, (_, k) => 2 * k + (layer % 2)),
  ).flat();
  const gates = pairs.flatMap((first, pair) =>
    WORDS.map(
      (word, k): Rotation => ({
        word: 'I'.repeat(first) + word + 'I'.repeat(qubits - first - 2),
        angle: { parameter: 15 * pair + k, scale: -2 },
      }),
    ),
  );
  return { kind: 'circuit', qubits, parameters: gates.length, gates };
}

const theta = input('theta');
const interleaved = input('target');
const dimensions = new Array<number>(qubits).fill(2);
const target = {
  kind: 'pure',
  name: 'random',
  dimensions,
  amplitudes: { length: interleaved.length / 2, interleaved },
} as const;
const objective = infidelity(brickwork(), target);

if (steps > 0) {
  const train = () => solution(minimise(objective, adam(), theta, { maxSteps: steps })).value.evaluation;
  measure(train, ({ value }) => ({ loss: value }), false);
} else {
  measure(
    () => objective(theta),
    ({ value, gradient }) => ({ loss: value, gradient: norm(gradient) }),
  );
}
