import { describe, expect, test } from 'vitest';
import { scalarCurvature, sectionalCurvature } from '../../../src/riemann/curvature.ts';
import { betaMetric, dirichletMetric } from '../../../src/riemann/families/dirichlet.ts';
import { polygamma } from '../../../src/riemann/families/polygamma.ts';
import { geodesicDistance } from '../../../src/riemann/logarithmic-map.ts';
import { volume } from '../../../src/riemann/volume.ts';

describe('beta distributions', () => {
  test('have the variances of log t and log(1 − t): at α = β = 1 those of an exponential law', () => {
    const [a, b, , d] = betaMetric(Float64Array.of(1, 1)).data;
    expect([a, b, d]).toEqual([1, 1 - Math.PI ** 2 / 6, 1].map((value) => expect.closeTo(value, 14)));
  });

  test.each([
    [1, 1],
    [2, 3.5],
    [0.1, 4],
    [1e-3, 1e-3],
  ])('have at (%d, %d) the curvature of a Hessian metric, negative', (a, b) => {
    // R_1212 = ¼ g^mn (φ_12m φ_12n − φ_11m φ_22n) for g = ∂∂φ, with φ_ijk from ψ″.
    const c = -polygamma(2, a + b);
    const third = (i: number, j: number, k: number): number =>
      i === j && j === k ? polygamma(2, i === 0 ? a : b) + c : c;
    const [x, y, , z] = betaMetric(Float64Array.of(a, b)).data as unknown as [number, number, number, number];
    const determinant = x * z - y * y;
    const inverse = [
      [z / determinant, -y / determinant],
      [-y / determinant, x / determinant],
    ];
    let R1212 = 0;
    for (let m = 0; m < 2; m++) {
      for (let n = 0; n < 2; n++) {
        R1212 += (inverse[m]![n]! * (third(0, 1, m) * third(0, 1, n) - third(0, 0, m) * third(1, 1, n))) / 4;
      }
    }
    const R = scalarCurvature((alpha) => betaMetric(alpha), Float64Array.of(a, b));
    expect(Math.abs(R.value - (2 * R1212) / determinant)).toBeLessThan(1e-8);
    expect(R.error).toBeLessThan(1e-7);
    expect(R.value).toBeLessThan(0);
  });
});

describe('Dirichlet distributions', () => {
  test('are negatively curved', () => {
    for (const alpha of [
      [1, 2, 0.5],
      [0.05, 0.1, 3],
    ]) {
      const planes = [
        [1, 0, 0, 0, 1, 0],
        [1, 1, 0, 0, 1, -2],
      ];
      for (const plane of planes) {
        const [u, v] = [Float64Array.from(plane.slice(0, 3)), Float64Array.from(plane.slice(3))];
        expect(sectionalCurvature(dirichletMetric, Float64Array.from(alpha), u, v).value).toBeLessThan(0);
      }
    }
  });

  test.each([2, 3])('over %d outcomes have the geodesic of equal concentrations, by symmetry', (outcomes) => {
    const at = (t: number) => new Float64Array(outcomes).fill(t);
    // Its speed √(nψ′(t) − n²ψ′(nt)), times t along log t, is the density of a metric in one dimension.
    const speed = ([s]: Float64Array) => {
      const t = Math.exp(s!);
      const square = outcomes * polygamma(1, t) - outcomes ** 2 * polygamma(1, outcomes * t);
      return { rows: 1, cols: 1, data: Float64Array.of(square * t * t) };
    };
    const along = volume(speed, [[Math.log(0.2), Math.log(4)]], 8);
    expect(along.error).toBeLessThan(1e-12);
    const distance = geodesicDistance(dirichletMetric, at(0.2), at(4));
    expect(distance.result).toBe('converged');
    expect(Math.abs(distance.value / along.value - 1)).toBeLessThan(1e-8);
  });
});
