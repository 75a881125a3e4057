/** @file The gravity defect and the tomography of curvature at full size: rings of 402 sites of hopping fermions. Prints a table. */

import { expect, test } from 'vitest';
import { gaussianEvolution } from '../../src/gaussian/evolution.ts';
import { hopping } from '../../src/gaussian/fermion-models.ts';
import { type GaussianState, restricted } from '../../src/gaussian/gaussian-state.ts';
import { gaussianGroundState } from '../../src/gaussian/ground-state.ts';
import { gaussianThermal } from '../../src/gaussian/thermal.ts';
import { type AreaTable, areasOfGaussian } from '../../src/gravity/area-table.ts';
import { curvatureTomography, geodesicsOf } from '../../src/gravity/curvature-tomography.ts';
import {
  type DefectChange,
  defectChange,
  type GravityDefect,
  gravityDefect,
} from '../../src/gravity/gravity-defect.ts';
import { waveResidual } from '../../src/gravity/kinematic-residual.ts';
import { xRayTransform } from '../../src/gravity/x-ray-transform.ts';
import { randomStream } from '../../src/linalg/random.ts';
import { ring } from '../../src/operator/lattice.ts';
import { randomGaussian } from '../helpers/random-gaussian.ts';

const N = 402;
const LIMIT = 3.25779;
const RANGE = { centralCharge: 1, shortest: 24, longest: 200 } as const;
const uniform = hopping(ring(N));
const sites = Array.from({ length: N }, (_, j) => j);
const ground = (amplitude: readonly number[], chemicalPotential: number | readonly number[] = 0): GaussianState =>
  gaussianGroundState(hopping(ring(N), { amplitude, chemicalPotential })).state;
const ones = sites.map(() => 1);
const areas = (state: GaussianState): AreaTable => areasOfGaussian(state, { ring: true });
const vacuum = areas(ground(ones));
const ofVacuum = gravityDefect(vacuum, RANGE);
const known = (values: Float64Array): readonly number[] => [...values].filter((x) => !Number.isNaN(x));
const greatest = (values: readonly number[]): number => values.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
const rms = (values: readonly number[]): number => Math.sqrt(values.reduce((sum, x) => sum + x * x, 0) / values.length);
const offLimit = ({ values }: GravityDefect): number => greatest(known(values).map((q) => q - LIMIT));
const line = (name: string, ...numbers: readonly number[]): void =>
  console.log(name, ...numbers.map((x) => x.toPrecision(3)));

test('vacuum and thermal states have q∞', () => {
  const at64 = ofVacuum.lengths.find(({ length }) => length === 64)!;
  line('vacuum, |q − q∞|, L ≥ 24 and L = 64', offLimit(ofVacuum), at64.mean - LIMIT);
  expect(offLimit(ofVacuum)).toBeLessThan(1.15e-3);
  expect(at64.mean - LIMIT).toBeLessThan(2e-4);
  for (const beta of [60, 30]) {
    const hot = gravityDefect(areas(gaussianThermal(uniform, beta)), { ...RANGE, longest: 96, rounding: 1e-9 });
    line(`thermal β = ${beta}, L ≤ 96`, offLimit(hot), hot.intervals);
    expect(offLimit(hot)).toBeLessThan(beta === 60 ? 1.2e-3 : 4e-3);
  }
});

test('an energy bump moves on the orbit, at the speed 2', () => {
  const amplitude = sites.map((j) => 1 + 0.01 * Math.exp(-0.5 * ((j + 0.5 - N / 2) / 20) ** 2));
  const bump = ground(amplitude);
  for (const time of [0, 20, 40]) {
    const at = [time - 1, time, time + 1].map((t) => areas(gaussianEvolution(uniform, bump, t)));
    const change = defectChange(gravityDefect(at[1]!, RANGE), ofVacuum);
    const inside = [...change.values.keys()].filter((k) => !Number.isNaN(change.values[k]!));
    const difference = (table: AreaTable): AreaTable => ({
      ...table,
      values: table.values.map((value, k) => value - vacuum.values[k]!),
    });
    const growth = difference(at[1]!).values;
    const { residual, inSpace } = waveResidual([difference(at[0]!), difference(at[1]!), difference(at[2]!)], 1, 2);
    const of = (values: Float64Array): number => rms(inside.map((k) => values[k]!));
    line(`bump, t = ${time}: δq/6δS, wave`, change.spread! / (6 * of(growth)), of(residual) / of(inSpace));
    expect(change.spread! / (6 * of(growth))).toBeLessThan(5e-3);
    expect(of(residual) / of(inSpace)).toBeLessThan(0.02);
  }
});

test('modulated hopping is on the orbit, staggered potential and gap are not', () => {
  const modulated = areas(ground(sites.map((j) => 1 + 0.3 * Math.sin((4 * Math.PI * (j + 0.5)) / N))));
  const change = defectChange(gravityDefect(modulated, RANGE), ofVacuum);
  const growth = 6 * greatest(known(modulated.values.map((x, k) => x - vacuum.values[k]!)));
  line('hopping 1 + 0.3 sin 4πx/N: 6δS, δq', growth, change.most!);
  expect(change.most).toBeLessThan(3e-5);
  const isometry = ground(sites.map((j) => 1 + 0.3 * Math.sin((2 * Math.PI * (j + 0.5)) / N)));
  const plain = ground(ones).covariance.data;
  const same = greatest([...isometry.covariance.data].map((x, k) => x - plain[k]!));
  line('hopping 1 + 0.3 sin 2πx/N: greatest change of Γ', same);
  expect(same).toBeLessThan(1e-13);
  const gaps = [0.01, 0.05].map((D) => {
    const gapped = gravityDefect(areas(ground(sites.map((j) => 1 + D * (-1) ** j))), RANGE);
    const fall = (gapped.lengths.find(({ length }) => length === 96)?.mean ?? Number.NaN) - LIMIT;
    line(`gapped, hopping 1 ± ${D}: q(96) − q∞`, fall);
    return fall;
  });
  expect(gaps[0]).toBeLessThan(-1);
});

test('random, shuffled and quenched states fail by orders of magnitude', () => {
  const stream = randomStream(1, 'order');
  const order = sites.map((k) => ({ k, key: stream.uniform() })).sort((a, b) => a.key - b.key);
  const staggered = sites.map((j) => (-1) ** j);
  const neel = gaussianGroundState(hopping(ring(N), { amplitude: 0, chemicalPotential: staggered })).state;
  for (const [name, state] of [
    ['Haar Gaussian', randomGaussian('fermion', ones, 1)],
    [
      'shuffled sites',
      restricted(
        ground(ones),
        order.map(({ k }) => k),
      ),
    ],
    ['Néel, t = 20', gaussianEvolution(uniform, neel, 20)],
  ] as const) {
    const defect = gravityDefect(areas(state), RANGE);
    line(`${name}: |q − q∞|, intervals, vanishing`, offLimit(defect), defect.intervals, defect.vanishing);
    expect(offLimit(defect)).toBeGreaterThan(30);
  }
});

test('the curvature of a staggered potential is found, that of nulls is not', () => {
  const staggered = (size: number): DefectChange => {
    const potential = sites.map((j) => size * (-1) ** j * Math.exp(-0.5 * ((j - N / 2) / 20) ** 2));
    return defectChange(gravityDefect(areas(ground(ones, potential)), { ...RANGE, longest: 180 }), ofVacuum);
  };
  const [large, middle, small] = [staggered(0.02), staggered(0.01), staggered(0.005)];
  line('staggered bump: greatest δq for 0.02, 0.01, 0.005', large.most!, middle.most!, small.most!);
  expect(large.spread! / middle.spread!).toBeCloseTo(4, 0);
  expect(middle.spread! / small.spread!).toBeCloseTo(4, 1);
  const data = geodesicsOf(middle, { stride: 10, around: { site: N / 2, within: 110 } });
  const options = { circumference: N };
  const found = curvatureTomography(data, options);
  const planted = curvatureTomography(
    data.map((geodesic) => {
      const field = ({ x, z }: { readonly x: number; readonly z: number }): number =>
        Math.exp(-0.5 * ((x - N / 2) / 30) ** 2 - 0.5 * (Math.log(z / 30) / 0.4) ** 2);
      return { ...geodesic, integral: xRayTransform(field, geodesic, options) };
    }),
    options,
  );
  const stream = randomStream(1, 'nulls');
  const modes = Array.from({ length: 6 }, () => [
    stream.normal(),
    stream.normal(),
    6.28 * stream.uniform(),
    stream.normal(),
  ]);
  const smooth = curvatureTomography(
    data.map((geodesic) => {
      const { centre, halfWidth } = geodesic;
      const wave = ([k, l, phase, size]: readonly number[]): number =>
        size! * Math.cos((k! * centre) / 20 + 3 * l! * Math.log(halfWidth) + phase!);
      return { ...geodesic, integral: modes.reduce((sum, mode) => sum + wave(mode), 0) };
    }),
    options,
  );
  const order = data.map(({ integral }) => ({ integral, key: stream.uniform() })).sort((a, b) => a.key - b.key);
  const shuffled = curvatureTomography(
    data.map((geodesic, k) => ({ ...geodesic, integral: order[k]!.integral })),
    options,
  );
  line(
    'held-out error: staggered bump, planted, smooth random, shuffled',
    found.error,
    planted.error,
    smooth.error,
    shuffled.error,
  );
  expect(data.length).toBeGreaterThan(300);
  expect(found.error).toBeLessThan(0.067);
  expect(planted.error).toBeLessThan(0.03);
  expect(Math.min(smooth.error, shuffled.error)).toBeGreaterThan(0.3);
});
