/** @file Optimised metrics as surfaces of revolution in flat space. */

import { optimiseLayers } from '../../../src/systems/liouville/layered-metric.ts';
import { EPSILON } from './shapes.ts';

/** A profile: height and radius. */
export interface Profile {
  readonly name: string;
  readonly points: readonly (readonly [height: number, radius: number])[];
}

/** Circumference, in units of the coordinate x, of layers around the axis. */
const AROUND = 1;
const CONES = [0.9, 0.75, 0.5];
/** Steps of a cone. */
const STEPS = 120;

/**
 * e^{2φ}(dx² + dz²) with x around an axis has the radius ρ = e^φ·around/2π and the height ∫ √(e^{2φ} − ρ'²) dz, as far as that is real: a
 * half plane becomes Beltrami's pseudosphere, a strip the neck between two of them.
 */
export function surfaces(): { readonly layers: readonly Profile[]; readonly cones: readonly Profile[] } {
  const half = optimiseLayers({ epsilon: EPSILON, depth: 3 }).value;
  const strip = optimiseLayers({ epsilon: EPSILON, beta: 2, layers: 4000 }).value;
  return {
    layers: [
      { name: 'half plane: pseudosphere', points: profileOf(half.depths, half.phi) },
      { name: 'strip: neck', points: mirrored(profileOf(strip.depths, strip.phi)) },
    ],
    cones: CONES.map((a) => ({ name: `a = ${a}`, points: coneProfile(a) })),
  };
}

/** Height from the first depth at which the surface can be embedded. */
function profileOf(depths: Float64Array, phi: Float64Array): Profile['points'] {
  const radius = (k: number): number => (AROUND / (2 * Math.PI)) * Math.exp(phi[k]!);
  const points: (readonly [number, number])[] = [];
  let height = 0;
  for (let k = 1; k < depths.length; k++) {
    const line = ((Math.exp(phi[k]!) + Math.exp(phi[k - 1]!)) / 2) * (depths[k]! - depths[k - 1]!);
    const rise = line ** 2 - (radius(k) - radius(k - 1)) ** 2;
    if (rise < 0) continue;
    height += Math.sqrt(rise);
    points.push([height, radius(k)]);
  }
  return thinned(points);
}

function mirrored(points: Profile['points']): Profile['points'] {
  const deepest = points.at(-1)![0];
  const half = points.map(([height, radius]) => [height - deepest, radius] as const);
  return [...half, ...half.map(([height, radius]) => [-height, radius] as const).reverse()];
}

/** Around a cone of angle 2πa the circle at distance s has radius a sinh s; it can be embedded up to cosh s = 1/a. */
function coneProfile(a: number): Profile['points'] {
  const end = Math.acosh(1 / a);
  let height = 0;
  return Array.from({ length: STEPS + 1 }, (_, k) => {
    const s = (end * k) / STEPS;
    if (k > 0) height += (end / STEPS) * Math.sqrt(Math.max(0, 1 - (a * Math.cosh(s - end / (2 * STEPS))) ** 2));
    return [height, a * Math.sinh(s)] as const;
  });
}

const thinned = (points: Profile['points']): Profile['points'] => {
  const every = Math.max(1, Math.floor(points.length / 200));
  return points.filter((_, k) => k % every === 0 || k === points.length - 1);
};
