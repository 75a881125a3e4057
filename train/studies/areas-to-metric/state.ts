/** @file A local change of a state, sought by the entropies of straight cuts. */

import { DomainError } from '../../../src/errors.ts';
import { entropiesOfGaussian } from '../../../src/gaussian/entropies.ts';
import { hopping } from '../../../src/gaussian/fermion-models.ts';
import { gaussianGroundState } from '../../../src/gaussian/ground-state.ts';
import { halfPlaneCuts, linesOfCuts } from '../../../src/gravity/half-plane-cuts.ts';
import { type MeasuredLine, type MetricFromLines, metricFromLines } from '../../../src/gravity/metric-from-lines.ts';
import { grid } from '../../../src/operator/lattice.ts';
import type { RegionEntropies } from '../../../src/state/region-entropies.ts';
import type { Options } from './options.ts';

/** The change found, and where it was made. */
export interface FoundChange {
  readonly lines: readonly MeasuredLine[];
  readonly metric: MetricFromLines;
  /** Planted and found place, column and row. */
  readonly planted: readonly [number, number];
  readonly found: readonly [number, number];
  readonly peak: number;
  /** Root mean square of φ further than seven sites from the peak, over the peak. */
  readonly background: number;
  /** Error on cuts left out for changes of the entropies in random order. */
  readonly shuffled: number;
}

/** Width of the change, in sites. */
const WIDTH = 1.5;

/** Entropies of fermions on a square lattice, half filled, whose staggered potential is greater by `change` around a place. */
export function changedFermions(
  side: number,
  potential: number,
  change: number,
  [column, row]: readonly [number, number],
): RegionEntropies {
  const chemicalPotential = Array.from({ length: side * side }, (_, site) => {
    const [x, y] = [site % side, Math.floor(site / side)];
    const near = Math.exp(-((x - column) ** 2 + (y - row) ** 2) / (2 * WIDTH ** 2));
    return ((x + y) % 2 === 1 ? potential : -potential) * (1 + change * near);
  });
  return entropiesOfGaussian(gaussianGroundState(hopping(grid(side, side), { chemicalPotential })).state);
}

export function foundChange(
  { side, angles, potential, change, place }: Options,
  seed: number,
  shuffle: (values: readonly number[]) => readonly number[],
): FoundChange {
  const planted = place ?? ([Math.round((7 / 24) * side), Math.round((14 / 24) * side)] as const);
  if (planted.some((coordinate) => coordinate > side - 1)) {
    throw new DomainError(`place: a column and a row of at most ${side - 1} required, got (${planted.join(', ')})`);
  }
  const lines = linesOfCuts(
    halfPlaneCuts(side, side, angles),
    changedFermions(side, potential, 0, planted),
    changedFermions(side, potential, change, planted),
  );
  const pixels = { rows: side, columns: side, step: 1 };
  const metric = metricFromLines(lines, pixels, { seed });
  const dealt = shuffle(lines.map((line) => line.change));
  const control = metricFromLines(
    lines.map((line, k) => ({ ...line, change: dealt[k]! })),
    pixels,
    { seed },
  );
  return { lines, metric, planted, ...peakOf(metric.phi, side), shuffled: control.error };
}

/** The place of the greatest |φ|, by the centre of what is within four sites, and the rest. */
function peakOf(phi: Float64Array, side: number): Pick<FoundChange, 'found' | 'peak' | 'background'> {
  const top = phi.reduce((best, value, at) => (Math.abs(value) > Math.abs(phi[best]!) ? at : best), 0);
  const [x0, y0] = [top % side, Math.floor(top / side)];
  let [mass, x, y, far, square] = [0, 0, 0, 0, 0];
  phi.forEach((value, at) => {
    const [dx, dy] = [(at % side) - x0, Math.floor(at / side) - y0];
    const weight = value / phi[top]!;
    if (dx * dx + dy * dy <= 16 && weight > 0) {
      mass += weight;
      x += weight * dx;
      y += weight * dy;
    }
    if (dx * dx + dy * dy <= 49) return;
    far++;
    square += weight * weight;
  });
  return { found: [x0 + x / mass, y0 + y / mass], peak: phi[top]!, background: Math.sqrt(square / Math.max(1, far)) };
}
