import { Matrix } from 'ml-matrix';
import { expect, test } from 'vitest';
import { controlWords } from '../../../src/complexity/controls.ts';
import { generatorFlow, wordGenerators } from '../../../src/geodesic/state/generator-flow.ts';
import { carriedAlong, geodesicReadout } from '../../../src/geodesic/state/generator-readout.ts';
import { tangentBasis, tangentVector } from '../../../src/geodesic/state/generator-shooting.ts';
import { randomStream, randomVector } from '../../../src/linalg/random.ts';
import { innerProduct } from '../../../src/linalg/vector.ts';
import { fubiniStudyDistance } from '../../../src/state/fidelity.ts';

const stream = randomStream(1, 'readout');
const metric = wordGenerators(controlWords({ maxSize: 2, maxRange: 1, sizeWeights: [1, 2], penalty: Infinity }, 3));
const psi = randomVector(8, stream);
const coordinates = Array.from({ length: 14 }, () => stream.normal());
const start = { psi, costate: tangentVector(tangentBasis(psi), coordinates) };

test('the maps of the readout give the velocities from the coordinates of the costate', () => {
  const { maps, velocities } = geodesicReadout(metric, start, [0, 0.3, 1]);
  velocities.forEach((u, k) => {
    const predicted = maps[k]!.mmul(Matrix.columnVector(coordinates)).to1DArray();
    expect(Math.max(...predicted.map((x, a) => Math.abs(x - u[a]!)))).toBeLessThan(1e-11);
  });
});

test('vectors are carried by the unitaries of the geodesic: its state as itself, inner products as they are', () => {
  const other = randomVector(8, stream);
  const { point, vectors } = carriedAlong(metric, start, [psi, other], 0.8);
  expect(fubiniStudyDistance(point.psi, generatorFlow(metric, start, 0.8).psi)).toBeLessThan(1e-11);
  expect(fubiniStudyDistance(vectors[0]!, point.psi)).toBeLessThan(1e-11);
  const [before, after] = [innerProduct(psi, other), innerProduct(vectors[0]!, vectors[1]!)];
  expect(Math.hypot(before[0] - after[0], before[1] - after[1])).toBeLessThan(1e-11);
});
