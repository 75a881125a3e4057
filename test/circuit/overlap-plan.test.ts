import { describe, expect, test } from 'vitest';
import { brickwall } from '../../models/brickwall.ts';
import { staircase } from '../../models/staircase.ts';
import { type Circuit, parametrised } from '../../src/circuit/circuit.ts';
import { contractedOverlap } from '../../src/circuit/circuit-contraction.ts';
import { circuitNetwork, networkLegs } from '../../src/circuit/circuit-network.ts';
import { circuitPlan } from '../../src/circuit/circuit-plan.ts';
import { closedPlan } from '../../src/circuit/closed-plan.ts';
import { overlapPlan } from '../../src/circuit/overlap-plan.ts';
import { circuitOverlap, runCircuit } from '../../src/circuit/run-circuit.ts';
import { currentEngine } from '../../src/engine/engine.ts';
import { STANDARD_TIMES } from '../../src/engine/time-model.ts';
import { randomStream, randomVector } from '../../src/linalg/random.ts';
import { innerProduct } from '../../src/linalg/vector.ts';
import { place } from '../../src/operator/pauli.ts';

const stream = randomStream(8, 'overlap plan');
const planOf = (circuit: Circuit) => circuitPlan(circuitNetwork(circuit)!);

describe.each([
  ['a brickwall of depth 4 on 14 qubits', brickwall(14, { depth: 4 })],
  ['a brickwall of depth 3 on 13 qubits', brickwall(13, { depth: 3 })],
  ['a brickwall of depth 2 on 15 qubits', brickwall(15, { depth: 2, block: 'so4' })],
  ['a staircase, whose gates across the cut come at any time', staircase(16)],
  ['a brickwall of depth 10 on 14 qubits, whose halves have too many bonds', brickwall(14, { depth: 10 })],
])('%s', (_, circuit) => {
  const theta = Float64Array.from({ length: circuit.parameters }, stream.normal);
  const target = randomVector(2 ** circuit.qubits, stream);

  test('is compared with a target without its state', () => {
    expect(planOf(circuit).overlap).toBeDefined();
  });

  test('the overlap is that of the state, and the gradient that of the adjoint method', () => {
    const ours = contractedOverlap(circuit, theta, target)!;
    const [re, im] = innerProduct(target, runCircuit(circuit, theta));
    expect(Math.hypot(ours.overlap[0] - re, ours.overlap[1] - im)).toBeLessThan(1e-15);
    const { gradient } = circuitOverlap(circuit, theta, target);
    const scale = Math.max(...gradient.map(Math.abs));
    gradient.forEach((x, k) => {
      expect(Math.abs(ours.gradient[k]! - x) / scale).toBeLessThan(1e-12);
    });
  });
});

test('16 qubits, depth 4: 2χ = 16 multiply-adds for each amplitude and little else, gradient included', () => {
  const { program } = overlapPlan(circuitNetwork(brickwall(16, { depth: 4 }))!)!;
  const work = program.instructions.reduce((sum, step) => {
    if (step.kind === 'environments') return sum + 2 * step.rows * step.columns * step.bond;
    return step.kind === 'product' ? sum + step.batch * step.rows * step.columns * step.inner : sum;
  }, 0);
  expect(work / 2 ** 16).toBeGreaterThan(16);
  expect(work / 2 ** 16).toBeLessThan(17.3);
});

test('the closed network of 20 qubits, depth 8 is estimated at less than its state, and two halves at more', () => {
  const network = circuitNetwork(brickwall(20, { depth: 8 }))!;
  const { overlap, state } = circuitPlan(network);
  expect(overlap!.order).toContain('closed network');
  expect(overlap!.nanoseconds).toBeLessThan(state()!.nanoseconds);
  expect(overlapPlan(network)!.nanoseconds).toBeGreaterThan(state()!.nanoseconds);
});

test('both orders give the same overlap and the same cotangents', () => {
  const circuit = brickwall(14, { depth: 4 });
  const network = circuitNetwork(circuit)!;
  const tensors = networkLegs(network).map(({ length }) => randomVector(2 ** length, stream).interleaved);
  const target = randomVector(2 ** 14, stream).interleaved;
  const conjugate = (array: Float64Array) => array.map((x, k) => (k % 2 === 0 ? x : -x));
  const halves = currentEngine().runProducts(overlapPlan(network)!.program, [...tensors, target]);
  const inputs = [...tensors.map(conjugate), target, Float64Array.of(1, 0)];
  const closed = currentEngine().runProducts(closedPlan(network, STANDARD_TIMES, Infinity)!.program, inputs);
  expect(closed).toHaveLength(halves.length);
  closed.forEach((array, k) => {
    const scale = Math.hypot(...halves[k]!);
    conjugate(array).forEach((x, at) => {
      expect(Math.abs(x - halves[k]![at]!)).toBeLessThan(1e-13 * scale);
    });
  });
});

test('a deep circuit is not cut: its bonds are too many', () => {
  expect(overlapPlan(circuitNetwork(brickwall(16, { depth: 12 }))!)).toBeUndefined();
});

test('nor is one whose halves do not end on neighbouring qubits', () => {
  const ends = Array.from({ length: 14 }, (_, q) =>
    place(14, { [Math.min(q, 13 - q)]: 'X', [Math.max(q, 13 - q)]: 'Y' }),
  );
  const circuit = parametrised(
    14,
    [...ends, ...ends, ...ends].flatMap((word) => [word, word.replace('Y', 'Z')]),
  );
  expect(overlapPlan(circuitNetwork(circuit)!)).toBeUndefined();
});

test('the infidelity is resolved where one minus the fidelity is not', () => {
  const circuit = brickwall(14, { depth: 4 });
  const theta = Float64Array.from({ length: circuit.parameters }, stream.normal);
  const amplitudes = runCircuit(circuit, theta);
  for (const angle of [1e-2, 1e-4, 1e-5]) {
    const moved = theta.map((x, k) => x + angle * Math.sin(k));
    const { distanceSquared } = contractedOverlap(circuit, moved, amplitudes)!;
    const exact = circuitOverlap(circuit, moved, amplitudes).distanceSquared;
    expect(Math.abs(distanceSquared / exact - 1)).toBeLessThan(1e-8);
  }
});
