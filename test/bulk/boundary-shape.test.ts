import { describe, expect, test } from 'vitest';
import { boundaryShape } from '../../src/bulk/boundary-shape.ts';
import { bulkGeometry } from '../../src/bulk/bulk-geometry.ts';
import type { Circuit } from '../../src/circuit/circuit.ts';

const table = (n: number, distance: (a: number, b: number) => number | null) =>
  Array.from({ length: n }, (_, a) => Array.from({ length: n }, (_, b) => (a === b ? 0 : distance(a, b))));

/** GHZ by a Y rotation and controlled flips, as Pauli rotations. */
const ghz: Circuit = {
  kind: 'circuit',
  qubits: 4,
  parameters: 0,
  gates: ['YIII', 'ZYII', 'IZYI', 'IIZY'].flatMap((word, k) => [
    ...(k === 0 ? [] : [{ word: `${'I'.repeat(k)}Y${'I'.repeat(3 - k)}`, angle: Math.PI / 2 }]),
    { word, angle: k === 0 ? Math.PI / 2 : -Math.PI / 2 },
  ]),
};

describe('the shape of distances', () => {
  test('of points on a line: one dimension, a tree, a plane', () => {
    const shape = boundaryShape(table(7, (a, b) => Math.abs(a - b))).value!;
    expect(shape.embedding.participation).toBeCloseTo(1, 10);
    expect(shape.embedding.stress).toBeLessThan(1e-7);
    expect(shape.hyperbolicity.delta).toBe(0);
    expect(shape.fit!.best.kind).toBe('euclidean');
    expect(shape.shortened).toBe(0);
    expect(shape.diameter).toBe(6);
    expect(shape.spread).toBeCloseTo(5 / 6, 14);
  });

  test('of a circle with arcs as distances: the sphere of its radius, and δ of the cycle, n/4', () => {
    const shape = boundaryShape(table(8, (a, b) => Math.min(Math.abs(a - b), 8 - Math.abs(a - b)))).value!;
    expect(shape.fit!.best).toMatchObject({ kind: 'spherical', radius: expect.closeTo(8 / (2 * Math.PI), 3) });
    expect(shape.hyperbolicity.delta).toBe(2);
    expect(shape.embedding.negativeShare).toBeGreaterThan(0.05);
  });

  test('of sites all equally far: a regular simplex, which prefers no surface', () => {
    const shape = boundaryShape(table(8, () => Math.LN2)).value!;
    expect(shape.spread).toBe(0);
    expect(shape.fit).toBeNull();
    expect(shape.embedding.participation).toBeCloseTo(7, 10);
    for (const value of shape.embedding.eigenvalues.slice(0, 7)) expect(value).toBeCloseTo(Math.LN2 ** 2 / 2, 12);
  });

  test('takes the detour where that is shorter, and infinite pairs with it', () => {
    const shape = boundaryShape([
      [0, 1, null],
      [1, 0, 2],
      [null, 2, 0],
    ]).value!;
    expect(shape.shortened).toBeCloseTo(1 / 3, 14);
    expect(shape.embedding.eigenvalues[0]).toBeCloseTo(14 / 3, 12); // points 0, 1, 3 about their mean
  });

  test('is left out, with the reason, for sites infinitely far apart, too few or too many, and without information', () => {
    const leftOut = [
      table(4, (a, b) => (a + b === 1 || a + b === 5 ? 0 : null)),
      table(3, (a, b) => (a === b ? 0 : null)),
      table(2, () => 1),
      table(257, () => 1),
      [],
    ].map((distances) => boundaryShape(distances));
    expect(leftOut.map(({ value }) => value)).toEqual([null, null, null, null, null]);
    expect(leftOut.map(({ notes }) => notes)).toEqual([
      [expect.stringMatching(/the 4 sites fall into 2 groups .* infinitely far apart/)],
      [expect.stringMatching(/no two sites share information/)],
      [expect.stringMatching(/three sites/)],
      [expect.stringMatching(/at most 256/)],
      [expect.stringMatching(/no mutual information/)],
    ]);
  });

  test('of a GHZ state: I(a:b) = log 2 of at most 2 log 2, so every distance is log 2', () => {
    const { distances } = bulkGeometry(ghz, new Float64Array(0)).value;
    for (const [a, row] of distances.entries()) {
      row.forEach((d, b) => {
        expect(d).toBeCloseTo(a === b ? 0 : Math.LN2, 10);
      });
    }
    expect(boundaryShape(distances).value!.fit).toBeNull();
  });
});
