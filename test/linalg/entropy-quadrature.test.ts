import { expect, test } from 'vitest';
import { ENTROPY_QUADRATURE } from '../../src/linalg/entropy-quadrature.ts';

const quadrature = (x: number): number =>
  ENTROPY_QUADRATURE.reduce((sum, [t, w]) => sum + w * Math.log1p((x * (1 - x)) / (t * (1 + t))), 0);

test('the quadrature is the binary entropy to 2e-14, from 1e-40 to ½', () => {
  for (let exponent = Math.log(1e-40); exponent <= Math.log(0.5); exponent += 0.01) {
    const x = Math.exp(exponent);
    const entropy = -x * Math.log(x) - (1 - x) * Math.log1p(-x);
    expect(Math.abs(quadrature(x) - entropy)).toBeLessThan(2e-14);
  }
});

test('weights are positive and nodes ascend', () => {
  ENTROPY_QUADRATURE.forEach(([t, w], k) => {
    expect(w).toBeGreaterThan(0);
    expect(t).toBeGreaterThan(k === 0 ? 0 : ENTROPY_QUADRATURE[k - 1]![0]);
  });
});
