/** @file Slices of greatest volume: by the conserved energy, as polygons, and against other slices. */

import { randomStream } from '../../../src/linalg/random.ts';
import { discretisedSlice } from '../../../src/systems/anti-de-sitter/discretised-slice.ts';
import { extremalSlice } from '../../../src/systems/anti-de-sitter/extremal-volume.ts';
import type { Options } from './options.ts';

export interface Volumes {
  /** (r_h t, (dV/dt)/πr_h²) of each horizon. */
  readonly curves: readonly { readonly horizon: number; readonly points: readonly (readonly [number, number])[] }[];
  readonly table: readonly VolumeRow[];
  /** (dV/dt)/2r_h³t at r_h t = 10⁻³. */
  readonly early: number;
  /** Rate at which πr_h² − dV/dt falls, in units of r_h. */
  readonly approach: number;
  /** Volume of formation at t = 0 of each horizon. */
  readonly formation: readonly number[];
  /** Derivative of the volume by differences over 2πE, the farthest from 1. */
  readonly derivative: number;
  /** Change of volume by polygons, extrapolated, over that of the quadrature. */
  readonly polygons: readonly PolygonRow[];
  /** Slices (σ, τ) of several times, from the middle to the right boundary. */
  readonly slices: readonly { readonly time: number; readonly points: readonly (readonly [number, number])[] }[];
  /** Greatest volume of a slice between the same ends less that of the extremal one. */
  readonly random: number;
}

export interface VolumeRow {
  readonly horizon: number;
  readonly time: number;
  readonly waist: number;
  readonly rate: number;
  readonly share: number;
  readonly formation: number;
}

export interface PolygonRow {
  readonly time: number;
  readonly exact: number;
  readonly coarse: number;
  readonly fine: number;
  readonly extrapolated: number;
}

const SAMPLES = 40;
const STEP = 2e-3;

export function volumes({ horizons, latest, points, perturbations }: Options, seed: number): Volumes {
  const times = Array.from({ length: SAMPLES + 1 }, (_, k) => (latest * k) / SAMPLES);
  const at = (horizon: number, scaled: number) => extremalSlice(horizon, scaled / horizon);
  const unit = at(1, 16).deficit / at(1, 22).deficit;
  const ratios = horizons.map((horizon) => {
    const t = 1.5 / horizon;
    const D = (h: number): number =>
      (extremalSlice(horizon, t + h).formation - extremalSlice(horizon, t - h).formation) / (2 * h);
    return (4 * D(STEP / 2) - D(STEP)) / 3 / extremalSlice(horizon, t).rate;
  });
  return {
    curves: horizons.map((horizon) => ({
      horizon,
      points: times.map((time) => [time, at(horizon, time).rate / (Math.PI * horizon ** 2)] as const),
    })),
    table: horizons.flatMap((horizon) =>
      [0, 1, 3, latest].map((scaled) => {
        const { time, waist, rate, formation } = at(horizon, scaled);
        return { horizon, time, waist, rate, share: rate / (Math.PI * horizon ** 2), formation };
      }),
    ),
    early: at(1, 1e-3).rate / 2e-3,
    approach: Math.log(unit) / 6,
    formation: horizons.map((horizon) => at(horizon, 0).formation),
    derivative: ratios.reduce((worst, ratio) => (Math.abs(ratio - 1) > Math.abs(worst - 1) ? ratio : worst), 1),
    polygons: [1, 3, 6].map((time) => polygonRow(time, points)),
    slices: [0, 1, 2, 4, 8].map((time) => {
      const { x, tau } = discretisedSlice(1, time, { points: 120 }).value;
      return { time, points: Array.from(x, (value, i) => [Math.atan(value), tau[i]!] as const) };
    }),
    random: randomSlices(perturbations, seed),
  };
}

function polygonRow(time: number, points: number): PolygonRow {
  const grown = (segments: number): number => {
    const formation = (t: number): number => discretisedSlice(1, t, { points: segments }).value.formation;
    return formation(time) - formation(0);
  };
  const [coarse, fine] = [grown(points), grown(2 * points)];
  const exact = extremalSlice(1, time).formation - extremalSlice(1, 0).formation;
  return { time, exact, coarse, fine, extrapolated: (4 * fine - coarse) / 3 };
}

/** The greatest change of volume by smooth random displacements of the slice at r_h t = 2, ends kept. */
function randomSlices(count: number, seed: number): number {
  const { x, tau } = discretisedSlice(1, 2, { points: 100 }).value;
  const stream = randomStream(seed, 'slices');
  const volume = (heights: Float64Array): number => {
    let sum = 0;
    for (let i = 0; i + 1 < x.length; i++) {
      const [width, middle] = [x[i + 1]! - x[i]!, (x[i]! + x[i + 1]!) / 2];
      const slope = ((heights[i + 1]! - heights[i]!) / width) * (1 + middle * middle);
      sum += 4 * Math.PI * width * Math.cos((heights[i]! + heights[i + 1]!) / 2) * Math.sqrt(1 - slope * slope);
    }
    return sum;
  };
  const greatest = volume(tau);
  let most = -Infinity;
  for (let k = 0; k < count; k++) {
    const size = 0.02 * stream.normal();
    const frequency = 0.5 + Math.floor(3 * stream.uniform());
    const moved = tau.map((value, i) => {
      const sigma = (2 * Math.atan(x[i]!)) / Math.PI;
      const end = (2 * Math.atan(x.at(-1)!)) / Math.PI;
      return value + size * Math.cos((Math.PI * frequency * sigma) / end) * (1 - (sigma / end) ** 2) ** 2;
    });
    const changed = volume(moved);
    if (Number.isFinite(changed)) most = Math.max(most, changed - greatest);
  }
  return most;
}
