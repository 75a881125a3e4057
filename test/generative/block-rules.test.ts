import { describe, expect, test } from 'vitest';
import { bulkGeometry } from '../../src/bulk/bulk-geometry.ts';
import { recoverabilityMap } from '../../src/bulk/recoverability-map.ts';
import { blockCircuit, circuitOfBlocks, rotationCircuit } from '../../src/circuit/block-circuit.ts';
import { parametrised } from '../../src/circuit/circuit.ts';
import { stateTangentAlong, stateTangentsAlong } from '../../src/fisher/fisher-vector-product.ts';
import { layersOf, partsOf } from '../../src/fisher/inferability.ts';
import { stateJet } from '../../src/fisher/state-jet.ts';
import {
  differentiableState,
  stateTangents,
  stateVector,
  tensorNetworkOf,
} from '../../src/generative/generative-network.ts';
import type { ComplexVector } from '../../src/linalg/complex.ts';
import { randomStream, randomVector } from '../../src/linalg/random.ts';
import { support } from '../../src/operator/pauli.ts';
import { largestDifference } from '../helpers/largest-difference.ts';

/** Blocks on one, two and three qubits, neighbours or not. */
const blocks = blockCircuit(3, [[0, 1], [2], [2, 0, 1], [1, 2]], (word) => !word.endsWith('Y'));
const stream = randomStream(5, 'generators');
const h = Float64Array.from({ length: blocks.parameters }, () => 0.4 * stream.normal());

const moved = (k: number, by: number): Float64Array => h.map((x, j) => (j === k ? x + by : x));
const difference = (above: ComplexVector, below: ComplexVector, step: number): Float64Array =>
  above.interleaved.map((x, k) => (x - below.interleaved[k]!) / (2 * step));

describe('the rules of circuits of blocks', () => {
  test('tangents are the derivatives of the state, one by one and along a direction', () => {
    const tangents = stateTangents(blocks, h);
    expect(tangents.length).toBe(blocks.parameters);
    for (const k of [0, 9, 20, 40, blocks.parameters - 1]) {
      const slope = difference(stateVector(blocks, moved(k, 1e-5)), stateVector(blocks, moved(k, -1e-5)), 1e-5);
      expect(largestDifference(tangents[k]!.interleaved, slope)).toBeLessThan(1e-9);
    }
    const direction = Float64Array.from(h, () => stream.normal());
    const sum = tangents[0]!.interleaved.map((_, i) =>
      tangents.reduce((total, { interleaved }, k) => total + direction[k]! * interleaved[i]!, 0),
    );
    expect(largestDifference(stateTangentAlong(blocks, h, direction).interleaved, sum)).toBeLessThan(1e-12);
    const other = Float64Array.from(h, () => stream.normal());
    const both = [stateTangentAlong(blocks, h, other), stateTangentAlong(blocks, h, direction)];
    expect(stateTangentsAlong(blocks, h, [other, direction])).toEqual(both);
  });

  test('the network of its blocks has the same parameters, state and gradient', () => {
    const network = tensorNetworkOf(blocks);
    const [own, contracted] = [differentiableState(blocks, h), differentiableState(network, h)];
    expect(network.parameters).toBe(blocks.parameters);
    expect(largestDifference(own.state.interleaved, contracted.state.interleaved)).toBeLessThan(1e-13);
    const cotangent = randomVector(8, randomStream(1, 'cotangent'));
    // The network is normalised, so that its gradient lacks what changes the norm; a unitary has no such part.
    expect(largestDifference(own.pullback(cotangent), contracted.pullback(cotangent))).toBeLessThan(1e-12);
  });

  test('second and third derivatives are differences of those one order lower', () => {
    const directions = [0, 17].map((k) => h.map((_, j) => +(j === k)));
    const jetAt = (by: number) => stateJet(blocks, moved(17, by), 3, directions);
    const [jet, above, below] = [jetAt(0), jetAt(1e-4), jetAt(-1e-4)];
    expect(largestDifference(jet(0, 1).interleaved, difference(above(0), below(0), 1e-4))).toBeLessThan(1e-7);
    expect(largestDifference(jet(1, 1, 1).interleaved, difference(above(1, 1), below(1, 1), 1e-4))).toBeLessThan(1e-7);
  });

  test('a spectrum is purified by an idle environment, as for its rotations', () => {
    const spectrum = [0.5, 0.2, 0.1, 0.1, 0.05, 0.03, 0.02, 0];
    const mixed = circuitOfBlocks(3, blocks.gates, { spectrum });
    const none = new Float64Array(0);
    const [state, turned] = [stateVector(mixed, h), stateVector(rotationCircuit(mixed, h), none)];
    let [re, im] = [0, 0];
    for (let k = 0; k < state.interleaved.length; k += 2) {
      re += turned.interleaved[k]! * state.interleaved[k]! + turned.interleaved[k + 1]! * state.interleaved[k + 1]!;
      im += turned.interleaved[k]! * state.interleaved[k + 1]! - turned.interleaved[k + 1]! * state.interleaved[k]!;
    }
    expect(Math.hypot(re, im)).toBeCloseTo(1, 12);
    expect(largestDifference(stateVector(tensorNetworkOf(mixed), h).interleaved, state.interleaved)).toBeLessThan(
      1e-13,
    );
  });

  test('parts are its blocks, layers those of different qubits', () => {
    const sizes = blocks.gates.map(({ words }) => words.length);
    expect(partsOf(blocks).map(({ parameters }) => parameters.length)).toEqual(sizes);
    expect(layersOf(blocks).map(({ parameters }) => parameters.length)).toEqual([
      sizes[0]! + sizes[1]!,
      sizes[2]!,
      sizes[3]!,
    ]);
  });
});

test('blocks of one word are the bulk of the rotations that they are, with angles counted half', () => {
  const words = ['XYI', 'IZX', 'YIZ', 'IXX', 'ZZI'];
  const angles = Float64Array.of(0.7, -0.4, 1.1, 0.3, 0.9);
  const turns = parametrised(3, words);
  const single = circuitOfBlocks(
    3,
    words.map((word) => ({ sites: support(word), words: [word.replaceAll('I', '')] })),
  );
  const halves = angles.map((angle) => angle / 2);
  const [own, other] = [bulkGeometry(single, halves).value, bulkGeometry(turns, angles).value];
  expect(own.nodes.map(({ id, depth, site }) => [id, depth, site])).toEqual(
    other.nodes.map(({ id, depth, site }) => [id, depth, site]),
  );
  own.nodes.forEach(({ information }, k) => {
    expect(information).toBeCloseTo(4 * other.nodes[k]!.information!, 10);
  });
  own.edges.forEach(({ entropy, length }, k) => {
    expect(entropy).toBeCloseTo(other.edges[k]!.entropy, 10);
    if (length === null) expect(other.edges[k]!.length).toBeNull();
    else expect(length).toBeCloseTo(other.edges[k]!.length!, 6);
  });
  const [first, second] = [recoverabilityMap(single, halves, [0]), recoverabilityMap(turns, angles, [0])];
  first.forEach((row, depth) => {
    row.forEach((share, site) => {
      if (share === null) expect(second[depth]![site]).toBeNull();
      else expect(share).toBeCloseTo(second[depth]![site]!, 10);
    });
  });
});
