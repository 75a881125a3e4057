import { expect, test } from 'vitest';
import { runSlices } from '../../../src/geodesic/sector/sliced-evolution.ts';
import { turnedSlices, turnedTowards } from '../../../src/geodesic/sector/turned-slices.ts';
import { youngSector } from '../../../src/geodesic/sector/young-sector.ts';
import type { ComplexVector } from '../../../src/linalg/complex.ts';
import { randomStream } from '../../../src/linalg/random.ts';
import { length, plus } from '../../../src/linalg/real-vector.ts';
import { innerProduct } from '../../../src/linalg/vector.ts';

/** |0…0⟩ in the sector. */
const zero = (dimension: number): ComplexVector => {
  const interleaved = new Float64Array(2 * dimension);
  interleaved[0] = 1;
  return { length: dimension, interleaved };
};

/** Components multiplied by e^{ikφ}, k ones. */
const turned = (state: ComplexVector, ones: Float64Array, angle: number): ComplexVector => ({
  length: state.length,
  interleaved: state.interleaved.map((_, i) => {
    const k = i >> 1;
    const [cos, sin] = [Math.cos(ones[k]! * angle), Math.sin(ones[k]! * angle)];
    const [re, im] = [state.interleaved[2 * k]!, state.interleaved[2 * k + 1]!];
    return i % 2 === 0 ? re * cos - im * sin : re * sin + im * cos;
  }),
});

const cases = [
  { blocks: [4], sizeWeights: [1, 2, 0.5] },
  { blocks: [1, 3], sizeWeights: [1.5, 1] },
];

test.each(cases)(
  'a path turned about Z is as long, and ends at a state with turned phases: %j',
  ({ blocks, sizeWeights }) => {
    const sector = youngSector(blocks, { sizeWeights });
    const stream = randomStream(3, 'slices');
    const coordinates = Float64Array.from({ length: 2 * sector.inverseWeights.length }, () => 0.3 * stream.normal());
    const path = turnedSlices(sector, { slices: 2, coordinates }, 0.7);
    expect(length(path.coordinates)).toBeCloseTo(length(coordinates), 12);
    const from = zero(sector.dimension);
    const expected = turned(runSlices(sector, from, 2, coordinates).end, sector.wrongQubits, 0.7);
    const { end } = runSlices(sector, from, 2, path.coordinates);
    expect(length(plus(end.interleaved, -1, expected.interleaved))).toBeLessThan(1e-12);
  },
);

test('a path to a state with turned phases is turned back, up to the angles tried', () => {
  const sector = youngSector([1, 3], { sizeWeights: [1, 1] });
  const stream = randomStream(4, 'slices');
  const coordinates = Float64Array.from({ length: 2 * sector.inverseWeights.length }, () => 0.4 * stream.normal());
  // Backwards from its target to |0…0⟩: forwards it is undone slice by slice.
  const controls = sector.inverseWeights.length;
  const forwards = coordinates.map((_, i) => -coordinates[(1 - Math.floor(i / controls)) * controls + (i % controls)]!);
  const { end } = runSlices(sector, zero(sector.dimension), 2, forwards);
  const target = turned(end, sector.wrongQubits, (2 * Math.PI * 5) / 64);
  const back = turnedTowards(sector, target, { slices: 2, coordinates });
  const reached = runSlices(sector, target, 2, back.coordinates).end;
  expect(Math.hypot(...innerProduct(zero(sector.dimension), reached))).toBeCloseTo(1, 10);
  const before = runSlices(sector, target, 2, coordinates).end;
  expect(Math.hypot(...innerProduct(zero(sector.dimension), before))).toBeLessThan(0.99);
});
