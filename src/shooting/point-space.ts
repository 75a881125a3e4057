/**
 * @file Points that are moved by a field v = Σ_i K(·, x_i) p_i of the momenta of some of them, the leaders; the others follow. A field of
 * this form is the cheapest of those with the same velocities at the leaders: its cost ‖v‖²_K is Σ_ij K(x_i, x_j) p_i·p_j.
 */

import { ShapeError } from '../errors.ts';
import type { Kernel } from './kernels.ts';
import { pairFlow, pairVariation } from './pair-sums.ts';
import type { MomentumFrame, PhasePoint, ScalePower, ShootingSpace } from './shooting-space.ts';
import { meanWave } from './wave-mean.ts';

/** Points of the line, the plane or space. */
export type Dimension = 1 | 2 | 3;

/**
 * Landmarks: points x_i with momenta p_i, one after the other in q and p, and
 *
 *     H = ½ Σ_ij K(x_i, x_j) p_i·p_j,      J = Σ_i p_i δ(x − x_i).
 *
 * Invariants: the total momentum, and the total angular momentum where there is one. Cost of a flow O(landmarks²).
 *
 * @param landmarks - their number
 * @throws {ShapeError} no landmark
 * @see Joshi & Miller, IEEE Trans. Image Process. 9, 1357 (2000)
 */
export function landmarkSpace(kernel: Kernel, landmarks: number, dimension: Dimension = 2): ShootingSpace {
  checkCount('landmarkSpace', landmarks);
  return pointSpace(kernel, dimension, landmarks, 0);
}

/**
 * Control points with momenta, and pixels that follow them without: x = (control points, pixels). To pull a picture back let the pixels
 * begin on the grid of the target: they end where the picture at the start is to be read (`imageMismatch`).
 *
 * Cost of a flow O(points · (points + pixels)).
 *
 * @param points - number of control points
 * @param pixels - number of followers
 * @throws {ShapeError} no control point, or a number of pixels that is none
 * @see Durrleman et al., NeuroImage 101, 35 (2014), for control points
 */
export function controlPointSpace(
  points: number,
  pixels: number,
  kernel: Kernel,
  dimension: Dimension = 2,
): ShootingSpace {
  checkCount('controlPointSpace', points);
  if (!(Number.isInteger(pixels) && pixels >= 0)) {
    throw new ShapeError(`controlPointSpace: a number of pixels required, got ${pixels}`);
  }
  return pointSpace(kernel, dimension, points, pixels);
}

function checkCount(name: string, count: number): void {
  if (!(Number.isInteger(count) && count >= 1))
    throw new ShapeError(`${name}: at least one point required, got ${count}`);
}

function pointSpace(kernel: Kernel, d: Dimension, leaders: number, followers: number): ShootingSpace {
  const count = leaders + followers;
  const dimension = d * count;
  const list = { d, dimension, leading: d * leaders };
  const profile = new Float64Array(3);

  const carry: ShootingSpace['carry'] = ({ q, p }, dq) => {
    const moved = new Float64Array(dimension);
    for (let i = 0; i < d * leaders; i += d) {
      for (let j = 0; j < dimension; j += d) {
        let [s, ds] = [0, 0];
        for (let a = 0; a < d; a++) {
          const apart = q[j + a]! - q[i + a]!;
          s += apart * apart;
          ds += 2 * apart * dq[j + a]!;
        }
        if (ds === 0) continue;
        kernel.profile(s, profile);
        for (let a = 0; a < d; a++) moved[j + a]! += profile[1]! * ds * p[i + a]!;
      }
    }
    return moved;
  };

  /** Σ_ij p_i·p_j Λ(k|x_i − x_j|)/2 for every wave of the kernel. */
  const scales = ({ q, p }: PhasePoint): readonly ScalePower[] => {
    const waves = kernel.spectrum(d);
    const power = new Float64Array(waves.length);
    for (let i = 0; i < d * leaders; i += d) {
      for (let j = i; j < d * leaders; j += d) {
        let [s, inner] = [0, 0];
        for (let a = 0; a < d; a++) {
          s += (q[i + a]! - q[j + a]!) ** 2;
          inner += p[i + a]! * p[j + a]!;
        }
        const share = (i === j ? 0.5 : 1) * inner;
        const r = Math.sqrt(s);
        waves.forEach(({ waveNumber, weight }, k) => {
          power[k]! += weight * share * meanWave(d, waveNumber * r);
        });
      }
    }
    return waves.map(({ waveNumber }, k) => ({ scale: waveNumber, power: power[k]! }));
  };

  return {
    dimension,
    flow: (point) => pairFlow(kernel, list, point),
    variation: (point, change) => pairVariation(kernel, list, point, change),
    carry,
    scales,
    invariants: (point) => momenta(point, d),
    pointDimension: d,
    ...(followers > 0 && { momenta: () => leading(d * leaders, dimension) }),
  };
}

/** The first numbers of a vector, where the others are 0. */
const leading = (size: number, dimension: number): MomentumFrame => ({
  size,
  vectorOf: (coordinates) => {
    const vector = new Float64Array(dimension);
    vector.set(coordinates);
    return vector;
  },
  coordinatesOf: (vector) => vector.slice(0, size),
});

const AXES = ['x', 'y', 'z'] as const;

/** Σ p and Σ x ∧ p. */
function momenta({ q, p }: PhasePoint, d: Dimension): Readonly<Record<string, number>> {
  const names = AXES.slice(0, d);
  const sum = (term: (at: number) => number): number => {
    let total = 0;
    for (let at = 0; at < p.length; at += d) total += term(at);
    return total;
  };
  const linear = names.map((name, a) => [`momentum ${name}`, sum((at) => p[at + a]!)] as const);
  const planes = names.flatMap((first, a) =>
    names.slice(a + 1).map((second, b) => {
      const c = a + 1 + b;
      const value = sum((at) => q[at + a]! * p[at + c]! - q[at + c]! * p[at + a]!);
      return [`angular momentum ${first}${second}`, value] as const;
    }),
  );
  return Object.fromEntries([...linear, ...planes]);
}
