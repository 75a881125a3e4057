import { expect, test } from 'vitest';
import { newtonDescent } from '../../../src/geodesic/sector/newton-descent.ts';
import { randomSlices, sectorCondition, slicedSectorPath } from '../../../src/geodesic/sector/sector-search.ts';
import { stationarySlices } from '../../../src/geodesic/sector/stationary-slices.ts';
import { youngSector } from '../../../src/geodesic/sector/young-sector.ts';
import { randomStream } from '../../../src/linalg/random.ts';
import { length, plus } from '../../../src/linalg/real-vector.ts';
import { solution } from '../../../src/optimise/minimise.ts';
import { coherentComponents, ghzComponents, sectorState } from '../../../src/state/symmetric-vector.ts';

test('the long way round a Bloch sphere is a saddle, and is left for the short one', () => {
  const sector = youngSector([1], { sizeWeights: [1] });
  const theta = 1.1;
  const target = sectorState(sector, coherentComponents(1, theta, -Math.PI / 2)); // exp(−iθX/2)|0⟩
  const slices = 8;
  const coordinates = Float64Array.from({ length: 3 * slices }, (_, i) =>
    i % 3 === 0 ? (Math.PI - theta / 2) / Math.sqrt(slices) : 0,
  );
  const steps = newtonDescent(sector, target, { slices, coordinates }, 30);
  const first = steps.next().value as { readonly x: Float64Array };
  expect(length(first.x)).toBeCloseTo(Math.PI - theta / 2, 10);
  const found = solution(steps);
  expect(found.length).toBeCloseTo(theta / 2, 8);
  expect(found).toMatchObject({ negative: 0 });
  // one step from the saddle knows of its one negative direction
  const once = solution(newtonDescent(sector, target, { slices, coordinates }, 1));
  expect(once.negative).toBe(1);
  expect(once.length).toBeLessThan(Math.PI - theta / 2 - 1e-4);
});

test('a path that L-BFGS has left long becomes stationary at its target, as by Newton in path and multiplier together', () => {
  const sector = youngSector([4], { sizeWeights: [1, 1] });
  const target = sectorState(sector, ghzComponents(4));
  const x = randomSlices(sector, 6, randomStream(1, 'start'));
  const rough = solution(slicedSectorPath(sector, target, { slices: 6, x, maxSteps: 8 }));
  const found = solution(newtonDescent(sector, target, rough, 40));
  const { miss, pullback } = sectorCondition(sector, target, 6).condition(found.coordinates);
  expect(length(miss)).toBeLessThan(1e-7);
  expect(length(plus(found.coordinates, 1, pullback(found.costate)))).toBeLessThan(1e-5);
  expect(found.slope).toBeLessThan(1e-5);
  expect(found.length).toBeLessThan(rough.length - 1e-4);
  expect(stationarySlices(sector, target, found).length).toBeCloseTo(found.length, 7);
});

test('fewer unknowns than there are conditions are refused', () => {
  const sector = youngSector([4], { sizeWeights: [1] });
  const target = sectorState(sector, ghzComponents(4));
  const start = { slices: 1, coordinates: new Float64Array(3) };
  expect(() => solution(newtonDescent(sector, target, start, 1))).toThrow(
    'newtonDescent: at least 8 unknowns required, got 3: take more slices',
  );
});
