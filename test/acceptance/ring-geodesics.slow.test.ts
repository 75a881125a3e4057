/** @file Geodesics in sectors of rings at full size. Prints the table of docs/symmetric-geodesics.md. */

import { expect, test } from 'vitest';
import { ghz } from '../../datasets/ghz.ts';
import { groundState } from '../../datasets/ground-state.ts';
import { controlWords } from '../../src/complexity/controls.ts';
import { type RingOptions, ringSector } from '../../src/geodesic/sector/ring-sector.ts';
import { ringAmplitudes, ringPath, ringState } from '../../src/geodesic/sector/ring-state.ts';
import { sectorGeodesic } from '../../src/geodesic/sector/sector-geodesic.ts';
import { sectorVelocity } from '../../src/geodesic/sector/sector-words.ts';
import { wordGenerators } from '../../src/geodesic/state/generators.ts';
import { stateFlow } from '../../src/geodesic/state/state-flow.ts';
import { stateGeodesic } from '../../src/geodesic/state/state-geodesic.ts';
import type { ComplexVector } from '../../src/linalg/complex.ts';
import { innerProduct } from '../../src/linalg/vector.ts';
import { transverseFieldIsing } from '../../src/operator/hamiltonian.ts';
import { ring } from '../../src/operator/lattice.ts';
import { solution } from '../../src/optimise/minimise.ts';
import { pathFrom } from '../../src/path/given-path.ts';
import { runPath } from '../../src/path/state-path.ts';

const targets = {
  GHZ: (n: number) => ghz(n).amplitudes,
  'critical Ising': (n: number) => groundState(transverseFieldIsing(ring(n))).amplitudes,
} as const;
const metric = (n: number) => ({ maxSize: 2, maxRange: 1, lattice: ring(n), penalty: Infinity });
const infidelity = (target: ComplexVector, interleaved: Float64Array): number => {
  const [re, im] = innerProduct(target, { length: target.length, interleaved });
  return 1 - re * re - im * im;
};

interface Row {
  readonly target: keyof typeof targets;
  readonly n: number;
  readonly options: RingOptions;
  readonly starts: number;
  readonly slices: number;
  readonly polished: number;
  readonly doublings?: number;
}

/** Prints a row; the path carried over to 2ⁿ amplitudes has to end there as near to its target as in the sector. */
function found({ target, n, options, ...search }: Row): number {
  const psi = targets[target](n);
  const before = process.cpuUsage();
  const sector = ringSector(metric(n), n, options);
  const { value } = solution(sectorGeodesic(sector, ringState(sector, psi), search));
  const { user, system } = process.cpuUsage(before);
  const finest = value.sliced.at(-1)!;
  const cells = [
    `${target}, n = ${n}`,
    `cell ${sector.cell}${sector.reflection ? ', reflection' : ''}`,
    `${sector.dimension}`,
    value.polished ? 'geodesic' : `${finest.slices}`,
    value.length.toFixed(6),
    value.extrapolated?.toFixed(4) ?? '–',
    value.residual.toExponential(0),
    value.lengths.map((length) => length.toFixed(4)).join(', '),
    `${((user + system) / 1e6).toFixed(1)} s`,
  ];
  console.log(`| ${cells.join(' | ')} |`);
  const all = controlWords(metric(n), n);
  if (value.polished) {
    const [state, costate] = [value.start.state, value.start.costate].map((v) => ringAmplitudes(sector, v));
    const { points } = stateFlow(wordGenerators(all), { state: state!, costate: costate! }, 128);
    expect(infidelity(psi, points.at(-1)!.state)).toBeLessThan(1e-9);
  }
  const zero = { length: 2 ** n, interleaved: new Float64Array(2 ** (n + 1)) };
  zero.interleaved[0] = 1;
  const amplitudeWeights = new Float64Array(2 ** n).fill(1);
  const problem = { controls: all, from: psi, to: zero, slices: finest.slices, amplitudeWeights };
  const { end } = runPath(problem, pathFrom(problem, ringPath(sector, sectorVelocity(sector, finest))));
  expect(Math.abs(infidelity(zero, end.interleaved) - finest.infidelity)).toBeLessThan(1e-11);
  expect(finest.infidelity).toBeLessThan(1e-7);
  return value.length;
}

test.each(['GHZ', 'critical Ising'] as const)(
  '%s of four in cells of two sites is as near as in the search among all paths',
  (target) => {
    const search = { target, n: 4, starts: 3, slices: 8, polished: 1 };
    const [one, two] = [1, 2].map((cell) => found({ ...search, options: { cell, reflection: true } }));
    const { value } = solution(stateGeodesic(metric(4), targets[target](4), { starts: 3, observable: false }));
    console.log(`| ${target}, n = 4 | all paths | 16 | geodesic | ${value.complexity.toFixed(6)} |`);
    expect(two).toBeCloseTo(value.complexity, 8);
    expect(one).toBeGreaterThan(value.complexity + 0.1);
  },
);

const critical = { target: 'critical Ising', slices: 8, starts: 1, polished: 0, doublings: 0 } as const;

test.each<Row>([
  { ...critical, n: 8, options: { reflection: true } },
  { ...critical, n: 10, options: { reflection: true } },
])('$target of $n on a ring, $options, leads to its target on 2ⁿ amplitudes', (row) => {
  expect(found(row)).toBeGreaterThan(0);
});
