import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { brickwall } from '../../models/brickwall.ts';
import { matrixProductState } from '../../models/matrix-product-state.ts';
import { angleAt, type Circuit, checkCircuit, parametrised } from '../../src/circuit/circuit.ts';
import { contractedState } from '../../src/circuit/circuit-contraction.ts';
import {
  circuitOverlap,
  circuitTangents,
  productVector,
  pullbackCircuit,
  referenceState,
  runCircuit,
} from '../../src/circuit/run-circuit.ts';
import { DomainError } from '../../src/errors.ts';
import { fisherVectorProduct } from '../../src/fisher/fisher-vector-product.ts';
import { stateVector } from '../../src/generative/generative-network.ts';
import { type ComplexMatrix, complexMatrix, identityMatrix } from '../../src/linalg/complex.ts';
import { kronecker, multiply } from '../../src/linalg/matrix.ts';
import { addScaled, innerProduct, norm, normSquared } from '../../src/linalg/vector.ts';
import { networkState } from '../../src/network/network-state.ts';
import { arbitraryCircuit } from '../helpers/arbitrary-circuit.ts';

const LETTERS: Record<string, ComplexMatrix> = {
  I: complexMatrix([
    [1, 0],
    [0, 1],
  ]),
  X: complexMatrix([
    [0, 1],
    [1, 0],
  ]),
  Y: complexMatrix(
    [
      [0, 0],
      [0, 0],
    ],
    [
      [0, -1],
      [1, 0],
    ],
  ),
  Z: complexMatrix([
    [1, 0],
    [0, -1],
  ]),
};

/** cos(a/2) − i sin(a/2) P as a dense matrix, from Kronecker products. */
function denseRotation(word: string, angle: number): ComplexMatrix {
  const pauli = [...word].map((letter) => LETTERS[letter]!).reduce(kronecker);
  const one = identityMatrix(pauli.rows);
  const interleaved = addScaled(
    { length: one.interleaved.length / 2, interleaved: one.interleaved.map((x) => Math.cos(angle / 2) * x) },
    [0, -Math.sin(angle / 2)],
    { length: pauli.interleaved.length / 2, interleaved: pauli.interleaved },
  ).interleaved;
  return { rows: one.rows, cols: one.cols, interleaved };
}

describe('running a circuit', () => {
  test('agrees with the product of dense matrices', () => {
    fc.assert(
      fc.property(arbitraryCircuit(4, 8), ({ circuit, theta }) => {
        let state: ComplexMatrix = {
          rows: 2 ** circuit.qubits,
          cols: 1,
          interleaved: referenceState(circuit).interleaved,
        };
        for (const { word, angle } of circuit.gates)
          state = multiply(denseRotation(word, angleAt(angle, theta)), state);
        const run = runCircuit(circuit, theta);
        expect(norm(addScaled(run, [-1, 0], { length: run.length, interleaved: state.interleaved }))).toBeLessThan(
          1e-13,
        );
      }),
      { seed: 1, numRuns: 60 },
    );
  });

  test('makes the Bell state from Y and a controlled NOT written as rotations', () => {
    const half = Math.PI / 2;
    const bell: Circuit = {
      kind: 'circuit',
      qubits: 2,
      parameters: 0,
      gates: [
        ['YI', half],
        ['ZI', half],
        ['IX', half],
        ['ZX', -half],
      ].map(([word, angle]) => ({ word: String(word), angle: Number(angle) })),
    };
    const { interleaved } = runCircuit(bell, new Float64Array(0));
    const probabilities = [0, 1, 2, 3].map((b) => interleaved[2 * b]! ** 2 + interleaved[2 * b + 1]! ** 2);
    [0.5, 0, 0, 0.5].forEach((p, b) => {
      expect(probabilities[b]).toBeCloseTo(p, 15);
    });
  });

  test('starts from the product state of its reference', () => {
    const reference = [
      { polar: 0.7, azimuth: -1.2 },
      { polar: 2.1, azimuth: 0.4 },
    ];
    const circuit = parametrised(2, ['XZ'], reference);
    const made = runCircuit(circuit, Float64Array.of(0));
    const expected = productVector(reference);
    expect([...made.interleaved]).toEqual([...expected.interleaved]);
    expect(expected.interleaved[4]).toBeCloseTo(Math.sin(0.35) * Math.cos(1.2) * Math.cos(1.05), 15); // ⟨10|
    expect(expected.interleaved[5]).toBeCloseTo(-Math.sin(0.35) * Math.sin(1.2) * Math.cos(1.05), 15);
  });

  test('turns a spectrum into the purification of U diag(λ) U†', () => {
    const circuit = parametrised(1, ['Y'], { spectrum: [0.8, 0.2] });
    const { interleaved: a } = runCircuit(circuit, Float64Array.of(Math.PI / 2));
    const rho00 = a[0]! ** 2 + a[2]! ** 2; // rows of the 2 × 2 matrix A
    const rho01 = a[0]! * a[4]! + a[2]! * a[6]!;
    expect(rho00).toBeCloseTo(0.5, 15);
    expect(rho01).toBeCloseTo(0.3, 15);
  });

  test('a wrong number of parameters is named', () => {
    expect(() => runCircuit(parametrised(2, ['XX']), Float64Array.of(1, 2))).toThrow(/1 parameters required, got 2/);
    expect(() => checkCircuit({ ...parametrised(2, ['XX']), qubits: 3 })).toThrow(/3 letters required, got 'XX'/);
    expect(() => checkCircuit({ ...parametrised(2, ['XX']), parameters: 0 })).toThrow(/below 0 required, got 0/);
  });
});

describe('derivatives of a circuit', () => {
  test('tangents are the limits of differences', () => {
    fc.assert(
      fc.property(arbitraryCircuit(3, 8), ({ circuit, theta }) => {
        circuitTangents(circuit, theta).forEach((tangent, k) => {
          const at = (shift: number) =>
            runCircuit(
              circuit,
              theta.map((t, i) => (i === k ? t + shift : t)),
            );
          const step = 1e-5;
          const difference = addScaled(at(step), [-1, 0], at(-step));
          const error = addScaled(tangent, [-1 / (2 * step), 0], difference);
          expect(norm(error)).toBeLessThan(1e-8);
        });
      }),
      { seed: 2, numRuns: 30 },
    );
  });

  test('the pullback is the adjoint of the tangents: Re⟨λ|∂_kψ⟩', () => {
    fc.assert(
      fc.property(
        arbitraryCircuit(4, 10),
        fc.infiniteStream(fc.double({ min: -1, max: 1, noNaN: true })),
        ({ circuit, theta }, noise) => {
          const state = runCircuit(circuit, theta);
          const cotangent = {
            length: state.length,
            interleaved: state.interleaved.map(() => noise.next().value as number),
          };
          const gradient = pullbackCircuit(circuit, theta, state, cotangent);
          circuitTangents(circuit, theta).forEach((tangent, k) => {
            expect(gradient[k]).toBeCloseTo(innerProduct(cotangent, tangent)[0], 12);
          });
        },
      ),
      { seed: 3, numRuns: 40 },
    );
  });

  test('the overlap with a target, its complement and its gradient are those of the state and its tangents', () => {
    fc.assert(
      fc.property(arbitraryCircuit(4, 10), arbitraryCircuit(4, 10), ({ circuit, theta }, other) => {
        const product = { polar: 0.4, azimuth: 1.1 };
        const reference = Array.from({ length: circuit.qubits }, () => product);
        const target = runCircuit({ ...other.circuit, qubits: circuit.qubits, gates: [] }, other.theta);
        for (const each of [circuit, { ...circuit, reference }]) {
          const state = runCircuit(each, theta);
          const [re, im] = innerProduct(target, state);
          const { overlap, distanceSquared, gradient } = circuitOverlap(each, theta, target);
          expect(overlap[0]).toBeCloseTo(re, 13);
          expect(overlap[1]).toBeCloseTo(im, 13);
          expect(distanceSquared).toBeCloseTo(normSquared(addScaled(state, [-re, -im], target)), 13);
          circuitTangents(each, theta).forEach((tangent, k) => {
            const [x, y] = innerProduct(target, tangent);
            expect(gradient[k]).toBeCloseTo(2 * (re * x + im * y), 12);
          });
        }
      }),
      { seed: 5, numRuns: 40 },
    );
  });

  test('running is unitary', () => {
    fc.assert(
      fc.property(arbitraryCircuit(5, 12), ({ circuit, theta }) => {
        expect(normSquared(runCircuit(circuit, theta))).toBeCloseTo(1, 13);
      }),
      { seed: 4, numRuns: 40 },
    );
  });
});

describe('an angle that is not finite is refused by name', () => {
  const circuit = parametrised(2, ['XI', 'ZZ']);
  const wide = brickwall(12, { depth: 4 }); // evaluated as a tensor network
  const [theta, target] = [Float64Array.of(1, NaN), referenceState(circuit)];

  test.each([
    ['runCircuit', () => runCircuit(circuit, theta)],
    ['circuitOverlap', () => circuitOverlap(circuit, theta, target)],
    ['circuitTangents', () => circuitTangents(circuit, theta)],
    ['pullbackCircuit', () => pullbackCircuit(circuit, theta, target, target)],
    ['stateVector', () => stateVector(circuit, theta)],
    ['fisherVectorProduct', () => fisherVectorProduct(circuit, theta)(Float64Array.of(1, 1))],
    ['contractedState', () => contractedState(wide, nowhere(wide))],
  ])('by %s', (_, call) => {
    expect(call).toThrow(DomainError);
    expect(call).toThrow(/circuit: finite angles required, got NaN at gate \d+ \([IXYZ]+, parameter \d+\)/);
  });

  test('a constant one, and a parameter of a network', () => {
    const constant: Circuit = { kind: 'circuit', qubits: 1, parameters: 0, gates: [{ word: 'X', angle: Infinity }] };
    const call = () => runCircuit(constant, new Float64Array(0));
    expect(call).toThrow('circuit: finite angles required, got Infinity at gate 0 (X)');
    const network = matrixProductState([2, 2], { bond: 2 });
    expect(() => networkState(network, nowhere(network))).toThrow(
      'network: finite parameters required, got NaN at parameter 1',
    );
  });

  function nowhere({ parameters }: { readonly parameters: number }): Float64Array {
    return new Float64Array(parameters).fill(NaN, 1, 2);
  }
});
