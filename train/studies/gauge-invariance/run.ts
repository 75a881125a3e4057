/**
 * @file Is the geometry blind to local unitaries and permutations of the qubits, as the paper says of its gauge group?
 */

import { ghz } from '../../../datasets/ghz.ts';
import { haarRandom } from '../../../datasets/haar-random.ts';
import type { PenaltyMetric } from '../../../src/complexity/penalty-metric.ts';
import type { ComplexVector } from '../../../src/linalg/complex.ts';
import type { Findings } from '../../../src/record/study-record.ts';
import { permutations, permutedQubits } from '../../../src/state/permuted-qubits.ts';
import { zeroState } from '../../../src/state/zero-state.ts';
import type { PartStep, StudyContext, StudyStep } from '../../study.ts';
import { shortestPath, TWO_LOCAL } from '../shortest-path.ts';
import { findings, type Row, STEPS } from './findings.ts';
import { orbitLengths, pathWithTurn, randomTurn, turnedState } from './gauge-orbit.ts';
import type { Options } from './options.ts';

/** Carries the study out, part by part. */
export function* run(
  { qubits: n, localWeights, slices, starts }: Options,
  { seed, part }: StudyContext,
): Generator<StudyStep, Findings> {
  const states: readonly (readonly [string, ComplexVector])[] = [
    ['product', zeroState(n)],
    ['GHZ', ghz(n).amplitudes],
    ['Haar-random', haarRandom(n, seed).amplitudes],
  ];
  const turn = randomTurn(n, seed);
  const search = { slices, starts, seed };
  const rows: Row[] = [];
  for (const [k, localWeight] of localWeights.entries()) {
    const metric: PenaltyMetric = { ...TWO_LOCAL['all-to-all'], sizeWeights: [localWeight, 1] };
    for (const [state, psi] of states) {
      const until = (0.7 * (k + 1)) / localWeights.length;
      const row = yield* part(`${state}, w₁ = ${localWeight}`, until, function* (): Generator<PartStep, Row> {
        const path = yield* shortestPath(metric, psi, search);
        const target = turnedState(turn, psi, 1);
        const searched = yield* shortestPath(metric, target, search);
        const costly = localWeight > 0; // otherwise the rotation is free, and both searches have the same answer
        const there = [searched, ...(costly ? [pathWithTurn(metric, target, path, turn, 1)] : [])];
        const back = [path, ...(costly ? [pathWithTurn(metric, psi, searched, turn, -1)] : [])];
        const follow = state === 'Haar-random' && localWeight >= LIGHTEST;
        return {
          state,
          localWeight,
          plain: Math.min(...back.map(({ length }) => length)),
          turned: Math.min(...there.map(({ length }) => length)),
          infidelity: Math.max(...[...there, ...back].map(({ infidelity }) => infidelity)),
          orbit: follow ? orbitLengths(metric, psi, path, turn, STEPS) : [],
        };
      });
      rows.push(row);
    }
  }
  const haar = states[2]![1];
  const orders = permutations(n).slice(0, 24);
  const lengths: { readonly order: string; readonly all: number; readonly chain: number }[] = [];
  for (const [k, order] of orders.entries()) {
    const psi = permutedQubits(haar, order);
    const found = yield* part(`order ${order.join('')}`, 0.7 + (0.3 * (k + 1)) / orders.length, function* () {
      const all = yield* shortestPath(TWO_LOCAL['all-to-all'], psi, search);
      const chain = yield* shortestPath(TWO_LOCAL.chain, psi, search);
      return { all: all.length, chain: chain.length };
    });
    lengths.push({ order: order.join(''), ...found });
  }
  return findings(n, turn, states, rows, lengths);
}

const LIGHTEST = 0.3;
