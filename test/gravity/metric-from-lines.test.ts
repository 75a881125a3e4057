import { describe, expect, test } from 'vitest';
import { entropiesOfGaussian } from '../../src/gaussian/entropies.ts';
import { hopping } from '../../src/gaussian/fermion-models.ts';
import { gaussianGroundState } from '../../src/gaussian/ground-state.ts';
import { halfPlaneCuts, linesOfCuts } from '../../src/gravity/half-plane-cuts.ts';
import { filteredBackProjection, metricFromLines } from '../../src/gravity/metric-from-lines.ts';
import {
  lineLengthChange,
  lineLengths,
  type MetricChange,
  planeCurvatureChange,
} from '../../src/gravity/plane-lines.ts';
import { grid as lattice } from '../../src/operator/lattice.ts';

const WIDTH = 0.2;
const bump = (x: number, y: number): number => Math.exp(-((x - 0.3) ** 2 + (y + 0.1) ** 2) / (2 * WIDTH ** 2));
const conformal: MetricChange = (x, y) => [2 * bump(x, y), 0, 2 * bump(x, y)];
/** ∫ of the bump along a line: the Abel transform of a Gaussian. */
const exact = (angle: number, offset: number): number =>
  Math.sqrt(2 * Math.PI) *
  WIDTH *
  Math.exp(-((offset - 0.3 * Math.cos(angle) + 0.1 * Math.sin(angle)) ** 2) / (2 * WIDTH ** 2));

describe('lengths in pixels', () => {
  test('of the axes, the diagonal, and any line add up to the chord', () => {
    const grid = { rows: 4, columns: 6, step: 0.5 };
    expect(lineLengths(grid, { angle: 0, offset: 0.2 })).toMatchObject({ pixels: [3, 9, 15, 21], total: 2 });
    expect(lineLengths(grid, { angle: Math.PI / 2, offset: -0.9 }).total).toBeCloseTo(3, 12);
    const { pixels, total } = lineLengths({ rows: 3, columns: 3, step: 1 }, { angle: (3 * Math.PI) / 4, offset: 0 });
    expect(pixels).toHaveLength(3);
    expect(total).toBeCloseTo(3 * Math.SQRT2, 12);
    expect(lineLengths(grid, { angle: 1, offset: 5 })).toEqual({ pixels: [], lengths: [], total: 0 });
    // Along a side, half in the pixels on either side; along the rim all in those inside.
    const along = lineLengths(grid, { angle: Math.PI / 2, offset: 0.5 });
    expect([...along.pixels].sort((a, b) => a - b)).toEqual([12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23]);
    for (const length of along.lengths) expect(length).toBeCloseTo(0.25, 12);
    expect(along.total).toBeCloseTo(3, 12);
    const rim = lineLengths(grid, { angle: 0, offset: -1.5 });
    expect(rim).toEqual({ pixels: [0, 6, 12, 18], lengths: [0.5, 0.5, 0.5, 0.5], total: 2 });
    expect(() => lineLengths({ rows: 0, columns: 1, step: 1 }, { angle: 0, offset: 0 })).toThrow('got 0 × 1 of 1');
  });
});

describe('a change of the metric', () => {
  const gauge: MetricChange = (x, y) => {
    const f = Math.exp(-20 * (x * x + y * y)); // ξ = (f, x f)
    return [-80 * x * f, -40 * y * f + f - 40 * x * x * f, -80 * x * y * f];
  };

  test('changes lengths by the integral of φ, a diffeomorphism by nothing', () => {
    for (const [angle, offset] of [
      [0, 0.1],
      [1, -0.2],
      [2.5, 0.4],
    ] as const) {
      expect(lineLengthChange(conformal, { angle, offset }, 3)).toBeCloseTo(exact(angle, offset), 9);
      expect(lineLengthChange(gauge, { angle, offset }, 3)).toBeCloseTo(0, 9);
    }
    expect(lineLengthChange(conformal, { angle: 0, offset: 4 }, 3)).toBe(0);
  });

  test('has the curvature −Δφ, a diffeomorphism none', () => {
    const [x, y] = [0.4, 0.05];
    const square = (x - 0.3) ** 2 + (y + 0.1) ** 2;
    expect(planeCurvatureChange(conformal, x, y)).toBeCloseTo(
      (-bump(x, y) * (square / WIDTH ** 2 - 2)) / WIDTH ** 2,
      3,
    );
    expect(planeCurvatureChange(gauge, x, y)).toBeCloseTo(0, 3);
  });
});

describe('the metric of lines', () => {
  test('is a planted one, on lines left out, too; shuffled changes have none', () => {
    const lines = Array.from({ length: 16 }, (_, k) => (k * Math.PI) / 16).flatMap((angle) =>
      Array.from({ length: 17 }, (__, j) => ({ angle, offset: (j - 8) / 9, change: exact(angle, (j - 8) / 9) })),
    );
    const grid = { rows: 16, columns: 16, step: 2 / 16 };
    const { phi, error, misfit, uniform } = metricFromLines(lines, grid);
    expect(error).toBeLessThan(0.2);
    expect(uniform).toBeGreaterThan(3 * error);
    expect(misfit).toBeLessThan(error);
    const top = phi.indexOf(Math.max(...phi));
    expect([top % 16, Math.floor(top / 16)]).toEqual([10, 7]); // the pixel of (0.3, −0.1)
    expect(phi[top]).toBeCloseTo(1, 0);
    const shuffled = lines.map((line, k) => ({ ...line, change: lines[(101 * k) % lines.length]!.change }));
    expect(metricFromLines(shuffled, grid).error).toBeGreaterThan(0.6);
  });

  test('that is changed in scale alone is told no better than by one number', () => {
    const grid = { rows: 6, columns: 6, step: 1 };
    const lines = Array.from({ length: 8 }, (_, k) => (k * Math.PI) / 8).flatMap((angle) =>
      [-2, -1, 0, 1, 2].map((offset) => {
        return { angle, offset, change: 0.3 * lineLengths(grid, { angle, offset }).total };
      }),
    );
    expect(metricFromLines(lines, grid).uniform).toBeLessThan(1e-7);
    // Of 3, 4, 12 on lines of equal lengths the mean leaves √(1 − 19²/(3·169)).
    const equal = [3, 4, 12].flatMap((change) => Array.from({ length: 3 }, () => ({ angle: 0, offset: 0.5, change })));
    expect(metricFromLines(equal, grid).uniform).toBeCloseTo(Math.sqrt(1 - 361 / 507), 12);
  });

  test('by filtered back-projection has an error that falls with the square of the spacing', () => {
    const errorAt = (offsets: number): number => {
      const spacing = 2.4 / (offsets - 1);
      const values = Array.from({ length: 90 }, (_, k) =>
        Array.from({ length: offsets }, (__, j) => exact((k * Math.PI) / 90, (j - (offsets - 1) / 2) * spacing)),
      );
      const phi = filteredBackProjection({ spacing, values }, { rows: 12, columns: 12, step: 0.1 });
      return Math.max(
        ...Array.from(phi, (value, at) =>
          Math.abs(value - bump(((at % 12) - 5.5) * 0.1, (Math.floor(at / 12) - 5.5) * 0.1)),
        ),
      );
    };
    const [coarse, fine] = [errorAt(31), errorAt(61)];
    expect(coarse / fine).toBeGreaterThan(3);
    expect(fine).toBeLessThan(0.02);
    expect(() => filteredBackProjection({ spacing: 1, values: [[1, 2]] }, { rows: 1, columns: 1, step: 1 })).toThrow(
      'odd',
    );
  });

  test('is refused without lines or changes', () => {
    expect(() => metricFromLines([], { rows: 2, columns: 2, step: 1 })).toThrow('at least eight lines');
    const still = Array.from({ length: 9 }, (_, k) => ({ angle: k, offset: 0, change: 0 }));
    expect(() => metricFromLines(still, { rows: 2, columns: 2, step: 1 })).toThrow('a change of a length');
  });
});

test('straight cuts of a lattice of fermions find where its potential was changed', () => {
  const side = 14;
  const stateOf = (size: number) => {
    const chemicalPotential = Array.from({ length: side * side }, (_, site) => {
      const [x, y] = [site % side, Math.floor(site / side)];
      const near = Math.exp(-((x - 5) ** 2 + (y - 8) ** 2) / 4.5);
      return ((x + y) % 2 ? 1.5 : -1.5) * (1 + size * near);
    });
    return entropiesOfGaussian(gaussianGroundState(hopping(lattice(side, side), { chemicalPotential })).state);
  };
  const cuts = halfPlaneCuts(side, side, 12);
  expect(cuts.find(({ angle, offset }) => angle === 0 && offset === 0)).toMatchObject({ length: side });
  const lines = linesOfCuts(cuts, stateOf(0), stateOf(0.05));
  const { phi } = metricFromLines(lines, { rows: side, columns: side, step: 1 });
  const top = phi.reduce((best, value, at) => (Math.abs(value) > Math.abs(phi[best]!) ? at : best), 0);
  expect([top % side, Math.floor(top / side)]).toEqual([5, 8]);
  expect(phi[top]).toBeLessThan(0); // a deeper potential entangles less
  expect(() => halfPlaneCuts(2, 5, 4)).toThrow('at least 3 × 3 sites');
});
