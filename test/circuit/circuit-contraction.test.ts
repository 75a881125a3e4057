import { describe, expect, test } from 'vitest';
import { brickwall } from '../../models/brickwall.ts';
import { type Circuit, parametrised, type Rotation } from '../../src/circuit/circuit.ts';
import { contractedOverlap, contractedState } from '../../src/circuit/circuit-contraction.ts';
import { circuitNetwork } from '../../src/circuit/circuit-network.ts';
import { circuitPlan } from '../../src/circuit/circuit-plan.ts';
import { circuitOverlap, pullbackCircuit, runCircuit } from '../../src/circuit/run-circuit.ts';
import { ShapeError } from '../../src/errors.ts';
import { infidelity } from '../../src/generative/infidelity.ts';
import { randomStream, randomVector } from '../../src/linalg/random.ts';
import { place } from '../../src/operator/pauli.ts';

const stream = randomStream(5, 'circuit contraction');
const anglesOf = ({ parameters }: Circuit): Float64Array => Float64Array.from({ length: parameters }, stream.normal);

function expectClose(a: ArrayLike<number>, b: ArrayLike<number>, tolerance: number): void {
  expect(a.length).toBe(b.length);
  const deviations = Array.from(a, (x, k) => Math.abs(x - b[k]!));
  expect(deviations.filter((deviation) => !(deviation < tolerance))).toEqual([]);
}

/** One- and two-qubit words anywhere, shared, scaled and constant angles; the last qubit has no gate. */
function scattered(qubits: number, gates: number): Circuit {
  const letter = (): string => 'XYZ'[stream.integer(3)]!;
  const rotation = (_: unknown, g: number): Rotation => {
    const first = stream.integer(qubits - 1);
    const second = Math.min(qubits - 2, first + 1);
    const word = place(qubits, { [first]: letter(), ...(g % 2 === 0 ? { [second]: letter() } : {}) });
    if (g % 7 === 0) return { word, angle: stream.normal() };
    return { word, angle: { parameter: g % 20, ...(g % 3 === 0 ? { scale: -1.5 } : {}) } };
  };
  return { kind: 'circuit', qubits, parameters: 20, gates: Array.from({ length: gates }, rotation) };
}

describe.each([
  ['a brickwall of depth 4 on 12 qubits', brickwall(12, { depth: 4 })],
  ['a brickwall of depth 3 on 13 qubits', brickwall(13, { depth: 3 })],
  ['real gates of depth 6 on 14 qubits', brickwall(14, { depth: 6, block: 'so4' })],
  ['Ising gates on a ring', brickwall(14, { depth: 3, block: 'ising', lattice: 'ring' })],
  ['scattered gates', scattered(13, 60)],
])('%s', (_, circuit) => {
  const theta = anglesOf(circuit);

  test('the state is that of the gates one after the other', () => {
    const contracted = contractedState(circuit, theta)!;
    expectClose(contracted.state.interleaved, runCircuit(circuit, theta).interleaved, 1e-14);
  });

  test('so is the pullback, for any cotangent', () => {
    const { state, pullback } = contractedState(circuit, theta)!;
    const cotangent = randomVector(state.length, stream);
    expectClose(pullback(cotangent), pullbackCircuit(circuit, theta, state, cotangent), 1e-13);
  });

  test('and the overlap with its gradient', () => {
    const target = randomVector(2 ** circuit.qubits, stream);
    const [ours, theirs] = [contractedOverlap(circuit, theta, target)!, circuitOverlap(circuit, theta, target)];
    expectClose(ours.overlap, theirs.overlap, 1e-14);
    expect(Math.abs(ours.distanceSquared - theirs.distanceSquared)).toBeLessThan(1e-14);
    expectClose(ours.gradient, theirs.gradient, 1e-13);
  });
});

test('at the target the infidelity is far below the rounding of the fidelity', () => {
  const circuit = brickwall(12, { depth: 4 });
  const theta = anglesOf(circuit);
  const amplitudes = runCircuit(circuit, theta);
  const { overlap, distanceSquared } = contractedOverlap(circuit, theta, amplitudes)!;
  expect(overlap[0]).toBeCloseTo(1, 13);
  expect(distanceSquared).toBeLessThan(1e-28);
  const moved = theta.map((x, k) => (k === 5 ? x + 1e-6 : x));
  const objective = infidelity(circuit, { kind: 'pure', name: 'own', dimensions: new Array(12).fill(2), amplitudes });
  // A rotation by a small angle a about P moves the state by sin²(a/2)·(1 − ⟨P⟩²) at most.
  expect(objective(moved).value).toBeLessThan(2.5e-13);
  expect(objective(moved).value).toBeGreaterThan(1e-14);
});

test.each([
  [16, 4, 8.65, 120],
  [20, 8, 50, 304],
])('%i qubits, depth %i: %d multiply-adds for each amplitude instead of %i', (qubits, depth, most, gateByGate) => {
  const circuit = brickwall(qubits, { depth });
  const pairs = Math.floor(qubits / 2) + Math.floor((qubits - 1) / 2);
  expect(4 * (depth / 2) * pairs).toBe(gateByGate);
  const products = circuitPlan(circuitNetwork(circuit)!)
    .state()!
    .forward()
    .instructions.filter((step) => step.kind === 'product');
  const work = products.reduce((sum, { batch, rows, columns, inner }) => sum + batch * rows * columns * inner, 0);
  expect(work / 2 ** qubits).toBeLessThan(most);
});

test.each([
  ['few qubits', brickwall(6, { depth: 4 })],
  ['as deep as wide', brickwall(12, { depth: 40 })],
  ['words on three qubits', parametrised(14, new Array(60).fill(place(14, { 3: 'X', 4: 'Y', 9: 'Z' })))],
  [
    'another reference',
    { ...brickwall(14, { depth: 4 }), reference: new Array(14).fill({ polar: Math.PI / 2, azimuth: 0 }) },
  ],
])('%s: gate by gate', (_, circuit) => {
  expect(contractedState(circuit, new Float64Array(circuit.parameters))).toBeUndefined();
});

test('parameters of another number are refused', () => {
  expect(() => contractedState(brickwall(12, { depth: 4 }), new Float64Array(3))).toThrow(ShapeError);
});
