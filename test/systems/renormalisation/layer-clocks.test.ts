import { expect, test } from 'vitest';
import { harmonicRing } from '../../../src/gaussian/boson-models.ts';
import { latticeDirac } from '../../../src/gaussian/fermion-models.ts';
import { gaussianGroundState } from '../../../src/gaussian/ground-state.ts';
import { complexOf, realPart, scaled } from '../../../src/linalg/matrix.ts';
import { matrixExponential } from '../../../src/linalg/matrix-exponential.ts';
import { multiplyReal } from '../../../src/linalg/real-product.ts';
import { layerClocks, mappingMatrix, waveletTransform } from '../../../src/systems/renormalisation/index.ts';
import { randomQuadratic } from '../../helpers/random-gaussian.ts';

const antiperiodic = { boundary: 'antiperiodic' } as const;

test('clocks of a massless chain go slower by two from layer to layer, and forget as τ^−(2K+1)', () => {
  for (const [moments, filter] of [
    [1, 'haar'],
    [2, 'd4'],
  ] as const) {
    const times = [1, 2, 4, 8, 16, 32];
    const clocks = layerClocks(
      latticeDirac(128, {}, 'antiperiodic'),
      waveletTransform(128, filter, antiperiodic),
      times,
    );
    const at = (layer: number, time: number): number => clocks[layer - 1]!.correlations[times.indexOf(time)]!;
    expect(Math.abs(at(4, 16) / at(3, 8) - 1)).toBeLessThan(0.05);
    expect(Math.abs(Math.log2(at(1, 16) / at(1, 32)) - (2 * moments + 1))).toBeLessThan(0.25);
  }
});

test('with a mass the slowest clock is that of the gap', () => {
  const [sites, mass] = [32, 0.5];
  const times = [40, 44];
  const clocks = layerClocks(
    latticeDirac(sites, { mass }, 'antiperiodic'),
    waveletTransform(sites, 'd4', antiperiodic),
    times,
  );
  const k = Math.PI / sites;
  const gap = Math.hypot(Math.sin(k), mass + 1 - Math.cos(k));
  const rates = clocks.map(({ correlations }) => Math.log(correlations[0]! / correlations[1]!) / 4);
  expect(Math.min(...rates)).toBeGreaterThan(gap - 1e-12);
  expect(rates.at(-1)).toBeCloseTo(gap, 3);
});

test('real hopping and complex pairing: the correlation is that of e^{−|h|τ} in the bulk', () => {
  const sites = 4;
  const transform = waveletTransform(sites, 'd4');
  for (const hamiltonian of [latticeDirac(sites, { mass: 0.4 }, 'open'), randomQuadratic('fermion', 4, 7)]) {
    const { modes, matrix } = hamiltonian;
    const { state } = gaussianGroundState(hamiltonian);
    // hΓ = |h|: its exponential moves operators in imaginary time.
    const modulus = multiplyReal(matrix, state.covariance);
    const moved = realPart(matrixExponential(complexOf(scaled(-0.7, modulus))));
    const components = modes / sites;
    const w = mappingMatrix(modes, transform).data;
    const clock = layerClocks(hamiltonian, transform, [0, 0.7]);
    clock.forEach(({ layer, correlations }) => {
      expect(correlations[0]).toBeCloseTo(1, 12);
      const row = transform.labels.findIndex((label) => label.layer === layer && label.place === 0);
      let sum = 0;
      for (let c = 0; c < components; c++) {
        for (let i = 0; i < modes; i++) {
          for (let j = 0; j < modes; j++) {
            const weight = w[(row * components + c) * modes + i]! * w[(row * components + c) * modes + j]!;
            for (const a of [0, 1])
              sum += (weight * moved.data[(2 * i + a) * 2 * modes + 2 * j + a]!) / (2 * components);
          }
        }
      }
      expect(correlations[1]).toBeCloseTo(sum, 10);
    });
  }
});

test('bosons and negative times are refused', () => {
  const transform = waveletTransform(4, 'haar');
  expect(() => layerClocks(harmonicRing(4, { mass: 1 }), transform, [1])).toThrow('fermions required');
  expect(() => layerClocks(latticeDirac(4), transform, [-1])).toThrow('got -1');
});
