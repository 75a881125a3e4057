import { describe, expect, test } from 'vitest';
import { dicke } from '../../datasets/dicke.ts';
import { w } from '../../datasets/w.ts';
import { superpositionGeometry } from '../../src/bulk/superposition-geometry.ts';
import { complexVector } from '../../src/linalg/complex.ts';
import { columnOf, kronecker, matrixOfColumns } from '../../src/linalg/matrix.ts';
import { randomStream, randomVector } from '../../src/linalg/random.ts';

const qubits = (n: number): number[] => new Array<number>(n).fill(2);

describe('superpositions', () => {
  test('of W and W̄, which three sites and more tell apart on both sides: S = Σ p S + ln 2', () => {
    const n = 8;
    const { regions, overlap, mixing } = superpositionGeometry(
      [w(n).amplitudes, dicke(n, n - 1).amplitudes],
      qubits(n),
    );
    expect(overlap).toBeCloseTo(0, 14);
    expect(mixing).toBeCloseTo(Math.LN2, 14);
    for (const { sites, excess } of regions) {
      if (sites.length >= 3) expect(excess).toBeCloseTo(Math.LN2, 10);
      else expect(excess).toBeLessThan(Math.LN2 - 0.1);
    }
  });

  test('of random states with a label on each side have the entropy of mixing of any weights', () => {
    const stream = randomStream(3, 'parts');
    const labelled = (label: number) => {
      const one = complexVector(label === 0 ? [1, 0] : [0, 1]);
      const middle = matrixOfColumns([randomVector(16, stream)]);
      return columnOf(kronecker(kronecker(matrixOfColumns([one]), middle), matrixOfColumns([one])), 0);
    };
    const { regions, mixing } = superpositionGeometry([labelled(0), labelled(1)], qubits(6), { weights: [1, 3] });
    expect(mixing).toBeCloseTo(-0.25 * Math.log(0.25) - 0.75 * Math.log(0.75), 14);
    for (const { excess } of regions) expect(excess).toBeCloseTo(mixing, 10);
  });

  test('of the two product states of GHZ: from nothing to ln 2 between all pairs', () => {
    const up = complexVector([1, 0, 0, 0, 0, 0, 0, 0]);
    const down = complexVector([0, 0, 0, 0, 0, 0, 0, 1]);
    const { informationChange, distanceChange, finiteShare } = superpositionGeometry([up, down], qubits(3));
    expect([informationChange, distanceChange, finiteShare]).toEqual([null, null, 0]);
  });

  test('of a state with itself change nothing', () => {
    const { amplitudes } = w(4);
    const { informationChange, distanceChange, overlap } = superpositionGeometry([amplitudes, amplitudes], qubits(4));
    expect(overlap).toBeCloseTo(1, 12);
    expect(informationChange).toBeCloseTo(0, 10);
    expect(distanceChange).toBeCloseTo(0, 10);
  });

  test('are refused where they are none', () => {
    const { amplitudes } = w(2);
    const minus = { ...amplitudes, interleaved: amplitudes.interleaved.map((x) => -x) };
    expect(() => superpositionGeometry([amplitudes], qubits(2))).toThrow('two states required, got 1');
    expect(() => superpositionGeometry([amplitudes, minus], qubits(2))).toThrow('do not cancel');
    expect(() => superpositionGeometry([amplitudes, amplitudes], qubits(2), { weights: [1, 0] })).toThrow('positive');
  });
});
