import { expect, test } from 'vitest';
import { growthBound } from '../../../src/geodesic/sector/growth-bound.ts';

const turn = Math.PI / 4;

test('GHZ of one known number of qubits grows by one turn, at π/4·√(l/m)', () => {
  const { length, sizes } = growthBound(24, [[12, 2.2]]);
  expect(length).toBeCloseTo(Math.hypot(2.2, turn) + turn, 12);
  expect(sizes).toEqual([12, 24]);
  // 0.785 for 12 of 36, 0.785·√2 for 24 at once; in two turns π/4·(1 + √½)
  expect(growthBound(36, [[12, 2.2]])).toMatchObject({
    length: Math.hypot(2.2, turn) + turn * Math.SQRT2,
    sizes: [12, 36],
  });
});

test('what is known of n itself counts, if it is shorter', () => {
  expect(growthBound(3, [[3, 1.211878]])).toEqual({ length: 1.211878, sizes: [3] });
  // from |+⟩: both qubits and their partner go to |+⟩, π/4·√2, then one turns the other, π/4
  expect(growthBound(2)).toEqual({ length: turn * (Math.SQRT2 + 1), sizes: [1, 2] });
  expect(growthBound(2, [[2, 9]]).sizes).toEqual([1, 2]);
});

test('many qubits are grown by turns, each to five times as many: π/4·√(r − 1)/ln r for each unit of ln n', () => {
  const [ten, hundred] = [growthBound(25), growthBound(25 * 24)];
  expect(hundred.sizes.length).toBeGreaterThan(ten.sizes.length);
  for (const [k, size] of hundred.sizes.slice(1).entries()) {
    const ratio = size / hundred.sizes[k]!;
    expect(ratio).toBeGreaterThan(2.5);
    expect(ratio).toBeLessThan(9);
  }
  const least = (turn * Math.sqrt(3.92)) / Math.log(4.92);
  expect(hundred.length - ten.length).toBeGreaterThanOrEqual(least * Math.log(24) - 1e-9);
  expect(hundred.length - ten.length).toBeLessThan(1.02 * least * Math.log(24));
});

test('numbers of qubits and lengths that make no sense are refused', () => {
  expect(() => growthBound(1)).toThrow('growthBound: at least 2 qubits required, got 1');
  expect(() => growthBound(8, [[3, -1]])).toThrow(
    'growthBound: positive lengths of whole numbers of qubits required, got -1 of 3',
  );
});
