/** @file Mixed states, curves, and learned circuits against geodesics, at full size. Prints the tables of docs/comparison.md. */

import { beforeAll, describe, expect, test } from 'vitest';
import { ghz } from '../../datasets/ghz.ts';
import { haarRandom } from '../../datasets/haar-random.ts';
import { thermal } from '../../datasets/thermal.ts';
import { w } from '../../datasets/w.ts';
import { noisyGhz, werner } from '../../datasets/werner.ts';
import { brickwall } from '../../models/brickwall.ts';
import { nielsenPath } from '../../models/nielsen-path.ts';
import { staircase } from '../../models/staircase.ts';
import type { Circuit } from '../../src/circuit/circuit.ts';
import { complexityAlongCurve, unitaryComplexityAlongCurve } from '../../src/comparison/complexity-along-curve.ts';
import { evolutionOperator, growthOf, precursor } from '../../src/comparison/complexity-growth.ts';
import { pathComparison } from '../../src/comparison/path-comparison.ts';
import type { MixedState, PureState } from '../../src/generative/target-state.ts';
import { mixedGeodesic } from '../../src/geodesic/mixed/mixed-geodesic.ts';
import { stateGeodesic } from '../../src/geodesic/state/state-geodesic.ts';
import { columnOf } from '../../src/linalg/matrix.ts';
import { transverseFieldIsing } from '../../src/operator/hamiltonian.ts';
import { chain } from '../../src/operator/lattice.ts';
import { place } from '../../src/operator/pauli.ts';
import { type PauliSum, pauliSumMatrix } from '../../src/operator/pauli-sum.ts';
import { solution } from '../../src/optimise/minimise.ts';
import { circuitPath, geodesicPath, pathLength } from '../../src/path/sliced-path.ts';
import { initBackend } from '../../src/tensorflow/backend.ts';
import { emptyJournal } from '../../train/phase.ts';
import { type Trained, train } from '../../train/train.ts';
import { trainingOptions } from '../../train/training-options.ts';

const local = { maxSize: 2, maxRange: 1, penalty: Infinity };

const row = (...cells: readonly (string | number)[]): void => console.log(`| ${cells.join(' | ')} |`);

/** Value and seconds of processor time. */
async function timed<Value>(work: () => Value | Promise<Value>): Promise<readonly [Value, string]> {
  const began = process.cpuUsage();
  const value = await work();
  return [value, `${(process.cpuUsage(began).user / 1e6).toFixed(1)} s`];
}

function ended<Value>(steps: Generator<unknown, Value>): Value {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value as Value;
  }
}

beforeAll(async () => {
  await initBackend({ prefer: process.env.BULKWEAVE_BACKEND });
});

const ising = (qubits: number): PauliSum => transverseFieldIsing(chain(qubits), { coupling: 1, field: 1 });

/** The chain of Bañuls, Cirac and Hastings, far from every integrable one. */
const chaotic = (qubits: number): PauliSum => ({
  qubits,
  terms: [
    ...Array.from({ length: qubits - 1 }, (_, q) => ({
      word: place(qubits, { [q]: 'Z', [q + 1]: 'Z' }),
      coefficient: 1,
    })),
    ...Array.from({ length: qubits }, (_, q) => ({ word: place(qubits, { [q]: 'X' }), coefficient: -1.05 })),
    ...Array.from({ length: qubits }, (_, q) => ({ word: place(qubits, { [q]: 'Z' }), coefficient: 0.5 })),
  ],
});

describe('mixed states', () => {
  const states: readonly MixedState[] = [
    werner(0.5),
    noisyGhz(3, 0.5),
    noisyGhz(4, 0.5),
    thermal(ising(2), 1),
    thermal(ising(3), 1),
    thermal(chaotic(3), 1),
  ];
  test.each(states)(
    '$name',
    async ({ name, density }) => {
      for (const sorted of [true, false]) {
        const [{ value, result }, time] = await timed(() =>
          solution(mixedGeodesic(local, density, { sorted, starts: 3, maxSteps: 400 })),
        );
        row(
          name,
          value.eigenspaces.map(({ dimension }) => dimension).join(' + '),
          sorted ? 'falling' : `nearest, ${value.orderings.searched} of ${value.orderings.count}`,
          value.length.toFixed(5),
          value.coarseLength.toFixed(5),
          value.geodesic?.length.toFixed(6) ?? '—',
          value.lowerBound.toFixed(5),
          value.infidelity.toExponential(0),
          value.costateResidual.toExponential(0),
          time,
        );
        expect(result).toBe('converged');
        expect(value.length).toBeGreaterThan(value.lowerBound - 1e-9);
      }
    },
    900_000,
  );
});

describe('curves', () => {
  test.each([
    ['Ising', ising(3)],
    ['chaotic', chaotic(3)],
  ] as const)(
    'evolution and precursor under the %s chain of three qubits',
    async (name, H) => {
      const speed = Math.hypot(...H.terms.map(({ coefficient }) => coefficient));
      const times = Array.from({ length: 13 }, (_, k) => 0.1 * k);
      const W = pauliSumMatrix({ qubits: 3, terms: [{ word: 'XII', coefficient: 1 }] });
      const evolution = times.map((time) => evolutionOperator(H, time));
      const there = times.map((time) => precursor(H, W, time));
      const options = { starts: 1, slices: 6, maxSteps: 100 };
      const of = async (what: string, compute: () => readonly number[]): Promise<readonly number[]> => {
        const [lengths, seconds] = await timed(compute);
        const { rate, delay, plateau, saturation } = growthOf(times, lengths);
        row(
          name,
          what,
          speed.toFixed(3),
          rate.toFixed(3),
          delay.toFixed(3),
          plateau.toFixed(3),
          saturation ?? '—',
          seconds,
        );
        row('', lengths.map((length) => length.toFixed(3)).join(' '));
        return lengths;
      };
      const unitaries = (list: typeof evolution) => () =>
        ended(unitaryComplexityAlongCurve(local, list, options)).map(({ path }) => path.length);
      const operator = await of('e^{−iHt}', unitaries(evolution));
      await of('e^{−iHt}|000⟩', () =>
        ended(
          complexityAlongCurve(
            local,
            evolution.map((U) => columnOf(U, 0)),
            options,
          ),
        ).map(({ path }) => path.value.length),
      );
      const back = await of('e^{iHt} X₀ e^{−iHt}', unitaries(there));
      operator.forEach((length, k) => {
        expect(length).toBeLessThan(speed * times[k]! + 1e-6);
        expect(back[k]!).toBeLessThan(2 * length + Math.PI / 2 + 1e-6);
      });
      expect(growthOf(times, back).delay).toBeGreaterThan(growthOf(times, operator).delay + 0.1);
    },
    1_800_000,
  );
});

async function trained(network: Circuit, target: PureState, options: object): Promise<Trained> {
  const steps = train({ network, target, metric: local, seed: 1 }, trainingOptions.parse(options), emptyJournal());
  for (;;) {
    const step = await steps.next();
    if (step.done) return step.value;
  }
}

describe('learned against geodesic', () => {
  test.each([ghz(3), ghz(4), ghz(5), ghz(6), w(3), w(4), w(5), w(6), haarRandom(3, 1), haarRandom(4, 1)])(
    '$name',
    async (target) => {
      const qubits = target.dimensions.length;
      const geodesic = solution(stateGeodesic(local, target.amplitudes, { slices: 8, starts: 8 })).value;
      const complex = target.name.startsWith('haar');
      const model = complex
        ? brickwall(qubits, { depth: 2 * qubits, block: 'su4' })
        : staircase(qubits, { block: 'so4' });
      const { network, theta, infidelity } = await trained(model, target, {
        starts: 8,
        complexity: { term: 'layered-length', weights: [0.003, 0.01] },
        prune: {},
      });
      const start = { rows: 2 ** qubits, cols: 1, interleaved: new Float64Array(2 ** (qubits + 1)) };
      start.interleaved[0] = 1;
      const compared = pathComparison(local, geodesicPath(geodesic), { circuit: network as Circuit, theta }, start);
      const { lengths, excess, curves, sharedTime, gates, trotter } = compared;
      row(
        target.name,
        infidelity.toExponential(0),
        lengths.geodesic.toFixed(4),
        lengths.gates.toFixed(4),
        lengths.layers.toFixed(4),
        `${(100 * excess.relative).toFixed(0)} %`,
        `${curves.frechet.toFixed(3)} ± ${curves.resolution.toFixed(3)}`,
        `${(100 * sharedTime).toFixed(0)} %`,
        `${gates.gates} / ${gates.cnots}`,
        trotter.slopes.map(({ slope }) => slope?.toFixed(2) ?? '—').join(', '),
      );
      expect(excess.layers).toBeGreaterThan(-1e-6);
    },
    900_000,
  );

  test.each([ghz(3), w(3), haarRandom(3, 1), haarRandom(3, 2)])(
    'the Nielsen path trained to $name is the geodesic',
    async (target) => {
      for (const slices of [4, 8]) {
        const geodesic = solution(stateGeodesic(local, target.amplitudes, { slices, starts: 3 })).value;
        const network = nielsenPath(3, local, { slices, steps: 8 });
        const complexity = { term: 'energy', weights: [1e-3, 1e-4, 1e-5], maxSteps: 300 };
        const [{ theta, infidelity }, time] = await timed(() => trained(network, target, { starts: 3, complexity }));
        const length = pathLength(local, circuitPath(network, theta, slices));
        row(
          target.name,
          slices,
          geodesic.length.toFixed(6),
          length.toFixed(6),
          (length - geodesic.length).toExponential(1),
          infidelity.toExponential(0),
          time,
        );
        expect(Math.abs(length - geodesic.length)).toBeLessThan(1e-3);
      }
    },
    900_000,
  );
});
