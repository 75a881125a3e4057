import { expect, test } from 'vitest';
import { directGhz } from '../../../src/geodesic/sector/direct-ghz.ts';
import { refinedSlices } from '../../../src/geodesic/sector/refined-slices.ts';
import { runSlices } from '../../../src/geodesic/sector/sliced-evolution.ts';
import { youngSector } from '../../../src/geodesic/sector/young-sector.ts';
import { ghzComponents, sectorState } from '../../../src/state/symmetric-vector.ts';

test('GHZ of eleven qubits is reached from five, seven, nine and ten, in smaller blocks, too', () => {
  const search = directGhz(11, { sizeWeights: [1, 1], newtonSteps: 2 });
  let next = search.next();
  while (!next.done) next = search.next();
  const { sector, geodesic } = next.value;
  expect(sector.blocks).toEqual([3, 8]);
  expect(geodesic.residual).toBeLessThan(1e-6);
  expect(geodesic.uncertainty).toBeLessThan(0.01);
  expect(geodesic.length).toBeLessThan(2.32912); // that of twelve in one block
  expect(geodesic.length).toBeGreaterThan(1.89644); // that of eight
  const smaller = youngSector([1, 2, 3, 5], { sizeWeights: [1, 1], real: true });
  const { slices, coordinates } = refinedSlices(sector, smaller, geodesic.sliced[0]!);
  const { interleaved } = runSlices(smaller, sectorState(smaller, ghzComponents(11)), slices, coordinates).end;
  expect(interleaved[0]! ** 2 + interleaved[1]! ** 2).toBeCloseTo(1, 11);
});
