import { expect, test } from 'vitest';
import { controlWords } from '../../../src/complexity/controls.ts';
import { sectorCondition } from '../../../src/geodesic/sector/sector-search.ts';
import { runSlices } from '../../../src/geodesic/sector/sliced-evolution.ts';
import { youngSector } from '../../../src/geodesic/sector/young-sector.ts';
import { wordControlSpace } from '../../../src/geodesic/state/control-space.ts';
import { wordGenerators } from '../../../src/geodesic/state/generators.ts';
import { randomStream, randomVector } from '../../../src/linalg/random.ts';
import { dot, length, plus } from '../../../src/linalg/real-vector.ts';
import { free, pathLagrangian } from '../../../src/path/constrained-path.ts';
import { runPath } from '../../../src/path/state-path.ts';
import { dickeComponents, sectorState } from '../../../src/state/symmetric-vector.ts';

const normals = (size: number, name: string, scale = 1) => {
  const stream = randomStream(1, name);
  return Float64Array.from({ length: size }, () => scale * stream.normal());
};

test('slices of words run as those of a path of words, and pull back as they do', () => {
  const controls = controlWords({ maxSize: 2, sizeWeights: [1.5, 0.5], penalty: Infinity }, 3);
  const from = randomVector(8, randomStream(1, 'from'));
  const x = normals(3 * controls.words.length, 'x', 0.4);
  const problem = { controls, slices: 3, from, to: from, amplitudeWeights: new Float64Array(8).fill(1) };
  const run = runSlices(wordControlSpace(wordGenerators(controls)), from, 3, x);
  const other = runPath(problem, x);
  expect(length(plus(run.end.interleaved, -1, other.end.interleaved))).toBeLessThan(1e-13);
  const cotangent = randomVector(8, randomStream(2, 'cotangent'));
  expect(length(plus(run.pullback(cotangent), -1, other.pullback(cotangent)))).toBeLessThan(1e-12);
  const direction = normals(x.length, 'direction');
  expect(
    length(plus(run.pushforward(direction).interleaved, -1, other.pushforward(direction).interleaved)),
  ).toBeLessThan(1e-12);
});

test('the gradient in a sector is that of differences', () => {
  const sector = youngSector([1, 3], { sizeWeights: [1, 2] });
  const path = sectorCondition(sector, sectorState(sector, dickeComponents(4, 1)), 4);
  const objective = pathLagrangian(path, free(path, 20));
  const x = normals(4 * sector.inverseWeights.length, 'x', 0.3);
  const direction = normals(x.length, 'direction', 0.1);
  const slope = (objective(plus(x, 1e-4, direction)).value - objective(plus(x, -1e-4, direction)).value) / 2e-4;
  expect(dot(objective(x).gradient, direction)).toBeCloseTo(slope, 6);
});
