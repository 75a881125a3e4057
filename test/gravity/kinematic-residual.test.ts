import { describe, expect, test } from 'vitest';
import { DomainError, ShapeError } from '../../src/errors.ts';
import { gaussianEvolution } from '../../src/gaussian/evolution.ts';
import { hopping } from '../../src/gaussian/fermion-models.ts';
import type { GaussianState } from '../../src/gaussian/gaussian-state.ts';
import { gaussianGroundState } from '../../src/gaussian/ground-state.ts';
import { type AreaTable, areasOf, areasOfGaussian } from '../../src/gravity/area-table.ts';
import { kinematicResidual, waveResidual } from '../../src/gravity/kinematic-residual.ts';
import {
  type BulkPoint,
  geodesicLengthChange,
  perturbationCurvature,
  xRayTransform,
} from '../../src/gravity/x-ray-transform.ts';
import { ring } from '../../src/operator/lattice.ts';

const greatest = (values: Iterable<number>): number =>
  [...values].reduce((most, x) => (Number.isNaN(x) ? most : Math.max(most, Math.abs(x))), 0);

describe('the wave equation on the space of intervals', () => {
  test('has the X-ray transform of the curvature as its residual, to second order of the lattice', () => {
    const residualOff = (sites: number): number => {
      const unit = sites / 10;
      const h = ({ x, z }: BulkPoint): number => Math.exp(-((x / unit - 5) ** 2) - (z / unit) ** 2) / unit ** 2;
      const curvature = (point: BulkPoint): number => perturbationCurvature(h, point);
      const change = areasOf(sites, (start, length) =>
        geodesicLengthChange(h, { centre: start + length / 2, halfWidth: length / 2 }),
      );
      const residual = kinematicResidual(change);
      // B of L sites from s on: (u, v) = (s, s + L), and the differences are about its middle with width L + 1 of neighbours
      const [start, length] = [sites / 2 - sites / 8, sites / 4 - 1];
      const centre = start + length / 2;
      const expected = xRayTransform(curvature, { centre, halfWidth: (length + 1) / 2 });
      expect(Math.abs(expected)).toBeGreaterThan(0.1);
      return Math.abs(residual[start * sites + length - 1]! - expected);
    };
    const [coarse, fine] = [residualOff(40), residualOff(80)];
    expect(fine).toBeLessThan(2e-3);
    expect(Math.log2(coarse / fine)).toBeCloseTo(2, 0);
  });

  test('is solved by δL of isometries and reparametrisations, on a line and on a ring', () => {
    const line = areasOf(60, (start, length) => {
      const [f, g] = [(x: number) => Math.sin(x / 9), (x: number) => Math.cos(x / 9) / 9];
      const [u, v] = [start, start + length];
      return (2 * (f(v) - f(u))) / (v - u) - g(u) - g(v);
    });
    const residual = kinematicResidual(line);
    const inside = residual.filter((_, at) => at % 60 >= 10);
    expect(greatest(inside) / greatest(line.values)).toBeLessThan(0.02);
    const k = Math.PI / 60;
    const circle = areasOf(
      60,
      (start, length) => {
        const [f, g] = [(x: number) => Math.sin(4 * k * x), (x: number) => 4 * k * Math.cos(4 * k * x)];
        const [u, v] = [start, start + length];
        return length === 60 ? NaN : (2 * k * (f(v) - f(u))) / Math.tan(k * length) - g(u) - g(v);
      },
      { ring: true },
    );
    const onRing = kinematicResidual(circle).filter((_, at) => at % 60 >= 10 && at % 60 <= 48);
    expect(greatest(onRing) / greatest(circle.values)).toBeLessThan(0.02);
  });
});

describe('the wave equation in time', () => {
  test('is solved by what moves at its speed, to second order of the lattice', () => {
    const at = (time: number): AreaTable =>
      areasOf(60, (start, length) => Math.sin((2 * Math.PI * (start + length / 2 - 2 * time)) / 60), { ring: true });
    const { residual, inSpace } = waveResidual([at(0.5), at(1), at(1.5)], 0.5, 2);
    expect(greatest(residual)).toBeLessThan(1e-12);
    expect(greatest(inSpace)).toBeGreaterThan(0.01);
    const wrong = waveResidual([at(0.5), at(1), at(1.5)], 0.5, 1);
    expect(greatest(wrong.residual)).toBeGreaterThan(0.02);
  });

  test('holds for an energy bump of hopping fermions with v = 2', () => {
    const amplitude = Array.from({ length: 66 }, (_, j) => 1 + 0.01 * Math.exp(-(((j - 32.5) / 10) ** 2)));
    const hamiltonian = hopping(ring(66));
    const bump = gaussianGroundState(hopping(ring(66), { amplitude })).state;
    const areas = (state: GaussianState): AreaTable => areasOfGaussian(state, { ring: true });
    const vacuum = areas(gaussianGroundState(hamiltonian).state);
    const change = (time: number): AreaTable => {
      const table = areas(gaussianEvolution(hamiltonian, bump, time));
      return { ...table, values: table.values.map((value, at) => value - vacuum.values[at]!) };
    };
    const { residual, inSpace } = waveResidual([change(7), change(8), change(9)], 1, 2);
    const middle = (values: Float64Array): number => greatest(values.filter((_, at) => at % 66 >= 15 && at % 66 < 32));
    expect(middle(residual) / middle(inSpace)).toBeLessThan(0.05);
  });

  test('refuses tables of different sizes, and steps that are none', () => {
    const [small, large] = [areasOf(4, () => 0), areasOf(5, () => 0)];
    expect(() => waveResidual([small, large, small], 1, 1)).toThrow(ShapeError);
    expect(() => waveResidual([small, small, small], 0, 1)).toThrow(DomainError);
  });
});
