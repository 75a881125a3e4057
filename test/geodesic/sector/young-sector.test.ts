import { describe, expect, test } from 'vitest';
import { controlWords } from '../../../src/complexity/controls.ts';
import type { PenaltyMetric } from '../../../src/complexity/penalty-metric.ts';
import {
  carriedBy,
  controlFlow,
  spaceControlsAt,
  spaceSpeedAt,
  variedEnd,
} from '../../../src/geodesic/sector/control-flow.ts';
import { embeddedStart } from '../../../src/geodesic/sector/embedded-start.ts';
import { sectorWeights } from '../../../src/geodesic/sector/sector-weights.ts';
import { leastBySize, type SymmetricWeights, youngSector } from '../../../src/geodesic/sector/young-sector.ts';
import { wordControlSpace } from '../../../src/geodesic/state/control-space.ts';
import { wordGenerators } from '../../../src/geodesic/state/generators.ts';
import { controlsAt, speedAt, stateFlow } from '../../../src/geodesic/state/state-flow.ts';
import { randomStream, randomVector } from '../../../src/linalg/random.ts';
import { dot, length, plus } from '../../../src/linalg/real-vector.ts';
import { refinedVector } from '../../../src/state/symmetric-vector.ts';

const sizeWeights = [1.3, 0.7];
const words = (qubits: number, weights: readonly number[]) =>
  wordGenerators(controlWords({ sizeWeights: weights, maxSize: weights.length, penalty: Infinity }, qubits));
const start = (dimension: number, seed: number) => ({
  state: randomVector(dimension, randomStream(seed, 'state')).interleaved,
  costate: randomVector(dimension, randomStream(seed, 'costate')).interleaved,
});

describe('a sector', () => {
  test('has 9 controls for one block, 21 for a hub and its leaves, 8 of which are real', () => {
    const controls = (blocks: readonly number[], real = false, parity = false) =>
      youngSector(blocks, { sizeWeights: [1, 1], real, parity }).inverseWeights.length;
    expect([controls([6]), controls([1, 5]), controls([1, 5], true)]).toEqual([9, 21, 8]);
    expect(controls([6], false, true)).toBe(1 + 4); // Z; XX, XY, YY, ZZ
  });

  test('weighs an orbit by its number of words', () => {
    const { inverseWeights } = youngSector([2, 3], { sizeWeights: [1, 10] });
    const total = inverseWeights.reduce((sum, inverse) => sum + 1 / inverse, 0);
    expect(total).toBeCloseTo(15 + 10 * 90, 9); // 3n words of one qubit, 9n(n − 1)/2 of two
  });

  test.each([
    [[4], [1.3, 0.7]],
    [
      [1, 3],
      [1.3, 0.7],
    ],
    [
      [2, 2],
      [1.3, 0.7, 0.4],
    ],
    [
      [1, 1, 2],
      [1, 2, 3, 4],
    ],
  ])('of blocks %j flows as 2ⁿ amplitudes do, at weights %j', (blocks, weights) => {
    const sector = youngSector(blocks, { sizeWeights: weights });
    const point = start(sector.dimension, 1);
    const singles = { blocks: [1, 1, 1, 1] };
    const embedded = (interleaved: Float64Array) =>
      refinedVector(sector, singles, { length: sector.dimension, interleaved }).interleaved;
    const full = { state: embedded(point.state), costate: embedded(point.costate) };
    const metric = words(4, weights);
    expect(spaceSpeedAt(sector, point)).toBeCloseTo(speedAt(metric, full), 12);
    const end = controlFlow(sector, point, 8, 0.5).points.at(-1)!;
    const there = stateFlow(metric, full, 8, 0.5).points.at(-1)!;
    expect(length(plus(embedded(end.state), -1, there.state))).toBeLessThan(1e-13);
    expect(length(plus(embedded(end.costate), -1, there.costate))).toBeLessThan(1e-13);
  });

  test.each<[readonly number[], PenaltyMetric]>([
    [[4], { letters: { X: 2, Z: 0.5, XZ: 3, YY: 0.7 }, penalty: Infinity }],
    [[1, 3], { maxSize: 2, sizeWeights: [1.3, 0.7], letters: { XZ: 3, YY: Infinity }, penalty: Infinity }],
    [[2, 2], { letters: { Y: 1, XXZ: 2 }, penalty: Infinity }],
    [[1, 1, 2], { letters: { ZZ: 3 }, penalty: 2 }],
  ])('of blocks %j flows as 2ⁿ amplitudes do where letters are weighed (case %#)', (blocks, metric) => {
    const weights = sectorWeights(metric, 4) as SymmetricWeights;
    const sector = youngSector(blocks, weights);
    const point = start(sector.dimension, 2);
    const full = embeddedStart(sector, point);
    const all = wordGenerators(controlWords(metric, 4));
    expect(spaceSpeedAt(sector, point)).toBeCloseTo(speedAt(all, full), 12);
    const end = embeddedStart(sector, controlFlow(sector, point, 8, 0.5).points.at(-1)!);
    const there = stateFlow(all, full, 8, 0.5).points.at(-1)!;
    expect(length(plus(end.state, -1, there.state))).toBeLessThan(1e-13);
    expect(length(plus(end.costate, -1, there.costate))).toBeLessThan(1e-13);
    const finite = [...controlWords(metric, 4).weights].reduce((sum, weight) => sum + weight, 0);
    expect(sector.inverseWeights.reduce((sum, inverse) => sum + 1 / inverse, 0)).toBeCloseTo(finite, 9);
  });

  test('knows the least weight of a word of each size', () => {
    const metric = { sizeWeights: [2, 3], letterWeights: { Z: 1, XX: 5, XYZ: 7, XXX: Infinity } };
    expect(leastBySize(metric)).toEqual([1, 3, 7]);
    expect(leastBySize({ sizeWeights: [], letterWeights: { YZ: 4 } })).toEqual([Infinity, 4]);
  });

  test('knows how many qubits are wrong', () => {
    expect([...youngSector([1, 2], { sizeWeights: [1] }).wrongQubits]).toEqual([0, 1, 2, 1, 2, 3]);
  });

  test('names blocks and weights that it cannot take', () => {
    expect(() => youngSector([], { sizeWeights: [1] })).toThrow('blocks of at least one qubit required');
    expect(() => youngSector([2, 0], { sizeWeights: [1] })).toThrow('got 2,0');
    expect(() => youngSector([99, 99], { sizeWeights: [1] })).toThrow('at most 4096 symmetric states');
    expect(() => youngSector([2], { sizeWeights: [1, 1, 1] })).toThrow('at most 2 sizeWeights');
    expect(() => youngSector([2], { sizeWeights: [0] })).toThrow('positive finite sizeWeights');
    expect(() => youngSector([2], { sizeWeights: [], letterWeights: { X: Infinity } })).toThrow('positive finite');
    expect(() => youngSector([2], { sizeWeights: [1], letterWeights: { ZX: 1, XXX: 1 } })).toThrow(
      /letterWeights.ZX: alphabetical order, 'XZ', required, got 'ZX'\nyoungSector: letterWeights.XXX: at most 2 letters/,
    );
  });
});

test('words on 2ⁿ amplitudes are a control space', () => {
  const metric = words(3, sizeWeights);
  const space = wordControlSpace(metric);
  const point = start(8, 2);
  expect(length(plus(spaceControlsAt(space, point), -1, controlsAt(metric, point)))).toBeLessThan(1e-14);
  const end = controlFlow(space, point, 6, 0.3).points.at(-1)!;
  expect(length(plus(end.state, -1, stateFlow(metric, point, 6, 0.3).points.at(-1)!.state))).toBeLessThan(1e-13);
});

test('the varied flow is the derivative of the flow, and vectors are carried along with it', () => {
  const sector = youngSector([1, 3], { sizeWeights });
  const point = start(sector.dimension, 3);
  const direction = start(sector.dimension, 4).costate;
  const flow = controlFlow(sector, point, 8);
  const varied = variedEnd(sector, flow, direction);
  const moved = (by: number) =>
    controlFlow(sector, { ...point, costate: plus(point.costate, by, direction) }, 8).points.at(-1)!;
  for (const part of ['state', 'costate'] as const) {
    const difference = plus(moved(1e-4)[part], -1, moved(-1e-4)[part]).map((x) => x / 2e-4);
    expect(length(plus(difference, -1, varied[part]))).toBeLessThan(1e-6);
  }
  expect(length(plus(carriedBy(sector, flow, point.costate).at(-1)!, -1, flow.points.at(-1)!.costate))).toBeLessThan(
    1e-9,
  );
  expect(dot(direction, direction)).toBeCloseTo(1, 12);
});
