import { describe, expect, test } from 'vitest';
import { werner } from '../../datasets/werner.ts';
import { complexVector } from '../../src/linalg/complex.ts';
import { addScaledMatrix, adjoint, diagonalMatrix, frobeniusNorm, multiply } from '../../src/linalg/matrix.ts';
import { randomStream, randomUnitary } from '../../src/linalg/random.ts';
import { entanglementOfFormation } from '../../src/state/concurrence.ts';
import { convexRoof } from '../../src/state/convex-roof.ts';
import { fidelity } from '../../src/state/fidelity.ts';
import { projector } from '../../src/state/reduced-density-matrix.ts';
import { isotropicDistance, isotropicState, separableBounds, separableDistance } from '../../src/state/separability.ts';

/** A random mixture of two qubits with these eigenvalues. */
function mixture(values: readonly number[], seed: number) {
  const u = randomUnitary(4, randomStream(seed, 'mixture'));
  return multiply(multiply(u, diagonalMatrix(values)), u, { adjointB: true });
}

describe('the convex roof', () => {
  test('of entropy and of the geometric measure are Wootters’ formulas on random mixtures of two qubits', () => {
    for (const [seed, values] of [
      [1, [0.7, 0.3, 0, 0]],
      [2, [0.8, 0.1, 0.06, 0.04]],
      [3, [0.9, 0.05, 0.05, 0]],
    ] as const) {
      const rho = mixture(values, seed);
      const closed = separableDistance(rho);
      expect(convexRoof(rho, [2, 2], 'entropy', { starts: 3 }).value).toBeCloseTo(entanglementOfFormation(rho), 7);
      expect(1 - convexRoof(rho, [2, 2], 'geometric', { starts: 3 }).value).toBeCloseTo(closed.fidelity, 7);
    }
  });

  test('is an average over an ensemble of the state', () => {
    const rho = werner(0.8).density;
    const { ensemble } = convexRoof(rho, [2, 2], 'entropy', { starts: 1 });
    expect(frobeniusNorm(addScaledMatrix(multiply(ensemble, adjoint(ensemble)), [-1, 0], rho))).toBeLessThan(1e-10);
  });

  test.each([
    [2, 0.7],
    [3, 0.5],
    [3, 0.95],
  ])('of the isotropic state of two qudits of dimension %i at f = %f is Terhal and Vollbrecht’s', (d, f) => {
    const rho = isotropicState(d, f);
    const closed = isotropicDistance(d, f);
    expect(convexRoof(rho, [d, d], 'entropy', { starts: 2 }).value).toBeCloseTo(closed.entanglementOfFormation, 7);
    expect(1 - convexRoof(rho, [d, d], 'geometric', { starts: 2 }).value).toBeCloseTo(closed.fidelity, 7);
  });

  test('is refused where there is no ensemble', () => {
    const rho = werner(0.5).density;
    expect(() => convexRoof(rho, [2, 3], 'entropy')).toThrow('size 6 required');
    expect(() => convexRoof(rho, [2, 2], 'entropy', { members: 3 })).toThrow('at least 4 members required');
    expect(() => convexRoof(rho, [2, 2], 'entropy', { starts: 0 })).toThrow('a start required');
  });
});

describe('the distance to separable states', () => {
  test('of cos α |00⟩ + sin α |11⟩ is that to |00⟩ up to α = π/4', () => {
    for (const alpha of [0, 0.3, Math.PI / 4]) {
      const rho = projector(complexVector([Math.cos(alpha), 0, 0, Math.sin(alpha)]));
      expect(separableDistance(rho).fidelity).toBeCloseTo(Math.cos(alpha) ** 2, 7);
    }
  });

  test('of isotropic states is that to the isotropic state at f = 1/d, in every dimension', () => {
    for (const d of [2, 3, 4]) {
      for (const f of [0.2, 0.6, 1]) {
        const closed = isotropicDistance(d, f);
        const nearest = f <= 1 / d ? 1 : fidelity(isotropicState(d, f), isotropicState(d, 1 / d));
        expect(closed.fidelity).toBeCloseTo(nearest, 9);
      }
    }
    const two = separableDistance(isotropicState(2, 0.85));
    expect(isotropicDistance(2, 0.85).entanglementOfFormation).toBeCloseTo(two.entanglementOfFormation, 10);
    expect(isotropicDistance(2, 0.85).buresDistance).toBeCloseTo(two.buresDistance, 8);
  });

  test('lies between the bounds, which vanish for separable states', () => {
    const { least, most } = separableBounds(isotropicState(3, 0.8), [3, 3], { starts: 2 });
    const { buresDistance } = isotropicDistance(3, 0.8);
    expect(least).toBeGreaterThan(0.2);
    expect(least).toBeLessThan(buresDistance);
    expect(most).toBeCloseTo(buresDistance, 6);
    const separable = separableBounds(werner(0.3).density, [2, 2], { starts: 2 });
    expect(separable.least).toBe(0);
    expect(separable.most).toBeLessThan(1e-4);
  });

  test('wants a fidelity and a dimension', () => {
    expect(() => isotropicState(1, 0.5)).toThrow('from 2 to 8 required, got 1');
    expect(() => isotropicDistance(2, 1.2)).toThrow('from 0 to 1 required, got 1.2');
  });
});
