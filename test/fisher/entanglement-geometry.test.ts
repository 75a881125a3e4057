import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Circuit, parametrised } from '../../src/circuit/circuit.ts';
import { densityTangent } from '../../src/fisher/density-tangent.ts';
import {
  entanglementFirstLaw,
  entanglementSpectrumMetric,
  modularHamiltonian,
  relativeEntropy,
} from '../../src/fisher/entanglement-geometry.ts';
import { traceOfProduct } from '../../src/fisher/measurement.ts';
import { monotoneMetric } from '../../src/fisher/monotone-metrics.ts';
import { complexMatrix } from '../../src/linalg/complex.ts';
import { entropy } from '../../src/state/entropy.ts';
import { arbitraryCircuit } from '../helpers/arbitrary-circuit.ts';

/** cos(a/2)|00⟩ + sin(a/2)|11⟩, up to a phase. */
const pair = parametrised(2, ['XY']);
/** Mixed references give every region full rank. */
const mixed = (circuit: Circuit): Circuit => {
  const size = 2 ** circuit.qubits;
  return {
    ...circuit,
    reference: { spectrum: Array.from({ length: size }, (_, k) => (2 * (k + 1)) / (size * (size + 1))) },
  };
};

describe('the first law of entanglement', () => {
  test('of one entangled pair: S and its slope in closed form', () => {
    for (const a of [0.4, 1.3, 2.5]) {
      const { entropy: S, modularEnergy } = entanglementFirstLaw(pair, Float64Array.of(a), [0]);
      const [p, q] = [Math.cos(a / 2) ** 2, Math.sin(a / 2) ** 2];
      expect(S).toBeCloseTo(-p * Math.log(p) - q * Math.log(q), 12);
      expect(modularEnergy[0]).toBeCloseTo((Math.sin(a) / 2) * Math.log(p / q), 11);
    }
  });

  test('δS = δ⟨K⟩ for any circuit, region and parameter, by differences of the entropy', () => {
    fc.assert(
      fc.property(arbitraryCircuit(3, 8), ({ circuit, theta }) => {
        const network = mixed(circuit);
        const region = circuit.qubits === 1 ? [0] : [1];
        const { modularEnergy } = entanglementFirstLaw(network, theta, region);
        const S = (k: number, h: number): number =>
          entropy(
            densityTangent(
              network,
              theta.map((x, i) => (i === k ? x + h : x)),
              region,
            ).rho,
          );
        for (let k = 0; k < circuit.parameters; k++) {
          const h = 1e-3;
          const slope = (8 * (S(k, h) - S(k, -h)) - (S(k, 2 * h) - S(k, -2 * h))) / (12 * h);
          expect(modularEnergy[k]).toBeCloseTo(slope, 8);
        }
      }),
      { numRuns: 20, seed: 17 },
    );
  });

  test('fails at second order by the relative entropy, whose Hessian is the Kubo–Mori metric', () => {
    const circuit = mixed(parametrised(2, ['XY', 'ZI', 'YZ']));
    const theta = Float64Array.of(0.5, 0.8, -0.3);
    const { relativeEntropy: half } = entanglementFirstLaw(circuit, theta, [0]);
    const sigma = densityTangent(circuit, theta, [0]).rho;
    const direction = [1, 2, 3];
    const quadratic = half!.data.reduce(
      (sum, g, at) => sum + g * direction[Math.floor(at / 3)]! * direction[at % 3]!,
      0,
    );
    const defect = (step: number): number => {
      const at = (sign: number) =>
        densityTangent(
          circuit,
          theta.map((x, k) => x + sign * step * direction[k]!),
          [0],
        ).rho;
      // The mean of both signs has no third order.
      return (relativeEntropy(at(1), sigma) + relativeEntropy(at(-1), sigma)) / (2 * quadratic * step ** 2) - 1;
    };
    expect(Math.abs(defect(1e-3))).toBeLessThan(1e-3);
    expect(Math.log2(defect(0.02) / defect(0.01))).toBeCloseTo(2, 1);
  });
});

describe('relative entropy', () => {
  test('of diagonal states is that of their distributions; infinite outside the support', () => {
    const diagonal = (p: number) =>
      complexMatrix([
        [p, 0],
        [0, 1 - p],
      ]);
    expect(relativeEntropy(diagonal(0.3), diagonal(0.6))).toBeCloseTo(
      0.3 * Math.log(0.5) + 0.7 * Math.log(0.7 / 0.4),
      12,
    );
    expect(relativeEntropy(diagonal(0.5), diagonal(1))).toBe(Infinity);
    expect(relativeEntropy(diagonal(1), diagonal(0.5))).toBeCloseTo(Math.LN2, 12);
    expect(traceOfProduct(diagonal(0.3), modularHamiltonian(diagonal(0.3)))).toBeCloseTo(entropy(diagonal(0.3)), 13);
  });
});

describe('the Fisher metric of the entanglement spectrum', () => {
  test('of one pair is 1 in the angle, all that the region knows', () => {
    for (const a of [0.4, 1.3]) {
      expect(entanglementSpectrumMetric(pair, [0])(Float64Array.of(a)).data[0]).toBeCloseTo(1, 11);
    }
  });

  test('is at most the region’s Fisher information, and blind to rotations inside the region', () => {
    const circuit = parametrised(2, ['XY', 'ZI', 'YI', 'IX']);
    const theta = Float64Array.of(0.5, 0.8, -0.3, 0.2);
    const spectral = entanglementSpectrumMetric(circuit, [0])(theta).data;
    const all = monotoneMetric(densityTangent(circuit, theta, [0]), 'SLD').data;
    for (let k = 0; k < 4; k++) expect(spectral[5 * k]).toBeLessThanOrEqual(all[5 * k]! + 1e-12);
    expect(spectral[5]).toBeCloseTo(0, 12);
    expect(spectral[10]).toBeCloseTo(0, 12);
    expect(all[10]).toBeGreaterThan(0.1);
  });
});
