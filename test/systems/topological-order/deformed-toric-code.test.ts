import { expect, test } from 'vitest';
import { randomStream } from '../../../src/linalg/random.ts';
import { entropiesOfStabilisers } from '../../../src/stabiliser/stabiliser-entropy.ts';
import { entropiesOfState } from '../../../src/state/region-entropies.ts';
import {
  CRITICAL_TENSION,
  deformedToricState,
  disjointEdges,
  edgesOfPlaquettes,
  entropiesOfDeformedToricCode,
  kitaevPreskill,
  rectangle,
  toricCode,
} from '../../../src/systems/topological-order/index.ts';

test.each([
  [2, 0.3],
  [2, -0.2],
  [3, CRITICAL_TENSION],
])('entropies from Ising sums are those of the amplitudes, size %i, tension %f', (size, tension) => {
  const edges = 2 * size * size;
  const dense = entropiesOfState(deformedToricState(size, tension), new Array<number>(edges).fill(2));
  const exact = entropiesOfDeformedToricCode(size, tension);
  const stream = randomStream(1, 'regions');
  for (let k = 0; k < (size === 2 ? 40 : 4); k++) {
    // Regions of several pieces, whose rest has several pieces as well, occur among these.
    const region = [...Array(edges).keys()].filter(() => stream.uniform() < 1 / size);
    expect(exact.entropy(region)).toBeCloseTo(dense.entropy(region), 12);
  }
});

test('Rényi entropies and bits are those of the amplitudes', () => {
  const options = { order: 2, base: 2 };
  const dense = entropiesOfState(deformedToricState(2, 0.4), new Array<number>(8).fill(2), options);
  const exact = entropiesOfDeformedToricCode(2, 0.4, options);
  for (const region of [[0], [0, 1, 5], [2, 3, 4, 7]]) {
    expect(exact.entropy(region)).toBeCloseTo(dense.entropy(region), 12);
  }
  expect(exact.capacities).toEqual(new Array(8).fill(1));
});

test('without tension it is the toric code, with one loop known in each direction', () => {
  const size = 4;
  const deformed = entropiesOfDeformedToricCode(size, 0);
  const code = entropiesOfStabilisers(toricCode(size, 2, { logical: 'zero' }));
  const band = edgesOfPlaquettes(size, rectangle(0, 0, 1, size));
  for (const region of [band, edgesOfPlaquettes(size, rectangle(0, 0, 2, 2)), [0, 5, 9, 14]]) {
    expect(deformed.entropy(region)).toBeCloseTo(code.entropy(region), 12);
  }
});

test('topological entropy falls from ln 2 to 0', () => {
  const size = 5;
  const [a, b, c] = disjointEdges(size, [rectangle(1, 1, 1, 1), rectangle(1, 2, 1, 1), rectangle(2, 1, 1, 2)]);
  const gamma = (tension: number): number => -kitaevPreskill(entropiesOfDeformedToricCode(size, tension), [a!, b!, c!]);
  expect(gamma(0)).toBeCloseTo(Math.LN2, 12);
  expect(gamma(2)).toBeCloseTo(0, 7);
  const curve = [0, 0.2, 0.4, 0.6].map(gamma);
  expect(curve.toSorted((x, y) => y - x)).toEqual(curve);
});

test('sizes, tensions and regions out of reach are refused', () => {
  expect(() => deformedToricState(4, 1)).toThrow('a size from 2 to 3 required, got 4');
  expect(() => entropiesOfDeformedToricCode(11, 1)).toThrow('a size from 2 to 10 required, got 11');
  expect(() => entropiesOfDeformedToricCode(4, Number.NaN)).toThrow('a finite tension required, got NaN');
  const scattered = Array.from({ length: 32 }, (_, k) => 2 * k);
  expect(() => entropiesOfDeformedToricCode(6, 1).entropy(scattered)).toThrow('at most 18 vertices');
});
