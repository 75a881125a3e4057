/** @file Geodesics on chains among the paths that a group of symmetries keeps. Prints the table of docs/geodesics.md. */

import { expect, test } from 'vitest';
import { ghz } from '../../datasets/ghz.ts';
import { w } from '../../datasets/w.ts';
import { controlWords } from '../../src/complexity/controls.ts';
import { wordGenerators } from '../../src/geodesic/state/generators.ts';
import { neighbourPairs } from '../../src/geodesic/state/neighbour-pairs.ts';
import { stateFlow } from '../../src/geodesic/state/state-flow.ts';
import { stateGeodesic } from '../../src/geodesic/state/state-geodesic.ts';
import type { StateSymmetry } from '../../src/geodesic/state/state-symmetry.ts';
import { type ComplexVector, zeroVector } from '../../src/linalg/complex.ts';
import { exponentialAction } from '../../src/linalg/exponential-action.ts';
import { innerProduct, normSquared } from '../../src/linalg/vector.ts';
import { pauliSumOperator } from '../../src/operator/pauli-sum.ts';
import { solution } from '../../src/optimise/minimise.ts';
import type { GivenPath } from '../../src/path/given-path.ts';
import { missOf } from '../../src/path/state-path.ts';

const metric = { maxSize: 2, maxRange: 1, penalty: Infinity };
const real: readonly StateSymmetry[] = [{ conjugated: true }];

interface Row {
  readonly name: string;
  readonly target: ComplexVector;
  readonly paths: string;
  readonly symmetries: readonly StateSymmetry[];
  readonly slices: number;
  readonly length: number;
}

const pairsOf = (n: number, way = 0): Pick<Row, 'name' | 'target' | 'symmetries'> => {
  const target = ghz(n).amplitudes;
  return { name: `GHZ, n = ${n}`, target, symmetries: neighbourPairs(target)[way]! };
};
const realTo = (n: number): Pick<Row, 'name' | 'target' | 'symmetries' | 'paths'> => ({
  name: `W, n = ${n}`,
  target: w(n).amplitudes,
  paths: 'real',
  symmetries: real,
});

test.each<Row>([
  { ...pairsOf(4), paths: 'pairs', slices: 8, length: 1.656136 },
  { ...pairsOf(5), paths: 'pairs beside qubit 0', slices: 8, length: 2.169935 },
  { ...pairsOf(6), paths: 'pairs', slices: 8, length: 2.397282 },
  { ...pairsOf(7, 1), paths: 'pairs beside qubit 2', slices: 16, length: 2.889478 },
  { ...pairsOf(8), paths: 'pairs', slices: 16, length: 3.288655 },
  { ...realTo(4), slices: 8, length: 1.409964 },
  { ...realTo(5), slices: 8, length: 1.726451 },
  { ...realTo(6), slices: 10, length: 2.089213 },
])(
  '$name on a chain, $paths: the geodesic is one among all paths',
  ({ name, target, paths, symmetries, slices, length }) => {
    const before = process.cpuUsage();
    const options = { slices, starts: 2, polished: 1, observable: false, symmetries } as const;
    const { value } = solution(stateGeodesic(metric, target, options));
    const { user, system } = process.cpuUsage(before);
    const { residual, uncertainty, symmetric } = value.certificate;
    const cells = [
      name,
      paths,
      `${symmetric!.controls}`,
      `${symmetric!.dimension}`,
      value.complexity.toFixed(6),
      residual.toExponential(0),
      uncertainty!.toExponential(0),
      `${value.length.toFixed(4)} (${value.slices})`,
      symmetric!.broken === false ? 'none' : symmetric!.broken ? 'yes' : 'not settled',
      `${((user + system) / 1e6).toFixed(1)} s`,
    ];
    console.log(`| ${cells.join(' | ')} |`);
    expect(value.complexity).toBeCloseTo(length, 5);
    expect(residual).toBeLessThan(1e-9);
    expect(symmetric!.broken).not.toBe(true);
    // On 2ⁿ amplitudes with all words, the geodesic of the costate ends at the target.
    const qubits = Math.log2(target.length);
    const state = new Float64Array(2 * target.length);
    state[0] = 1;
    const costate = Float64Array.from(value.geodesic!.costate);
    const { points } = stateFlow(wordGenerators(controlWords(metric, qubits)), { state, costate }, 2048);
    const [re, im] = innerProduct(target, { length: target.length, interleaved: points.at(-1)!.state });
    expect(1 - re * re - im * im).toBeLessThan(1e-9);
  },
);

/** The end of a path from |0…0⟩ by Krylov spaces, with a Hamiltonian that acts word by word. */
function endOf({ words, velocity }: GivenPath): ComplexVector {
  const start = zeroVector(2 ** words[0]!.length);
  start.interleaved[0] = 1;
  return velocity.reduce((psi, h) => {
    const terms = words.map((word, p) => ({ word, coefficient: h[p]! }));
    return exponentialAction(pauliSumOperator({ qubits: words[0]!.length, terms }), psi, 1 / velocity.length, 1e-14);
  }, start);
}

test('W, n = 8 on a chain, real: the limit of paths that meet the target in the directions that float64 resolves', () => {
  const before = process.cpuUsage();
  const target = w(8).amplitudes;
  const options = { slices: 32, starts: 1, polished: 1, observable: false, symmetries: real } as const;
  const { value } = solution(stateGeodesic(metric, target, options));
  const { user, system } = process.cpuUsage(before);
  const { held, slicedLengths, extrapolated, slicedSlope, slicedMinimum, symmetric, uncertainty } = value.certificate;
  const psi = endOf(value);
  const missed = normSquared(missOf(target, psi));
  for (const { level, kept, smallest, length, slope, natural, miss } of held!.levels) {
    const numbers = [level, smallest, slope, natural, miss].map((x) => x.toExponential(0));
    console.log(`| ${[kept, length.toFixed(6), ...numbers].join(' | ')} |`);
  }
  const { length, uncertainty: open } = extrapolated!;
  const limit = `${length.toFixed(5)} ± ${open.toFixed(5)}, unresolved ${held!.unresolved.toExponential(1)}`;
  const sliced = slicedLengths.map((one) => `${one.length.toFixed(6)} (${one.slices})`).join(', ');
  console.log(
    `| W, n = 8 | real | ${sliced} | ${limit} | ${missed.toExponential(0)} | ${symmetric!.broken} | ${((user + system) / 1e6).toFixed(1)} s |`,
  );
  expect(missed).toBeLessThan(1e-16);
  expect(held!.levels.at(-1)!.kept).toBeGreaterThan(170);
  expect(held!.levels.at(-1)!.smallest).toBeLessThan(2e-8);
  expect(slicedSlope).toBeLessThan(1e-5);
  expect(slicedMinimum).toBe(true);
  expect(uncertainty).toBeLessThan(5e-4);
  expect(value.length).toBeCloseTo(2.8094, 3);
  expect(length).toBeCloseTo(2.80816, 4);
  expect(open).toBeLessThan(4e-4);
  expect(symmetric!.broken).toBeNull();
}, 3_600_000);

test('GHZ₈ in pairs is GHZ₄ of qubits whose own words weigh half as much, joined by ZZ', () => {
  const letters = { X: 0.5, Y: 0.5, Z: 0.5, ZZ: 1 };
  const halved = { maxSize: 0, maxRange: 1, penalty: Infinity, letters };
  const options = { slices: 16, starts: 4, polished: 2, conjugatePoints: false, observable: false } as const;
  const { value } = solution(stateGeodesic(halved, ghz(4).amplitudes, options));
  expect(value.complexity).toBeCloseTo(3.288655, 6);
});
