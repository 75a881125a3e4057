import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gaussianVacuum } from '../../../src/gaussian/gaussian-state.ts';
import { quadraticOfPauliSum } from '../../../src/gaussian/jordan-wigner.ts';
import { majoranaValues } from '../../../src/gaussian/majorana-form.ts';
import type { RealMatrix } from '../../../src/linalg/matrix.ts';
import { randomStream } from '../../../src/linalg/random.ts';
import { multiplyReal, realIdentity } from '../../../src/linalg/real-product.ts';
import { checkGradient } from '../../../src/optimise/check-gradient.ts';
import { orthogonalManifold } from '../../../src/optimise/orthogonal.ts';
import {
  ascended,
  descended,
  type GaussianLayer,
  gaussianMera,
  gaussianMeraObjective,
  gaussianMeraOf,
  majoranaDimensions,
} from '../../../src/systems/renormalisation/index.ts';
import { distance } from '../../helpers/dense-fermions.ts';
import { randomGaussian, randomOrthogonal } from '../../helpers/random-gaussian.ts';

const ising = quadraticOfPauliSum({
  qubits: 2,
  terms: [
    { word: 'XX', coefficient: -1 },
    { word: 'ZI', coefficient: -0.5 },
    { word: 'IZ', coefficient: -0.5 },
  ],
});
const xx = quadraticOfPauliSum({
  qubits: 2,
  terms: [
    { word: 'XX', coefficient: -1 },
    { word: 'YY', coefficient: -1 },
  ],
});
const EXACT = -4 / Math.PI;

const layer = (q: number, seed: number): GaussianLayer => ({
  disentangler: randomOrthogonal(2 * q, seed),
  isometry: randomOrthogonal(3 * q, seed + 100),
});
const entries = (layers: readonly GaussianLayer[]): Float64Array =>
  Float64Array.from(layers.flatMap(({ disentangler, isometry }) => [...disentangler.data, ...isometry.data]));
const product = (a: RealMatrix, b: RealMatrix): number => a.data.reduce((sum, x, k) => sum + x * b.data[k]!, 0);

test('layers take states to states, and the ascending map is the adjoint of the descending one', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1000 }), fc.constantFrom(2, 4), (seed, q) => {
      const unit = layer(q, seed);
      const [a, b] = [0, 1].map(
        (k) =>
          randomGaussian(
            'fermion',
            Array.from({ length: q }, (_, j) => (j + 1) / q),
            seed + k,
          ).covariance,
      ) as [RealMatrix, RealMatrix];
      expect(majoranaValues(descended(unit, a))[0]!).toBeLessThan(1 + 1e-12);
      const difference = (x: RealMatrix, y: RealMatrix): RealMatrix => ({
        ...x,
        data: x.data.map((value, k) => value - y.data[k]!),
      });
      const h = difference(a, b);
      const lowered = difference(descended(unit, a), descended(unit, b));
      expect(product(h, lowered)).toBeCloseTo(product(ascended(unit, h), difference(a, b)), 12);
    }),
    { seed: 1, numRuns: 8 },
  );
});

test('a layer of identities leaves one site in three and the vacuum elsewhere', () => {
  const unit = { disentangler: realIdentity(4), isometry: realIdentity(6) };
  const filled = { ...gaussianVacuum('fermion', 2).covariance };
  const upside = { ...filled, data: filled.data.map((x) => -x) };
  // Pairs (1,2), (2,3), (3,4) of the sites S v v S v v: only site 3 is the coarse one.
  const mean = descended(unit, upside);
  expect(mean.data[1]).toBeCloseTo((-1 - 1 + 1) / 3, 14);
  expect(mean.data[2 * 4 + 3]).toBeCloseTo((-1 + 1 - 1) / 3, 14);
});

test('the gradient is exact, with and without transitional layers, for blocks and for sites of two modes', () => {
  for (const [term, block, transitional] of [
    [ising, 1, 0],
    [ising, 2, 1],
    [xx, 1, 2],
  ] as const) {
    const q = term.modes * block;
    const x = entries(Array.from({ length: transitional + 1 }, (_, k) => layer(q, k + 1)));
    const manifold = orthogonalManifold(Array.from({ length: transitional + 1 }, () => [2 * q, 3 * q]).flat());
    const objective = gaussianMeraObjective(term, { block, transitional });
    const { relativeError, taylorOrder } = checkGradient(objective, x, { manifold, directions: 2 });
    expect(relativeError).toBeLessThan(1e-9);
    expect(taylorOrder).toBeCloseTo(2, 1);
  }
});

test('no parameters have less energy than the ground state, and consecutive scales agree on it', () => {
  for (const seed of [1, 2, 3]) {
    for (const [term, block] of [
      [ising, 2],
      [xx, 1],
      [xx, 2],
    ] as const) {
      const fixed = layer(term.modes * block, seed);
      const energies = [0, 1, 2].map((transitional) =>
        gaussianMeraObjective(term, { block, transitional })(
          entries(Array.from({ length: transitional + 1 }, () => fixed)),
        ),
      );
      expect(energies[0]!.value).toBeGreaterThan(EXACT);
      // The same layer everywhere is the same state, whatever counts as transitional.
      expect(energies[1]!.value).toBeCloseTo(energies[0]!.value, 12);
      expect(energies[2]!.value).toBeCloseTo(energies[0]!.value, 12);
    }
  }
});

test('an energy per site does not depend on how many sites are a block', () => {
  const field = quadraticOfPauliSum({
    qubits: 2,
    terms: [
      { word: 'ZI', coefficient: -0.5 },
      { word: 'IZ', coefficient: -0.5 },
      { word: 'II', coefficient: 0.25 },
    ],
  });
  for (const block of [1, 2, 3]) {
    // Layers of identities have the vacuum as their state: Z = 1 at every site.
    const vacuum = { disentangler: realIdentity(4 * block), isometry: realIdentity(6 * block) };
    const { value } = gaussianMeraObjective(field, { block, transitional: 1 })(entries([vacuum, vacuum]));
    expect(value).toBeCloseTo(-0.75, 12);
  }
});

test('one mode at each site of the critical Ising chain leaves an error of 5.7e-3', () => {
  const { value, result } = gaussianMera(ising, { block: 1, gradientTolerance: 1e-5 });
  expect(result).toBe('converged');
  expect((value.energy - EXACT) / -EXACT).toBeGreaterThan(5.6e-3);
  expect((value.energy - EXACT) / -EXACT).toBeLessThan(5.8e-3);
  expect(Math.abs(value.centralCharge - 0.5)).toBeLessThan(0.08);
  for (const { disentangler, isometry } of [...value.mera.transitional, value.mera.fixed]) {
    for (const matrix of [disentangler, isometry]) {
      const gram = multiplyReal(matrix, matrix, { transposeB: true });
      expect(distance(gram.data, realIdentity(matrix.rows).data)).toBeLessThan(1e-13);
    }
  }
});

test('the dimensions are those of the map of the middle site', () => {
  // w takes the coarse modes to the middle site, weakened by 3^−½ and 3^−3/2.
  const isometry = realIdentity(6);
  const data = isometry.data.slice();
  [0.5, 1.5].forEach((dimension, k) => {
    const cos = 3 ** -dimension;
    const sin = Math.sqrt(1 - cos * cos);
    data[(2 + k) * 6 + k] = cos;
    data[(2 + k) * 6 + 2 + k] = sin;
    data[k * 6 + k] = sin;
    data[k * 6 + 2 + k] = -cos;
  });
  const dimensions = majoranaDimensions({ disentangler: realIdentity(4), isometry: { ...isometry, data } });
  expect(dimensions[0]).toBeCloseTo(0.5, 12);
  expect(dimensions[1]).toBeCloseTo(1.5, 12);
});

test('the manifold of orthogonal matrices: steps stay on it and agree with the tangent to second order', () => {
  const manifold = orthogonalManifold([3, 2]);
  const x = Float64Array.from([...randomOrthogonal(3, 1).data, ...randomOrthogonal(2, 2).data]);
  const stream = randomStream(3, 'tangent');
  const tangent = manifold.project(
    x,
    x.map(() => stream.normal()),
  );
  expect(distance(manifold.project(x, tangent), tangent)).toBeLessThan(1e-14);
  const errors = [1e-2, 5e-3].map((step) => {
    const moved = manifold.retract(
      x,
      tangent.map((t) => step * t),
    );
    const back = manifold.retract(
      x,
      tangent.map((t) => -step * t),
    );
    const w = { rows: 3, cols: 3, data: moved.subarray(0, 9) };
    expect(distance(multiplyReal(w, w, { transposeB: true }).data, realIdentity(3).data)).toBeLessThan(1e-14);
    return distance(
      moved.map((value, k) => (value - back[k]!) / (2 * step)),
      tangent,
    );
  });
  expect(errors[0]! / errors[1]!).toBeCloseTo(4, 0);
});

test('what is not a pair of sites of fermions is refused', () => {
  const boson = { ...ising, statistics: 'boson' as const, matrix: realIdentity(4) };
  expect(() => gaussianMera(boson)).toThrow('fermions required');
  const single = quadraticOfPauliSum({ qubits: 1, terms: [{ word: 'Z', coefficient: 1 }] });
  expect(() => gaussianMera(single)).toThrow('got 1 modes');
  expect(() => gaussianMera(ising, { block: 0 })).toThrow('got 0 and 1');
  expect(gaussianMeraOf(entries([layer(2, 1), layer(2, 2)]), 2).transitional.length).toBe(1);
});
