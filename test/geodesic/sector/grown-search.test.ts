import { expect, test } from 'vitest';
import { symmetricGhz } from '../../../datasets/symmetric.ts';
import { grownSeries } from '../../../src/geodesic/sector/grown-search.ts';
import { refinedSlices } from '../../../src/geodesic/sector/refined-slices.ts';
import type { SeriesPath } from '../../../src/geodesic/sector/sector-series.ts';
import { runSlices } from '../../../src/geodesic/sector/sliced-evolution.ts';
import { symmetricGeodesic } from '../../../src/geodesic/sector/symmetric-geodesic.ts';
import { youngSector } from '../../../src/geodesic/sector/young-sector.ts';
import { solution } from '../../../src/optimise/minimise.ts';
import { ghzComponents, sectorState } from '../../../src/state/symmetric-vector.ts';

test('GHZ of eight qubits is reached in 3 + 5 by a real path shorter than any in one block, on all amplitudes, too', () => {
  const options = { sizeWeights: [1, 1], slices: 12, maxSteps: 40, newtonSteps: 12 };
  const [{ blocks, geodesic }] = solution(grownSeries([8], options)).value as [SeriesPath];
  expect(blocks).toEqual([3, 5]);
  expect(geodesic.residual).toBeLessThan(1e-8);
  expect(geodesic.length).toBeLessThan(1.9546); // 1.954594 in S₈
  expect(geodesic.length).toBeGreaterThan(1.89644); // the shortest known, of complex paths
  const sector = youngSector(blocks, { sizeWeights: [1, 1], real: true });
  const single = youngSector(new Array<number>(8).fill(1), { sizeWeights: [1, 1], real: true });
  const { slices, coordinates } = refinedSlices(sector, single, geodesic.sliced[0]!);
  const { interleaved } = runSlices(single, sectorState(single, ghzComponents(8)), slices, coordinates).end;
  expect(interleaved[0]! ** 2 + interleaved[1]! ** 2).toBeCloseTo(1, 12);
});

test('the search for GHZ of seventeen qubits is the one that grows it, in real paths', () => {
  const options = { sizeWeights: [1, 1], maxSteps: 1, newtonSteps: 0, seed: 1 };
  const { value } = solution(symmetricGeodesic(symmetricGhz(17), options));
  expect(value.searched.map(({ blocks, real }) => ({ blocks, real }))).toEqual([{ blocks: [3, 14], real: true }]);
  expect(value.sector).toMatchObject({ blocks: [3, 14], real: true });
  const { geodesic } = value.searched[0]!;
  expect(geodesic.residual ** 2).toBeLessThan(1e-8);
  // no path to more was searched: √(L₃² + (π/4)²) + π/4·√(14/3), and in 8 slices GHZ₃ is a little longer than 1.211878
  const turn = Math.PI / 4;
  const closed = Math.hypot(1.211878, turn) + turn * Math.sqrt(14 / 3);
  expect(geodesic.length).toBeGreaterThan(closed);
  expect(geodesic.length).toBeLessThan(closed * 1.003);
  expect(value.words).toContain('± 0 in 3 + 14');
});
