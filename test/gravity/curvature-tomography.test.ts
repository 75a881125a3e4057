import { describe, expect, test } from 'vitest';
import { DomainError } from '../../src/errors.ts';
import { hopping } from '../../src/gaussian/fermion-models.ts';
import { gaussianGroundState } from '../../src/gaussian/ground-state.ts';
import { areasOf, areasOfGaussian } from '../../src/gravity/area-table.ts';
import { curvatureTomography, geodesicsOf, type MeasuredGeodesic } from '../../src/gravity/curvature-tomography.ts';
import { defectChange, gravityDefect } from '../../src/gravity/gravity-defect.ts';
import {
  type BulkPoint,
  geodesicLengthChange,
  perturbationCurvature,
  xRayTransform,
} from '../../src/gravity/x-ray-transform.ts';
import { randomStream } from '../../src/linalg/random.ts';
import { ring } from '../../src/operator/lattice.ts';

const SITES = 120;
const geodesics = Array.from({ length: 12 }, (_, row) => 4 + 3 * row).flatMap((halfWidth) =>
  Array.from({ length: 14 }, (_, k) => ({ centre: 20 + 6 * k, halfWidth })),
);
const measured = (field: (point: BulkPoint) => number): readonly MeasuredGeodesic[] =>
  geodesics.map((geodesic) => ({ ...geodesic, integral: xRayTransform(field, geodesic, { circumference: SITES }) }));
const lump =
  (height: number, x0: number, z0: number) =>
  ({ x, z }: BulkPoint): number =>
    height * Math.exp(-(((x - x0) / 14) ** 2) - (Math.log(z / z0) / 0.6) ** 2);
const options = { circumference: SITES, columns: 20, rows: 10 };

describe('curvature tomography', () => {
  const found = curvatureTomography(measured(lump(-0.8, 60, 12)), options);

  test('finds a planted curvature, its sign and its place, and predicts intervals that it has not seen', () => {
    expect(found.error).toBeLessThan(0.05);
    const deepest = found.curvature.indexOf(Math.min(...found.curvature));
    expect(found.places[deepest % 20]).toBeGreaterThan(50);
    expect(found.places[deepest % 20]).toBeLessThan(70);
    expect(found.depths[Math.floor(deepest / 20)]).toBeGreaterThan(8);
    expect(found.depths[Math.floor(deepest / 20)]).toBeLessThan(18);
    expect(found.curvature[deepest]).toBeLessThan(-0.6);
    expect(Math.max(...found.curvature)).toBeLessThan(-found.curvature[deepest]! / 2);
  });

  test('is linear in the data, up to the choice of the prior', () => {
    const twice = curvatureTomography(measured(lump(1.6, 60, 12)), options);
    expect(twice.error).toBeCloseTo(found.error, 5);
    twice.curvature.forEach((value, k) => {
      expect(value).toBeCloseTo(-2 * found.curvature[k]!, 3);
    });
  });

  test('explains neither shuffled nor random numbers, although it may fit them', () => {
    const data = measured(lump(-0.8, 60, 12));
    const stream = randomStream(7, 'null');
    const order = data.map(({ integral }) => ({ integral, key: stream.uniform() })).sort((a, b) => a.key - b.key);
    const shuffled = curvatureTomography(
      data.map((geodesic, k) => ({ ...geodesic, integral: order[k]!.integral })),
      options,
    );
    const noise = curvatureTomography(
      data.map((geodesic) => ({ ...geodesic, integral: stream.normal() })),
      options,
    );
    expect(shuffled.error).toBeGreaterThan(8 * found.error);
    expect(noise.error).toBeGreaterThan(0.9);
    expect(noise.misfit).toBeLessThan(noise.error);
  });

  test('is blind where no geodesic passes', () => {
    const narrow = geodesics.filter(({ centre }) => centre < 60).map((geodesic) => ({ ...geodesic, integral: 1 }));
    const { sensitivity, horizon, places } = curvatureTomography(
      [...narrow, { centre: 150, halfWidth: 4, integral: 1 }],
      { smoothness: [0.1] },
    );
    expect(horizon).toBe(37);
    expect(places).toHaveLength(25);
    expect(Math.min(...sensitivity)).toBe(0);
    expect(Math.max(...sensitivity)).toBeGreaterThan(1);
  });

  test('reads 2δq of a planted metric as the integral of its curvature along the geodesics of the intervals', () => {
    const unit = 16;
    const h = ({ x, z }: BulkPoint): number => 0.001 * Math.exp(-((x / unit - 5) ** 2) - (z / unit) ** 2);
    const areas = (share: number) =>
      areasOf(160, (start, length) => {
        const ends = { centre: start + length / 2, halfWidth: length / 2 };
        return Math.log(length) / 3 + (share / 6) * geodesicLengthChange(h, ends);
      });
    const defect = (share: number) => gravityDefect(areas(share), { centralCharge: 1, shortest: 30, longest: 48 });
    // the ends of the areas are where B begins, half a site before its first site
    const data = geodesicsOf(defectChange(defect(1e-3), defect(0)), { stride: 6, around: { site: 88, within: 12 } });
    expect(data.length).toBeGreaterThan(10);
    for (const { centre, halfWidth, integral } of data) {
      const along = { centre: centre + 0.5, halfWidth };
      const expected = 1e-3 * xRayTransform((point) => perturbationCurvature(h, point), along);
      expect(Math.abs(integral / expected - 1)).toBeLessThan(0.02);
    }
  });

  test('explains the defect of a staggered potential by a curvature, which is negative', () => {
    const [sites, range] = [102, { centralCharge: 1, shortest: 8, longest: 44 } as const];
    const defect = (potential: readonly number[]) =>
      gravityDefect(
        areasOfGaussian(gaussianGroundState(hopping(ring(sites), { chemicalPotential: potential })).state, {
          ring: true,
        }),
        range,
      );
    const bump = Array.from({ length: sites }, (_, j) => 0.02 * (-1) ** j * Math.exp(-(((j - 51) / 12) ** 2)));
    const change = defectChange(defect(bump), defect(bump.map(() => 0)));
    const data = geodesicsOf(change, { stride: 4, around: { site: 51, within: 30 } });
    const { error, curvature } = curvatureTomography(data, { circumference: sites, columns: 15, rows: 9 });
    expect(error).toBeLessThan(0.05);
    expect(-Math.min(...curvature)).toBeGreaterThan(5 * Math.max(...curvature));
  });

  test('refuses too few geodesics, integrals that say nothing, cells and weights that are none', () => {
    const data = measured(lump(1, 60, 12));
    expect(() => curvatureTomography(data.slice(0, 7))).toThrow('at least 8 geodesics required, got 7');
    expect(() => curvatureTomography(data.map((g) => ({ ...g, integral: 0 })))).toThrow(DomainError);
    expect(() => curvatureTomography(data.map((g) => ({ ...g, integral: NaN })))).toThrow(DomainError);
    expect(() => curvatureTomography(data, { columns: 1 })).toThrow(DomainError);
    expect(() => curvatureTomography(data, { columns: 1e5, rows: 1e5 })).toThrow(DomainError);
    expect(() => curvatureTomography(data, { smoothness: [0] })).toThrow(DomainError);
    expect(() => geodesicsOf({ values: new Float64Array(4), spread: 0, most: 0, intervals: 4 }, { stride: 0 })).toThrow(
      DomainError,
    );
  });
});
