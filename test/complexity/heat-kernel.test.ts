import { describe, expect, test } from 'vitest';
import { heatKernel, heatKernelByGeodesics } from '../../src/complexity/heat-kernel.ts';
import { heatLength } from '../../src/complexity/heat-length.ts';
import { logarithmicMap } from '../../src/geodesic/unitary/logarithmic-map.ts';
import type { ComplexMatrix } from '../../src/linalg/complex.ts';

/** exp(−iθ n·σ), |n| = 1. */
function rotation(theta: number, [x, y, z]: readonly [number, number, number] = [0, 0, 1]): ComplexMatrix {
  const [c, s] = [Math.cos(theta), Math.sin(theta)];
  return { rows: 2, cols: 2, interleaved: Float64Array.of(c, -z * s, -y * s, -x * s, y * s, -x * s, c, z * s) };
}

describe('equal weights: the sum over j is the sum over geodesics', () => {
  test.each([
    [0.5, [0, 0, 1]],
    [1.5, [0.6, 0.64, 0.48]],
    [2.5, [0, 0.8, -0.6]],
    [Math.PI, [0, 0, 1]],
    [0, [0, 0, 1]],
  ] as const)('at the angle %d about %j', (theta, axis) => {
    for (const phase of ['kept', 'free'] as const) {
      for (const t of [0.02, 0.1, 1, 5]) {
        const [spectral, geodesic] = [
          heatKernel(rotation(theta, axis), t, { phase }),
          heatKernelByGeodesics(theta, t, { phase }),
        ];
        expect(spectral / geodesic).toBeCloseTo(1, 12);
      }
    }
  });

  test('a phase is free unless it is kept, and the kernel settles at 1', () => {
    const turned = rotation(0.7);
    const [c, s] = [Math.cos(0.4), Math.sin(0.4)];
    const interleaved = turned.interleaved.map((_, k, u) =>
      k % 2 === 0 ? u[k]! * c - u[k + 1]! * s : u[k]! * c + u[k - 1]! * s,
    );
    const phased = { ...turned, interleaved };
    expect(heatKernel(phased, 0.3) / heatKernel(turned, 0.3)).toBeCloseTo(1, 12);
    expect(() => heatKernel(phased, 0.3, { phase: 'kept' })).toThrow(/determinant 1 required/);
    expect(heatKernel(turned, 20, { phase: 'kept', weight: 3 })).toBeCloseTo(1, 12);
  });
});

describe('Berger spheres', () => {
  test('the first terms by hand: j = 0 and ½', () => {
    // j = ½: 2·2 cos θ e^{−4t(½ + ¼/q)}; j = 1: 3[e^{−8t} + 2 cos 2θ e^{−4t(1 + 1/q)}].
    const [theta, t, q] = [0.9, 3, 2.5];
    const expected =
      1 +
      4 * Math.cos(theta) * Math.exp(-4 * t * (0.5 + 0.25 / q)) +
      3 * (Math.exp(-8 * t) + 2 * Math.cos(2 * theta) * Math.exp(-4 * t * (1 + 1 / q)));
    expect(heatKernel(rotation(theta), t, { weight: q, phase: 'kept' })).toBeCloseTo(expected, 8);
  });

  test('a light Z: the round kernel spread along Z by that of a circle', () => {
    // −4t m²(1/q − 1) is a further diffusion for the time s = t(1/q − 1) along exp(−iψZ), of period 2π.
    const [t, q] = [0.15, 0.4];
    const s = t * (1 / q - 1);
    const circle = (psi: number): number =>
      [-2, -1, 0, 1, 2].reduce((sum, n) => sum + Math.exp(-((psi + 2 * Math.PI * n) ** 2) / (4 * s)), 0) *
      Math.sqrt(Math.PI / s);
    const points = 400;
    const U = rotation(1.1, [0.6, 0.64, 0.48]);
    const spread = Array.from({ length: points }, (_, k) => {
      const psi = (2 * Math.PI * k) / points;
      const z = rotation(psi).interleaved;
      const interleaved = U.interleaved.slice(); // exp(−iψZ) U: the first row times e^{−iψ}, the second e^{iψ}
      for (let row = 0; row < 2; row++) {
        const [c, d] = row === 0 ? [z[0]!, z[1]!] : [z[6]!, z[7]!];
        for (let col = 0; col < 2; col++) {
          const at = 4 * row + 2 * col;
          const [re, im] = [U.interleaved[at]!, U.interleaved[at + 1]!];
          interleaved.set([c * re - d * im, c * im + d * re], at);
        }
      }
      // Its angle: Re Tr = 2 cos θ.
      const theta = Math.acos(Math.max(-1, Math.min(1, (interleaved[0]! + interleaved[6]!) / 2)));
      return heatKernelByGeodesics(theta, t, { phase: 'kept' }) * circle(psi);
    });
    const mean = spread.reduce((a, b) => a + b) / points;
    expect(heatKernel(U, t, { weight: q, phase: 'kept' }) / mean).toBeCloseTo(1, 9);
  });

  test('−4t log p_t → C², which no geodesic entered: the closed form, and whether the shortest path is one or a circle', () => {
    const q = 4;
    const closed = (theta: number): number =>
      theta <= Math.PI / q ? q * theta ** 2 : Math.PI ** 2 - (q / (q - 1)) * (Math.PI - theta) ** 2;
    for (const [theta, family, digits] of [
      [0.3, 0, 4],
      [1.5, 1, 5],
      [2.5, 1, 5],
    ] as const) {
      const found = heatLength(rotation(theta), { weight: q, phase: 'kept' });
      expect(found.family).toBe(family);
      expect(found.squaredLength).toBeCloseTo(closed(theta), digits);
    }
  });

  test('a half turn is reached along a whole sphere of directions at equal weights, and the antipode is at π', () => {
    const { family, squaredLength } = heatLength(rotation(Math.PI), { phase: 'kept' });
    expect(family).toBe(2);
    expect(squaredLength).toBeCloseTo(Math.PI ** 2, 6);
  });

  test('gates about any axis: the length of the geodesic that is found by shooting', () => {
    const U = rotation(0.8, [0.6, 0, 0.8]);
    const { value } = logarithmicMap({ letters: { X: 1, Y: 1, Z: 3 }, penalty: 1 }, U, { starts: 6, seed: 1 });
    const { squaredLength, family } = heatLength(U, { weight: 3 });
    expect(family).toBe(0);
    expect(Math.sqrt(squaredLength)).toBeCloseTo(value.length, 4);
  });

  test('wrong input is refused', () => {
    expect(() => heatKernel(rotation(1), 1e-4)).toThrow(/a time from 0.001 on required/);
    expect(() => heatKernel(rotation(1), 1, { weight: 0 })).toThrow(/a weight above 0 required/);
    expect(() => heatKernel({ rows: 2, cols: 2, interleaved: new Float64Array(8) }, 1)).toThrow(/a unitary matrix/);
    expect(() => heatKernel({ rows: 1, cols: 1, interleaved: new Float64Array(2) }, 1)).toThrow(/a 2 × 2 matrix/);
    expect(() => heatLength(rotation(1), { times: [0.1] })).toThrow(/at least six times required, got 1/);
  });
});
