/** @file What does a perturbation of the past cost? The precursor W(t) = exp(iHt) W exp(−iHt), and the switchback. */

import { unitaryComplexityAlongCurve } from '../../../src/comparison/complexity-along-curve.ts';
import { evolutionOperator, precursor } from '../../../src/comparison/complexity-growth.ts';
import type { ComplexMatrix } from '../../../src/linalg/complex.ts';
import { transverseFieldIsing } from '../../../src/operator/hamiltonian.ts';
import { chain } from '../../../src/operator/lattice.ts';
import { place } from '../../../src/operator/pauli.ts';
import { combinePauliSums, type PauliSum, pauliSumMatrix } from '../../../src/operator/pauli-sum.ts';
import type { Findings } from '../../../src/record/study-record.ts';
import type { PartStep, StudyContext, StudyStep } from '../../study.ts';
import { TWO_LOCAL } from '../shortest-path.ts';
import { findings } from './findings.ts';
import type { Options } from './options.ts';

/** Carries the study out, part by part. */
export function* run(
  { qubits, field, tilt, until, times: count, slices, starts }: Options,
  { seed, part }: StudyContext,
): Generator<StudyStep, Findings> {
  const H = tiltedIsing(qubits, field, tilt);
  const times = Array.from({ length: count }, (_, k) => (until * k) / (count - 1));
  const W = pauliSumMatrix({ qubits, terms: [{ word: place(qubits, { 0: 'X' }), coefficient: 1 }] });
  const lengths = (list: readonly ComplexMatrix[]) => () => alongCurve(list, { slices, starts, seed });
  const there = yield* part('evolution', 0.5, lengths(times.map((time) => evolutionOperator(H, time))));
  const andBack = yield* part('precursor', 1, lengths(times.map((time) => precursor(H, W, time))));
  const speed = Math.hypot(...H.terms.map(({ coefficient }) => coefficient));
  return findings({ qubits, times, there, andBack, speed });
}

/** −Σ Z Z − g Σ X − h Σ Z on the open chain. */
function tiltedIsing(qubits: number, field: number, tilt: number): PauliSum {
  const terms = Array.from({ length: qubits }, (_, q) => ({ word: place(qubits, { [q]: 'Z' }), coefficient: -tilt }));
  return combinePauliSums([
    [1, transverseFieldIsing(chain(qubits), { field })],
    [1, { qubits, terms }],
  ]);
}

function* alongCurve(
  unitaries: readonly ComplexMatrix[],
  search: { readonly slices: number; readonly starts: number; readonly seed: number },
): Generator<PartStep, readonly number[]> {
  const steps = unitaryComplexityAlongCurve(TWO_LOCAL.chain, unitaries, search);
  const all = 3 * unitaries.length - 2;
  for (let done = 0; ; done++) {
    const next = steps.next();
    if (next.done) return next.value.map(({ path }) => path.length);
    const { origin, point } = next.value;
    const from = origin === 'start' ? 'from random starts' : `from the time ${origin}`;
    yield { message: `time ${point + 1} of ${unitaries.length}, ${from}`, progress: done / all };
  }
}
