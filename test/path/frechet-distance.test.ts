import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { complexVector } from '../../src/linalg/complex.ts';
import { curveDistance, discreteFrechet } from '../../src/path/frechet-distance.ts';
import type { SlicedPath } from '../../src/path/sliced-path.ts';
import { randomSum } from '../geodesic/unitary/unitaries.ts';

const up = { rows: 2, cols: 1, interleaved: complexVector([1, 0]).interleaved };
const turn = (word: string, angle: number): SlicedPath[number] => ({
  qubits: 1,
  terms: [{ word, coefficient: angle / 2 }],
});

describe('discrete', () => {
  test('agrees with the best of all couplings', () => {
    const points = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(points, points, (a, b) => {
        const walk = (i: number, j: number): number => {
          const here = Math.abs(a[i]! - b[j]!);
          if (i === a.length - 1 && j === b.length - 1) return here;
          const next = [
            [i + 1, j],
            [i, j + 1],
            [i + 1, j + 1],
          ].filter(([k, l]) => k! < a.length && l! < b.length);
          return Math.max(here, Math.min(...next.map(([k, l]) => walk(k!, l!))));
        };
        expect(discreteFrechet(a.length, b.length, (i, j) => Math.abs(a[i]! - b[j]!))).toBe(walk(0, 0));
      }),
      { numRuns: 100, seed: 4 },
    );
  });
});

describe('of curves of states', () => {
  test('two meridians of the Bloch sphere, a quarter turn apart, are π/4 apart at the equator', () => {
    const along = (word: string): SlicedPath => [turn(word, Math.PI)];
    const { frechet, equalArcs, arcs, resolution } = curveDistance(along('X'), along('Y'), up);
    expect(frechet).toBeCloseTo(Math.PI / 4, 6);
    expect(equalArcs).toBeCloseTo(Math.PI / 4, 6);
    expect(arcs).toEqual([expect.closeTo(Math.PI / 2, 6), expect.closeTo(Math.PI / 2, 6)]);
    expect(resolution).toBeLessThan(Math.PI / 2 / 16 + 1e-9);
  });

  test('the resolution is the longer arc in as many steps as settle the distance', () => {
    const longer = curveDistance([turn('X', 1)], [turn('X', 1.6)], up);
    expect(longer.frechet).toBeCloseTo(0.3, 8); // the ends
    expect(longer.steps).toBe(32); // nothing changes between 16 and 32
    expect(longer.arcs).toEqual([expect.closeTo(0.5, 7), expect.closeTo(0.8, 7)]);
    expect(longer.resolution).toBeCloseTo(0.8 / 32, 8);
    expect(curveDistance([turn('X', 1.6)], [turn('X', 1)], up).resolution).toBeCloseTo(0.8 / 32, 8);
  });

  test.each([
    [0.05, 128],
    [0.1, 128],
    [0.4, 64],
  ])('a retreat by an angle of %d keeps the leash half as long, found with %d steps', (angle, steps) => {
    // Forward by 0.6, back by the angle, forward to 1: three slices, each for a third of the time.
    const retreating = [turn('X', 1.8), turn('X', -3 * angle), turn('X', 1.2 + 3 * angle)];
    const found = curveDistance([turn('X', 1)], retreating, up);
    expect(found.steps).toBe(steps);
    expect(Math.abs(found.frechet - angle / 4)).toBeLessThan(found.resolution);
    expect(found.arcs[1]).toBeCloseTo(0.5 + angle, 7);
  });

  test('equal curves are at distance 0, which 32 steps tell, also if one of them takes its time', () => {
    const path = [turn('X', 0.9), turn('Y', 1.1)];
    const slower = [turn('X', 0.6), turn('X', 1.2), turn('Y', 1.1), turn('Y', 1.1)];
    for (const other of [path, slower]) {
      const { frechet, steps } = curveDistance(path, other, up);
      expect(frechet).toBeLessThan(1e-8);
      expect(steps).toBe(32);
    }
  });

  test('the speed along a curve does not matter', () => {
    const slow = [turn('X', 0.9), turn('X', 0.9), turn('X', 2.7)];
    expect(curveDistance(slow, [turn('X', 1.5)], up).frechet).toBeLessThan(1e-9);
  });

  test('a way there and back is half its length from rest', () => {
    const back = [turn('Y', 1), turn('Y', -1)];
    const rest = [turn('Z', 2)]; // a phase
    const { frechet, arcs } = curveDistance(back, rest, up);
    expect(arcs[1]).toBeLessThan(1e-9);
    expect(frechet).toBeCloseTo(arcs[0] / 2, 9);
    expect(arcs[0]).toBeCloseTo(0.5, 7); // half a turn by 1, and back
  });

  test('it is a distance: symmetric, with the triangle inequality, up to the resolution', () => {
    const start = { rows: 4, cols: 1, interleaved: complexVector([1, 0, 0, 0]).interleaved };
    const paths = [1, 2, 3].map((seed) => [randomSum(2, seed, 0.3), randomSum(2, seed + 10, 0.3)]);
    const between = (i: number, j: number) => curveDistance(paths[i]!, paths[j]!, start);
    const [ab, ba, bc, ac] = [between(0, 1), between(1, 0), between(1, 2), between(0, 2)];
    expect(ab.frechet).toBeCloseTo(ba.frechet, 12);
    expect(ac.frechet).toBeLessThan(ab.frechet + bc.frechet + ac.resolution);
    for (const { frechet, equalArcs } of [ab, bc, ac]) expect(frechet).toBeLessThanOrEqual(equalArcs + 1e-12);
  });
});
