import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dicke } from '../../datasets/dicke.ts';
import type { Circuit } from '../../src/circuit/circuit.ts';
import { runCircuit } from '../../src/circuit/run-circuit.ts';
import { quantumFisherInformation } from '../../src/fisher/quantum-fisher-information.ts';
import { quantumGeometricTensor } from '../../src/fisher/quantum-geometric-tensor.ts';
import { entry } from '../../src/linalg/complex.ts';
import { addScaled, innerProduct, scaledVector } from '../../src/linalg/vector.ts';
import type { TensorNetwork } from '../../src/network/tensor-network.ts';
import { arbitraryCircuit } from '../helpers/arbitrary-circuit.ts';

describe('the quantum geometric tensor', () => {
  test('agrees with fourth-order differences of the state to 1e-8', () => {
    const h = 1e-3;
    fc.assert(
      fc.property(arbitraryCircuit(3, 8), ({ circuit, theta }) => {
        const Q = quantumGeometricTensor(circuit, theta);
        const psi = runCircuit(circuit, theta);
        const at = (k: number, distance: number) =>
          runCircuit(
            circuit,
            theta.map((x, i) => (i === k ? x + distance : x)),
          );
        const tangents = Array.from({ length: circuit.parameters }, (_, k) => {
          const near = addScaled(at(k, h), [-1, 0], at(k, -h));
          const far = addScaled(at(k, 2 * h), [-1, 0], at(k, -2 * h));
          const tangent = addScaled(scaledVector([8 / (12 * h), 0], near), [-1 / (12 * h), 0], far);
          const [re, im] = innerProduct(psi, tangent);
          return addScaled(tangent, [-re, -im], psi);
        });
        tangents.forEach((a, i) => {
          tangents.forEach((b, j) => {
            const [re, im] = innerProduct(a, b);
            expect(Math.abs(entry(Q, i, j)[0] - re)).toBeLessThan(1e-8);
            expect(Math.abs(entry(Q, i, j)[1] - im)).toBeLessThan(1e-8);
          });
        });
      }),
      { numRuns: 40, seed: 13 },
    );
  });

  test('does not see a phase, wherever in the circuit it is turned', () => {
    fc.assert(
      fc.property(
        arbitraryCircuit(3, 8),
        fc.nat(7),
        fc.double({ min: -3, max: 3, noNaN: true }),
        (drawn, place, angle) => {
          const { circuit, theta } = drawn;
          const phase = { word: 'I'.repeat(circuit.qubits), angle: { parameter: circuit.parameters } };
          const gates = circuit.gates.toSpliced(Math.min(place, circuit.gates.length), 0, phase);
          const turned: Circuit = { ...circuit, parameters: circuit.parameters + 1, gates };
          const Q = quantumGeometricTensor(circuit, theta);
          const P = quantumGeometricTensor(turned, Float64Array.of(...theta, angle));
          for (let i = 0; i <= circuit.parameters; i++) {
            for (let j = 0; j <= circuit.parameters; j++) {
              const outside = i === circuit.parameters || j === circuit.parameters;
              const [re, im] = outside ? [0, 0] : entry(Q, i, j);
              expect(entry(P, i, j)[0]).toBeCloseTo(re, 11);
              expect(entry(P, i, j)[1]).toBeCloseTo(im, 11);
            }
          }
        },
      ),
      { numRuns: 40, seed: 14 },
    );
  });

  test('is a tensor: under θ = J·u it becomes Jᵀ Q J, here for shared and scaled angles', () => {
    const scales = fc.array(fc.double({ min: 0.2, max: 2, noNaN: true }), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(arbitraryCircuit(3, 10), scales, ({ circuit }, scale) => {
        // θ_k = scale_k · u_{k mod 2}
        const u = Float64Array.of(0.7, -0.4);
        const theta = Float64Array.from({ length: circuit.parameters }, (_, k) => scale[k]! * u[k % 2]!);
        const gates = circuit.gates.map(({ word, angle }) =>
          typeof angle === 'number'
            ? { word, angle }
            : { word, angle: { parameter: angle.parameter % 2, scale: (angle.scale ?? 1) * scale[angle.parameter]! } },
        );
        const Q = quantumGeometricTensor(circuit, theta);
        const pulled = quantumGeometricTensor({ ...circuit, parameters: 2, gates }, u);
        for (let a = 0; a < 2; a++) {
          for (let b = 0; b < 2; b++) {
            let [re, im] = [0, 0];
            for (let i = a; i < circuit.parameters; i += 2) {
              for (let j = b; j < circuit.parameters; j += 2) {
                re += scale[i]! * scale[j]! * entry(Q, i, j)[0];
                im += scale[i]! * scale[j]! * entry(Q, i, j)[1];
              }
            }
            expect(entry(pulled, a, b)[0]).toBeCloseTo(re, 10);
            expect(entry(pulled, a, b)[1]).toBeCloseTo(im, 10);
          }
        }
      }),
      { numRuns: 40, seed: 15 },
    );
  });
});

test.each([
  [4, 1],
  [4, 2],
  [6, 3],
])('Dicke states of %d qubits with %d excitations have F = 2(j(j + 1) − m²) about an axis in the plane', (n, k) => {
  const sites = [...Array(n).keys()];
  const network: TensorNetwork = {
    kind: 'network',
    parameters: 1,
    dimensions: Object.fromEntries(
      sites.flatMap((q) => [
        [`in${q}`, 2],
        [`out${q}`, 2],
      ]),
    ),
    nodes: [
      {
        id: 'state',
        legs: sites.map((q) => `in${q}`),
        tensor: { kind: 'constant', interleaved: [...dicke(n, k).amplitudes.interleaved] },
      },
      ...sites.map((q) => ({
        id: `gate${q}`,
        legs: [`out${q}`, `in${q}`],
        tensor: { kind: 'rotation', word: 'X', angle: { parameter: 0 } } as const,
      })),
    ],
    boundary: sites.map((q) => `out${q}`),
    bulk: [],
    environment: [],
  };
  const [j, m] = [n / 2, n / 2 - k];
  expect(quantumFisherInformation(network, Float64Array.of(0.3)).data[0]).toBeCloseTo(2 * (j * (j + 1) - m * m), 11);
});
