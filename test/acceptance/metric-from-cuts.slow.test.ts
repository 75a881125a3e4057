/** @file The levels of the checks of 'areas-to-metric' on changes on which they were not set, and on states without a lattice. Prints a table. */

import { expect, test } from 'vitest';
import { entropiesOfGaussian } from '../../src/gaussian/entropies.ts';
import { gaussianGroundState } from '../../src/gaussian/ground-state.ts';
import { permuted } from '../../src/geometry/table-comparison.ts';
import { halfPlaneCuts, linesOfCuts } from '../../src/gravity/half-plane-cuts.ts';
import { metricFromLines } from '../../src/gravity/metric-from-lines.ts';
import { randomStream } from '../../src/linalg/random.ts';
import type { RegionEntropies } from '../../src/state/region-entropies.ts';
import { changedFermions, foundChange } from '../../train/studies/areas-to-metric/state.ts';
import { randomHopping } from '../../train/studies/has-geometry/states.ts';

const shuffleOf =
  (seed: number) =>
  (values: readonly number[]): readonly number[] =>
    permuted([...values.keys()], randomStream(seed, 'shuffled changes').integer).map((k) => values[k]!);

test('local changes are found where they are made, at other sizes, potentials and places', () => {
  for (const [side, potential, change, place] of [
    [12, 1, 0.05, [7, 4]],
    [14, 2, 0.02, [6.5, 3]],
    [16, 0.6, 0.1, [11, 4]],
    [18, 3.5, 0.05, [2, 15]],
    [20, 1.2, 0.15, [4.4, 14.1]],
    [22, 1.5, 0.05, [10, 10]],
    [22, 0.8, 0.01, [18, 9]],
    [26, 2.2, 0.05, [6, 21]],
  ] as const) {
    const options = { side, angles: side, potential, change, place: [...place] as [number, number] };
    const { found, metric, shuffled } = foundChange(options, side, shuffleOf(side));
    const away = Math.hypot(found[0] - place[0], found[1] - place[1]);
    const ratio = Math.min(shuffled, metric.uniform) / metric.error;
    console.log(side, potential, change, place.join(), away.toFixed(3), metric.error.toFixed(3), ratio.toFixed(1));
    expect(away).toBeLessThan(0.3);
    expect(ratio).toBeGreaterThan(3);
  }
});

test('changes of states without a lattice are not explained', () => {
  const side = 16;
  const cuts = halfPlaneCuts(side, side, side);
  const pixels = { rows: side, columns: side, step: 1 };
  const asked = (name: string, before: RegionEntropies, after: RegionEntropies, seed: number): void => {
    const lines = linesOfCuts(cuts, before, after);
    const dealt = shuffleOf(seed)(lines.map(({ change }) => change));
    const { error, uniform } = metricFromLines(lines, pixels, { seed });
    const control = metricFromLines(
      lines.map((line, k) => ({ ...line, change: dealt[k]! })),
      pixels,
      { seed },
    );
    const ratio = Math.min(control.error, uniform) / error;
    console.log(name, error.toFixed(3), control.error.toFixed(3), uniform.toFixed(3), ratio.toFixed(1));
    expect(ratio).toBeLessThan(3);
  };
  for (const seed of [31, 32, 33, 34]) {
    const order = permuted(
      Array.from({ length: side * side }, (_, k) => k),
      randomStream(seed, 'sites').integer,
    );
    const moved = (entropies: RegionEntropies): RegionEntropies => ({
      ...entropies,
      entropy: (region) => entropies.entropy(region.map((site) => order[site]!)),
    });
    const [before, after] = [0, seed / 400].map((size) => changedFermions(side, 1.5, size, [5, 9]));
    asked('exchanged sites', moved(before!), moved(after!), seed);
    const random = [seed, seed + 100].map((own) =>
      entropiesOfGaussian(gaussianGroundState(randomHopping(side * side, own)).state),
    );
    asked('random hopping between all', random[0]!, random[1]!, seed);
  }
});
