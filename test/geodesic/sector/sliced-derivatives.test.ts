import { expect, test } from 'vitest';
import { randomSlices } from '../../../src/geodesic/sector/sector-search.ts';
import { slicedDerivatives } from '../../../src/geodesic/sector/sliced-derivatives.ts';
import { runSlices } from '../../../src/geodesic/sector/sliced-evolution.ts';
import { youngSector } from '../../../src/geodesic/sector/young-sector.ts';
import { randomStream } from '../../../src/linalg/random.ts';
import { plus } from '../../../src/linalg/real-vector.ts';
import { ghzComponents, sectorState } from '../../../src/state/symmetric-vector.ts';

// Real paths have few unknowns, those of the first slice are carried one by one; others by a matrix.
test.each([
  [[5], false],
  [[2, 3], true],
])('derivatives of the end in the sector %j, real: %s, are those of single runs', (blocks, real) => {
  const sector = youngSector(blocks, { sizeWeights: [1, 1], real });
  const [slices, size] = [4, 4 * sector.inverseWeights.length];
  const target = sectorState(sector, ghzComponents(5));
  const stream = randomStream(1, 'derivatives');
  const x = randomSlices(sector, slices, stream);
  const lambda = Float64Array.from({ length: 2 * sector.dimension }, () => stream.normal());
  const { end, tangents, hessian } = slicedDerivatives(sector, target, slices, x);
  const run = runSlices(sector, target, slices, x);
  expect(end.interleaved).toEqual(run.end.interleaved);
  const { data } = hessian(lambda);
  const slopeAt = (y: Float64Array): Float64Array =>
    runSlices(sector, target, slices, y).pullback({ length: sector.dimension, interleaved: lambda });
  for (let i = 0; i < size; i += 3) {
    const unit = new Float64Array(size);
    unit[i] = 1;
    const change = run.pushforward(unit).interleaved;
    change.forEach((value, j) => {
      expect(tangents.data[i * tangents.cols + j]).toBeCloseTo(value, 12);
    });
    const [up, down] = [slopeAt(plus(x, 1e-4, unit)), slopeAt(plus(x, -1e-4, unit))];
    up.forEach((value, j) => {
      expect(data[i * size + j]).toBeCloseTo((value - down[j]!) / 2e-4, 4);
    });
  }
});
