import { expect, test } from 'vitest';
import { sectorCondition, slicedSectorPath } from '../../../src/geodesic/sector/sector-search.ts';
import { stationarySlices } from '../../../src/geodesic/sector/stationary-slices.ts';
import { youngSector } from '../../../src/geodesic/sector/young-sector.ts';
import { randomStream } from '../../../src/linalg/random.ts';
import { length, plus } from '../../../src/linalg/real-vector.ts';
import { solution } from '../../../src/optimise/minimise.ts';
import { dickeComponents, sectorState } from '../../../src/state/symmetric-vector.ts';

test('a path near its minimum is made stationary and meets its end, to rounding', () => {
  const sector = youngSector([1, 2], { sizeWeights: [1, 1], real: true });
  const target = sectorState(sector, dickeComponents(3, 1));
  const stream = randomStream(1, 'x');
  const x = Float64Array.from({ length: 4 * sector.inverseWeights.length }, () => 0.3 * stream.normal());
  const start = solution(slicedSectorPath(sector, target, { slices: 4, x, maxSteps: 60 }));
  const exact = stationarySlices(sector, target, start);
  const { miss, pullback } = sectorCondition(sector, target, 4).condition(exact.coordinates);
  expect(length(miss)).toBeLessThan(1e-10);
  expect(length(plus(exact.coordinates, 1, pullback(exact.costate)))).toBeLessThan(1e-9);
  expect(exact.length).toBeCloseTo(start.length, 5);
});
