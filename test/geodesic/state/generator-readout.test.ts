import { expect, test } from 'vitest';
import { controlWords } from '../../../src/complexity/controls.ts';
import { geodesicReadout } from '../../../src/geodesic/state/generator-readout.ts';
import { wordGenerators } from '../../../src/geodesic/state/generators.ts';
import { horizontalFrame } from '../../../src/geodesic/state/horizontal-frame.ts';
import { exactFlow, pointAfter } from '../../../src/geodesic/state/state-flow.ts';
import { carriedAlong } from '../../../src/geodesic/state/varied-flow.ts';
import type { ComplexVector } from '../../../src/linalg/complex.ts';
import { Matrix } from '../../../src/linalg/dense-real.ts';
import { randomStream, randomVector } from '../../../src/linalg/random.ts';
import { innerProduct } from '../../../src/linalg/vector.ts';
import { fubiniStudyDistance } from '../../../src/state/fidelity.ts';

const stream = randomStream(1, 'readout');
const metric = wordGenerators(controlWords({ maxSize: 2, maxRange: 1, sizeWeights: [1, 2], penalty: Infinity }, 3));
const psi = randomVector(8, stream);
const coordinates = Float64Array.from({ length: 14 }, () => stream.normal());
const start = { state: psi.interleaved, costate: horizontalFrame(psi.interleaved).vectorOf(coordinates) };
const vectorOf = (interleaved: Float64Array): ComplexVector => ({ length: interleaved.length / 2, interleaved });

test('the maps of the readout give the velocities from the coordinates of the costate', () => {
  const { maps, velocities } = geodesicReadout(metric, start, [0, 0.3, 1]);
  velocities.forEach((u, k) => {
    const predicted = maps[k]!.mmul(Matrix.columnVector(Array.from(coordinates))).to1DArray();
    expect(Math.max(...predicted.map((x, a) => Math.abs(x - u[a]!)))).toBeLessThan(1e-11);
  });
});

test('vectors are carried by the unitaries of the geodesic: its state as itself, inner products as they are', () => {
  const other = randomVector(8, stream);
  const flow = exactFlow(metric, start, 0.8);
  const point = vectorOf(flow.points.at(-1)!.state);
  const given = [psi, other].map(({ interleaved }) => interleaved);
  const vectors = carriedAlong(metric, flow, given).map((carried) => vectorOf(carried.at(-1)!));
  expect(fubiniStudyDistance(point, vectorOf(pointAfter(metric, start, 0.8).state))).toBeLessThan(1e-11);
  expect(fubiniStudyDistance(vectors[0]!, point)).toBeLessThan(1e-11);
  const [before, after] = [innerProduct(psi, other), innerProduct(vectors[0]!, vectors[1]!)];
  expect(Math.hypot(before[0] - after[0], before[1] - after[1])).toBeLessThan(1e-11);
});
