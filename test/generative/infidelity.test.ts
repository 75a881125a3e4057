import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Circuit, parametrised } from '../../src/circuit/circuit.ts';
import { runCircuit } from '../../src/circuit/run-circuit.ts';
import { stateTangents, stateVector } from '../../src/generative/generative-network.ts';
import { infidelity } from '../../src/generative/infidelity.ts';
import { purification } from '../../src/generative/state-rules.ts';
import type { MixedState, PureState } from '../../src/generative/target-state.ts';
import type { ComplexMatrix, ComplexVector } from '../../src/linalg/complex.ts';
import { adjoint, multiply } from '../../src/linalg/matrix.ts';
import { randomStream, randomVector } from '../../src/linalg/random.ts';
import { innerProduct, norm } from '../../src/linalg/vector.ts';
import { fidelity } from '../../src/state/fidelity.ts';
import { arbitraryCircuit } from '../helpers/arbitrary-circuit.ts';
import { centralDifferences } from '../helpers/central-differences.ts';

const pure = (amplitudes: ComplexVector): PureState => ({
  kind: 'pure',
  name: 'test',
  dimensions: new Array(Math.log2(amplitudes.length)).fill(2),
  amplitudes,
});

/** A random density matrix of the given rank, from a random purification. */
function randomMixed(qubits: number, rank: number, name: string): MixedState {
  const dimension = 2 ** qubits;
  const { interleaved } = randomVector(dimension * rank, randomStream(7, name));
  const a: ComplexMatrix = { rows: dimension, cols: rank, interleaved };
  return { kind: 'mixed', name, dimensions: new Array(qubits).fill(2), density: multiply(a, adjoint(a)) };
}

describe('infidelity to a pure state', () => {
  test('is 1 − |⟨t|ψ⟩|² with the gradient of finite differences', () => {
    fc.assert(
      fc.property(arbitraryCircuit(4, 10), fc.nat(1000), ({ circuit, theta }, seed) => {
        const t = randomVector(2 ** circuit.qubits, randomStream(seed, 'target'));
        const objective = infidelity(circuit, pure(t));
        const [re, im] = innerProduct(t, runCircuit(circuit, theta));
        const { value, gradient } = objective(theta);
        expect(value).toBeCloseTo(1 - re * re - im * im, 13);
        const differences = centralDifferences((x) => objective(x).value, theta);
        gradient.forEach((g, k) => {
          expect(Math.abs(g - differences[k]!)).toBeLessThan(1e-9);
        });
      }),
      { seed: 11, numRuns: 40 },
    );
  });

  test('resolves 1e-24 next to the target, where 1 − F would be rounding', () => {
    const circuit = parametrised(1, ['Y']);
    const objective = infidelity(circuit, pure(runCircuit(circuit, Float64Array.of(0.4))));
    expect(objective(Float64Array.of(0.4)).value).toBeLessThan(1e-31);
    expect(objective(Float64Array.of(0.4 + 2e-12)).value / 1e-24).toBeCloseTo(1, 3); // sin²(δ/2)
  });

  test('sites of another dimension are named', () => {
    const circuit = parametrised(2, ['YY']);
    expect(() => infidelity(circuit, { ...pure(randomVector(4, randomStream(1, 'x'))), dimensions: [3] })).toThrow(
      /dimensions \[3\] required, got \[2,2\]/,
    );
  });
});

describe('infidelity to a mixed state', () => {
  test('a purification traces to the density matrix', () => {
    const target = randomMixed(3, 4, 'purified');
    const b = purification(target);
    expect(b.cols).toBe(4);
    const { interleaved } = multiply(b, adjoint(b));
    interleaved.forEach((x, i) => {
      expect(x).toBeCloseTo(target.density.interleaved[i]!, 13);
    });
  });

  test.each([
    ['a pure network', undefined],
    ['a spectrum', [0.5, 0.3, 0.15, 0.05]],
  ])('is one minus the fidelity of Uhlmann for %s, with the gradient of finite differences', (_name, spectrum) => {
    const words = ['YI', 'IY', 'XX', 'ZY', 'YZ', 'IX'];
    const circuit: Circuit = parametrised(2, words, spectrum && { spectrum });
    const target = randomMixed(2, 3, 'target');
    const theta = Float64Array.from(words, (_, k) => Math.sin(3 * k + 1));
    const { interleaved } = stateVector(circuit, theta);
    const a: ComplexMatrix = { rows: 4, cols: interleaved.length / 8, interleaved };
    const objective = infidelity(circuit, target);
    const { value, gradient } = objective(theta);
    expect(value).toBeCloseTo(1 - fidelity(multiply(a, adjoint(a)), target.density), 10);
    const differences = centralDifferences((x) => objective(x).value, theta);
    gradient.forEach((g, k) => {
      expect(Math.abs(g - differences[k]!)).toBeLessThan(1e-9);
    });
  });

  test('vanishes at the state itself, and does not depend on the basis of its environment', () => {
    const circuit = parametrised(2, ['YX', 'XI', 'ZY'], { spectrum: [0.6, 0.4, 0, 0] });
    const theta = Float64Array.of(0.3, -0.8, 1.1);
    const { interleaved } = stateVector(circuit, theta);
    const a: ComplexMatrix = { rows: 4, cols: 4, interleaved };
    const target: MixedState = { kind: 'mixed', name: 'itself', dimensions: [2, 2], density: multiply(a, adjoint(a)) };
    expect(infidelity(circuit, target)(theta).value).toBeLessThan(1e-14);
  });
});

test('tangents of the generated state are tangent to the sphere', () => {
  const circuit = parametrised(2, ['YI', 'XX', 'ZY']);
  const theta = Float64Array.of(0.2, 0.5, -1);
  const psi = stateVector(circuit, theta);
  for (const tangent of stateTangents(circuit, theta)) {
    expect(innerProduct(psi, tangent)[0]).toBeCloseTo(0, 14);
    expect(norm(tangent)).toBeCloseTo(0.5, 14);
  }
});
