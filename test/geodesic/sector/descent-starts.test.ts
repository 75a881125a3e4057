import { expect, test } from 'vitest';
import { controlFlow } from '../../../src/geodesic/sector/control-flow.ts';
import { descentStarts } from '../../../src/geodesic/sector/descent-starts.ts';
import { runSlices } from '../../../src/geodesic/sector/sliced-evolution.ts';
import { youngSector } from '../../../src/geodesic/sector/young-sector.ts';
import { length, plus, times } from '../../../src/linalg/real-vector.ts';

test('starts lie on both sides of the geodesic run backwards, and only where there is a negative mode', () => {
  const sector = youngSector([1, 1], { sizeWeights: [1, 3] });
  const state = Float64Array.of(1, 0, 0, 0, 0, 0, 0, 0);
  const long = { state, costate: Float64Array.of(0, 0, -1.5, -4, 3, 2, 1, -2) };
  const slices = 12;
  const starts = descentStarts(sector, long, slices, 1);
  expect(starts).toHaveLength(2);
  const [one, other] = starts.map(({ coordinates }) => coordinates);
  const straight = times(0.5, plus(one!, 1, other!));
  const aside = times(0.5, plus(one!, -1, other!));
  expect(length(aside) / length(straight)).toBeCloseTo(0.3, 10);
  const end = controlFlow(sector, long, 64).points.at(-1)!.state;
  const back = runSlices(sector, { length: 4, interleaved: end }, slices, straight).end.interleaved;
  expect(Math.hypot(back[0]!, back[1]!)).toBeGreaterThan(0.99);
  // Displaced by little along the mode, the path still ends at |0…0⟩, up to second order.
  const missed = (share: number): number => {
    const { interleaved } = runSlices(
      sector,
      { length: 4, interleaved: end },
      slices,
      plus(straight, share, aside),
    ).end;
    return Math.sqrt(Math.max(0, 1 - interleaved[0]! ** 2 - interleaved[1]! ** 2));
  };
  expect(Math.abs(missed(0.02) - missed(0))).toBeLessThan(0.1 * 0.02 * length(aside));
  expect(descentStarts(sector, { state, costate: times(0.1, long.costate) }, slices, 1)).toEqual([]);
});
