import { describe, expect, test } from 'vitest';
import { brickwall } from '../../models/brickwall.ts';
import { staircase } from '../../models/staircase.ts';
import { type Circuit, parametrised } from '../../src/circuit/circuit.ts';
import { contractedOverlap } from '../../src/circuit/circuit-contraction.ts';
import { circuitNetwork } from '../../src/circuit/circuit-network.ts';
import { circuitPlan } from '../../src/circuit/circuit-plan.ts';
import { overlapPlan } from '../../src/circuit/overlap-plan.ts';
import { circuitOverlap, runCircuit } from '../../src/circuit/run-circuit.ts';
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
])('%s', (_, circuit) => {
  const theta = Float64Array.from({ length: circuit.parameters }, stream.normal);
  const target = randomVector(2 ** circuit.qubits, stream);

  test('is compared with a target in two halves', () => {
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
  const work = program.instructions.reduce(
    (sum, step) => (step.kind === 'product' ? sum + step.batch * step.rows * step.columns * step.inner : sum),
    0,
  );
  expect(work / 2 ** 16).toBeGreaterThan(16);
  expect(work / 2 ** 16).toBeLessThan(17.3);
});

test('a deep circuit is not cut: its bonds are too many', () => {
  expect(planOf(brickwall(16, { depth: 12 })).overlap).toBeUndefined();
});

test('nor is one whose halves do not end on neighbouring qubits', () => {
  const ends = Array.from({ length: 14 }, (_, q) =>
    place(14, { [Math.min(q, 13 - q)]: 'X', [Math.max(q, 13 - q)]: 'Y' }),
  );
  const circuit = parametrised(
    14,
    [...ends, ...ends, ...ends].flatMap((word) => [word, word.replace('Y', 'Z')]),
  );
  expect(planOf(circuit).overlap).toBeUndefined();
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
