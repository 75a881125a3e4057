import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parametrised } from '../../src/circuit/circuit.ts';
import { ShapeError } from '../../src/errors.ts';
import { stateVector } from '../../src/generative/generative-network.ts';
import { infidelity } from '../../src/generative/infidelity.ts';
import { differentiableStates, infidelityVector } from '../../src/generative/state-batch.ts';
import type { MixedState, NetworkState, PureState, TargetState } from '../../src/generative/target-state.ts';
import { adjoint, multiply } from '../../src/linalg/matrix.ts';
import { randomStream, randomVector } from '../../src/linalg/random.ts';
import { networkOf } from '../../src/network/from-circuit.ts';
import { largestDifference } from '../engine/random-program.ts';
import { arbitraryCircuit } from '../helpers/arbitrary-circuit.ts';
import { centralDifferences } from '../helpers/central-differences.ts';
import { ring } from '../tensorflow/arbitrary.ts';

const pure = (qubits: number, seed: number): PureState => ({
  kind: 'pure',
  name: 'test',
  dimensions: new Array(qubits).fill(2),
  amplitudes: randomVector(2 ** qubits, randomStream(seed, 'target')),
});
const mixed: MixedState = (() => {
  const a = { rows: 4, cols: 3, interleaved: randomVector(12, randomStream(3, 'mixed')).interleaved };
  return { kind: 'mixed', name: 'mixed', dimensions: [2, 2], density: multiply(a, adjoint(a)) };
})();

describe('states at many points', () => {
  test('are the states at each, and the pullback is that of finite differences, for circuits', () => {
    fc.assert(
      fc.property(arbitraryCircuit(3, 8), fc.integer({ min: 1, max: 4 }), ({ circuit, theta }, count) => {
        const points = Float64Array.from({ length: count * theta.length }, (_, i) => theta[i % theta.length]! + i / 7);
        const { states, pullback } = differentiableStates(circuit, points);
        const rows = Array.from({ length: count }, (_, b) => points.slice(b * theta.length, (b + 1) * theta.length));
        expect([...states]).toEqual(rows.flatMap((row) => [...stateVector(circuit, row).interleaved]));
        const { interleaved: lambda } = randomVector(states.length / 2, randomStream(count, 'cotangent'));
        const value = (x: Float64Array): number =>
          differentiableStates(circuit, x).states.reduce((sum, psi, i) => sum + psi * lambda[i]!, 0);
        const differences = centralDifferences(value, points);
        pullback(lambda).forEach((g, k) => {
          expect(Math.abs(g - differences[k]!)).toBeLessThan(1e-9);
        });
      }),
      { seed: 5, numRuns: 25 },
    );
  });

  test('keep their environment, for a network that has one', () => {
    const points = Float64Array.from({ length: 2 * ring.parameters }, (_, k) => Math.sin(k + 1));
    const { states } = differentiableStates(ring, points);
    const second = stateVector(ring, points.slice(ring.parameters));
    expect(largestDifference(states.slice(states.length / 2), second.interleaved)).toBeLessThan(1e-14);
  });

  test('that are no rows of parameters, and cotangents of another length, are refused', () => {
    const circuit = parametrised(2, ['XY', 'ZI']);
    expect(() => differentiableStates(circuit, new Float64Array(3))).toThrow(ShapeError);
    expect(() => differentiableStates(circuit, new Float64Array(4)).pullback(new Float64Array(8))).toThrow(ShapeError);
  });
});

describe('infidelities from many targets', () => {
  const circuit = parametrised(2, ['YI', 'IY', 'XX', 'ZY', 'YZ', 'IX']);
  const mixing = parametrised(2, ['YI', 'IY', 'XX', 'ZY', 'YZ', 'IX'], { spectrum: [0.5, 0.3, 0.15, 0.05] });
  const network = networkOf(circuit);
  const theta = Float64Array.from({ length: 6 }, (_, k) => Math.sin(3 * k + 1));
  const contracted: NetworkState = {
    kind: 'network',
    name: 'n',
    dimensions: [2, 2],
    network,
    theta: theta.map(Math.cos),
  };
  const weights = Float64Array.of(0.7, -1.3, 2);

  test.each([
    ['a circuit, pure targets', circuit, [pure(2, 1), pure(2, 2), pure(2, 3)]],
    ['a circuit, all kinds of targets', circuit, [pure(2, 1), mixed, contracted]],
    ['a mixed circuit', mixing, [pure(2, 1), mixed, pure(2, 2)]],
    ['a network, pure targets', network, [pure(2, 1), pure(2, 2), pure(2, 3)]],
    ['a network, network targets', network, [pure(2, 1), contracted, contracted]],
  ] as const)('are those one by one, and so is the derivative of their weighted sum: %s', (_name, model, targets) => {
    const { values, pullback } = infidelityVector(model, targets as readonly TargetState[])(theta);
    const terms = targets.map((target) => infidelity(model, target)(theta));
    const gradient = pullback(weights);
    terms.forEach(({ value }, t) => {
      expect(values[t]).toBeCloseTo(value, 13);
    });
    gradient.forEach((g, k) => {
      expect(g).toBeCloseTo(
        terms.reduce((sum, term, t) => sum + weights[t]! * term.gradient[k]!, 0),
        12,
      );
    });
    const weighted = (x: Float64Array): number =>
      infidelityVector(model, targets as readonly TargetState[])(x).values.reduce((s, v, t) => s + weights[t]! * v, 0);
    centralDifferences(weighted, theta).forEach((difference, k) => {
      expect(Math.abs(gradient[k]! - difference)).toBeLessThan(1e-8);
    });
  });

  test('of other sites, and derivatives of another length, are refused', () => {
    expect(() => infidelityVector(circuit, [pure(2, 1), pure(3, 1)])).toThrow(ShapeError);
    expect(() => infidelityVector(circuit, [pure(2, 1)])(theta).pullback(weights)).toThrow(ShapeError);
  });
});
