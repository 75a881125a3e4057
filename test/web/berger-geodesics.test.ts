import { describe, expect, test } from 'vitest';
import { computed } from '../../train/compute/compute.ts';
import { bergerLength, blochPath, detourLength, straightLength } from '../../web/learn/berger-geodesics.ts';
import { readerOf } from '../../web/work/reader.ts';

/** What the engine finds for exp(−iZφ/2), which knows nothing of the formulae. */
async function found(lambda: number, phi: number) {
  const unitary = { name: 'file', path: 'gate.qasm' };
  const metric = { letters: { X: 1, Y: 1, Z: lambda } };
  const request = { request: 'unitary-complexity', unitary, metric, starts: 6 };
  const gate = `OPENQASM 3.0;\ninclude "stdgates.inc";\nqubit[1] q;\nrz(${phi}) q[0];\n`;
  const { result } = await computed(request, readerOf({ 'gate.qasm': gate }));
  return result as { length: number; momentum: readonly { word: string; coefficient: number }[] };
}

describe('geodesics of the Berger sphere', () => {
  test.each([
    [1.5, Math.PI],
    [4, Math.PI],
    [8, (3 * Math.PI) / 4],
    [3, Math.PI / 2],
  ])('λ = %d, φ = %d: the engine finds the shorter of both formulae', async (lambda, phi) => {
    const { length, momentum } = await found(lambda, phi);
    expect(length).toBeCloseTo(bergerLength(lambda, phi), 6);
    const [a, b, c] = ['X', 'Y', 'Z'].map((word) => momentum.find((term) => term.word === word)?.coefficient ?? 0);
    const end = blochPath([1, 0, 0], [a!, b!, c!], lambda).at(-1)!;
    [Math.cos(phi), Math.sin(phi), 0].forEach((value, axis) => {
      expect(end[axis]).toBeCloseTo(value, 5);
    });
  });

  test('the detour branches off the straight way at λ = 2π/φ, and is the shorter beyond', () => {
    expect(detourLength(2, Math.PI)).toBeCloseTo(straightLength(2, Math.PI), 12);
    expect(detourLength(2.1, Math.PI)).toBeLessThan(straightLength(2.1, Math.PI));
    expect(detourLength(4.0001, Math.PI / 2)).toBeCloseTo(straightLength(4.0001, Math.PI / 2), 6);
    expect(detourLength(4.5, Math.PI / 2)).toBeLessThan(straightLength(4.5, Math.PI / 2));
    expect(detourLength(1.2, Math.PI)).toBe(Number.POSITIVE_INFINITY);
  });
});
