import { expect, test } from 'vitest';
import { symmetricGhz } from '../../../datasets/symmetric.ts';
import { type GrownSearch, grownSearches, grownSeries } from '../../../src/geodesic/sector/grown-search.ts';
import { refinedSlices } from '../../../src/geodesic/sector/refined-slices.ts';
import { sectorGeodesic } from '../../../src/geodesic/sector/sector-geodesic.ts';
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

const turn = Math.PI / 4;

test('GHZ of nine qubits is grown from three, six are a field for them and turned then', () => {
  const options = { sizeWeights: [1, 1], first: [], real: true };
  const { sector, geodesic, first } = solution(grownSearches([9], options)).value[0]!;
  expect(sector.blocks).toEqual([3, 6]);
  expect(first.qubits).toBe(3);
  expect(geodesic.residual ** 2).toBeLessThan(1e-9);
  // √(L² + (π/4)²) + π/4·√(6/3), L to GHZ₃ where words of one qubit weigh 1/7, in slices a little longer
  const closed = (length: number) => Math.hypot(length, turn) + turn * Math.SQRT2;
  const three = youngSector([3], { sizeWeights: [1 / 7, 1], real: true });
  const { length } = solution(sectorGeodesic(three, sectorState(three, ghzComponents(3)), { polished: 1 })).value;
  expect(length).toBeLessThan(1.211878); // without a field
  expect(geodesic.length).toBeGreaterThan(closed(length) - 1e-6);
  expect(geodesic.length).toBeLessThan(closed(length) * 1.003);
});

test('paths to more qubits follow those to fewer, and real ones are searched in two blocks', () => {
  const options = { sizeWeights: [1, 1], first: [5], starts: 2, slices: 6, real: true };
  const [few, many] = solution(grownSearches([9, 11], options)).value as [GrownSearch, GrownSearch];
  for (const { sector, geodesic } of [few, many]) {
    expect(sector.real).toBe(true);
    expect(geodesic.residual ** 2).toBeLessThan(1e-9);
  }
  expect(many.geodesic.length).toBeGreaterThan(few.geodesic.length);
  // the turn of six instead of four, where single qubits are not dearer
  expect(many.geodesic.length).toBeLessThan(few.geodesic.length + turn * (Math.sqrt(8 / 3) - Math.sqrt(6 / 3)) + 0.05);
});

test('the search for GHZ of seventeen qubits is the one that grows it', () => {
  const search = symmetricGeodesic(symmetricGhz(17), { sizeWeights: [1, 1], maxSteps: 1, newtonSteps: 0 });
  const phases = new Set<string>();
  while (!phases.has('8 qubits first, start 0') && phases.size < 10) {
    const { value, done } = search.next();
    if (done) break;
    phases.add(value.phase);
  }
  expect([...phases]).toEqual(['start 0', 'start 1', 'start 2', '8 qubits first, start 0']);
});
