import { expect, test } from 'vitest';
import { symmetricGhz } from '../../../datasets/symmetric.ts';
import { grownSearch } from '../../../src/geodesic/sector/grown-search.ts';
import { refinedSlices } from '../../../src/geodesic/sector/refined-slices.ts';
import { runSlices } from '../../../src/geodesic/sector/sliced-evolution.ts';
import { symmetricGeodesic } from '../../../src/geodesic/sector/symmetric-geodesic.ts';
import { youngSector } from '../../../src/geodesic/sector/young-sector.ts';
import { solution } from '../../../src/optimise/minimise.ts';
import { ghzComponents, sectorState } from '../../../src/state/symmetric-vector.ts';

function* grown(n: number, options: Parameters<typeof grownSearch>[1]) {
  return { value: yield* grownSearch(n, options), result: 'converged' as const, steps: 0 };
}

test('GHZ of eight qubits is reached in 3 + 5 by a real path shorter than any in one block, on all amplitudes, too', () => {
  const options = { sizeWeights: [1, 1], slices: 12, maxSteps: 40, newtonSteps: 12 };
  const { sector, geodesic } = solution(grown(8, options)).value;
  expect(sector.blocks).toEqual([3, 5]);
  expect(geodesic.residual).toBeLessThan(1e-8);
  expect(geodesic.length).toBeLessThan(1.9546); // 1.954594 in S₈
  expect(geodesic.length).toBeGreaterThan(1.89644); // the shortest known, of complex paths
  const single = youngSector(new Array<number>(8).fill(1), { sizeWeights: [1, 1], real: true });
  const { slices, coordinates } = refinedSlices(sector, single, geodesic.sliced[0]!);
  const { interleaved } = runSlices(single, sectorState(single, ghzComponents(8)), slices, coordinates).end;
  expect(interleaved[0]! ** 2 + interleaved[1]! ** 2).toBeCloseTo(1, 12);
});

test('the search for GHZ of seventeen qubits is the one that grows it, in real paths', () => {
  const options = { sizeWeights: [1, 1], slices: 12, maxSteps: 4, newtonSteps: 1, seed: 1 };
  const { value } = solution(symmetricGeodesic(symmetricGhz(17), options));
  expect(value.searched.map(({ blocks, real }) => ({ blocks, real }))).toEqual([{ blocks: [3, 14], real: true }]);
  expect(value.sector).toMatchObject({ blocks: [3, 14], real: true });
  expect(value.searched[0]!.geodesic.residual).toBeLessThan(1e-4);
  // 4 slices to |+…+⟩ and GHZ₃, 8 for the turn: √(3·(1.25² + (π/4)²·14/13) + 1.5·(π/4)²·14/3) is where it begins
  expect(value.searched[0]!.geodesic.length).toBeLessThan(3.34);
});
