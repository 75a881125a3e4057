/** @file A planted metric, with a part that no length can see. */

import { filteredBackProjection, metricFromLines } from '../../../src/gravity/metric-from-lines.ts';
import { lineLengthChange, type MetricChange, planeCurvatureChange } from '../../../src/gravity/plane-lines.ts';

/** e^{−r²/2σ²} around (a, b), and ξ of a diffeomorphism around the middle. */
const [A, B, WIDTH, RADIUS] = [0.2, -0.15, 0.18, 2];

const bump = (x: number, y: number): number => Math.exp(-((x - A) ** 2 + (y - B) ** 2) / (2 * WIDTH ** 2));

/** h = 2φ·1 with φ the bump. */
export const conformal: MetricChange = (x, y) => [2 * bump(x, y), 0, 2 * bump(x, y)];

/** ∂_i ξ_j + ∂_j ξ_i for ξ = (e^{−r²/2s²}, x·e^{−r²/2s²}), s = 0.2. */
export const diffeomorphism: MetricChange = (x, y) => {
  const square = 0.2 ** 2;
  const f = Math.exp(-(x * x + y * y) / (2 * square));
  const [fx, fy] = [(-x / square) * f, (-y / square) * f];
  return [2 * fx, fy + f + x * fx, 2 * x * fy];
};

/** ∫ φ ds along a line, in closed form: the Abel transform of a Gaussian. */
const exactIntegral = (angle: number, offset: number): number =>
  Math.sqrt(2 * Math.PI) *
  WIDTH *
  Math.exp(-((offset - A * Math.cos(angle) - B * Math.sin(angle)) ** 2) / (2 * WIDTH ** 2));

/** What is found of the planted metric. */
export interface PlantedMetric {
  /** Greatest |δL| of the diffeomorphism, and greatest difference of δL of both from the closed form. */
  readonly gauge: number;
  readonly abel: number;
  /** |δK + Δφ| of h with its gauge part, at the middle of the bump. */
  readonly curvature: number;
  /** Relative root mean square error of filtered back-projection, by number of offsets. */
  readonly refined: readonly { readonly offsets: number; readonly error: number }[];
  /** The same of least squares, and the error on lines left out; beside that for shuffled changes. */
  readonly squares: { readonly error: number; readonly heldOut: number; readonly shuffled: number };
}

export function plantedMetric(seed: number, shuffle: (values: readonly number[]) => readonly number[]): PlantedMetric {
  const both: MetricChange = (x, y) => {
    const [p, q] = [conformal(x, y), diffeomorphism(x, y)];
    return [p[0] + q[0], p[1] + q[1], p[2] + q[2]];
  };
  const lines = Array.from({ length: 24 }, (_, k) => (k * Math.PI) / 24).flatMap((angle) =>
    Array.from({ length: 25 }, (_, j) => ({ angle, offset: (j - 12) / 13 })),
  );
  const most = (of: (line: (typeof lines)[number]) => number): number =>
    lines.reduce((all, line) => Math.max(all, Math.abs(of(line))), 0);
  const measured = lines.map((line) => ({ ...line, change: lineLengthChange(both, line, RADIUS) }));
  const grid = { rows: 24, columns: 24, step: 2 / 24 };
  const found = metricFromLines(measured, grid, { seed });
  const dealt = shuffle(measured.map(({ change }) => change));
  const control = metricFromLines(
    measured.map((line, k) => ({ ...line, change: dealt[k]! })),
    grid,
    { seed },
  );
  return {
    gauge: most((line) => lineLengthChange(diffeomorphism, line, RADIUS)),
    abel: most((line) => lineLengthChange(both, line, RADIUS) - exactIntegral(line.angle, line.offset)),
    curvature: Math.abs(planeCurvatureChange(both, A, B) - 2 / WIDTH ** 2),
    refined: [17, 33, 65].map((offsets) => ({ offsets, error: backProjected(offsets) })),
    squares: { error: errorOf(found.phi, 24), heldOut: found.error, shuffled: control.error },
  };
}

function backProjected(offsets: number): number {
  const spacing = 2 / (offsets - 1);
  const angles = 96;
  const values = Array.from({ length: angles }, (_, k) =>
    Array.from({ length: offsets }, (__, j) =>
      exactIntegral((k * Math.PI) / angles, (j - (offsets - 1) / 2) * spacing),
    ),
  );
  return errorOf(filteredBackProjection({ spacing, values }, { rows: 48, columns: 48, step: 1.2 / 48 }), 48, 1.2);
}

/** Relative to the planted bump, on a square of the given width. */
function errorOf(phi: Float64Array, n: number, width = 2): number {
  let [difference, size] = [0, 0];
  phi.forEach((value, at) => {
    const x = (((at % n) + 0.5) / n - 0.5) * width;
    const y = ((Math.floor(at / n) + 0.5) / n - 0.5) * width;
    difference += (value - bump(x, y)) ** 2;
    size += bump(x, y) ** 2;
  });
  return Math.sqrt(difference / size);
}
