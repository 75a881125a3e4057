/** @file Momenta in coordinates in which their energy is half a square. */

import { dot } from '../linalg/real-vector.ts';
import { symmetricEigen } from '../linalg/symmetric-eigen.ts';
import type { MomentumFrame, ShootingSpace } from './shooting-space.ts';

/** Coordinates u of momenta at a point: H(q, p(u)) = ½|u|² where no direction is idle. */
export interface EnergyCoordinates {
  readonly size: number;
  readonly momentumOf: (u: Float64Array) => Float64Array;
  /** The inverse, on the momenta that are resolved. */
  readonly coordinatesOf: (p: Float64Array) => Float64Array;
  /** The transpose: the gradient by u of a function of p whose gradient by p is given. */
  readonly gradientOf: (gradient: Float64Array) => Float64Array;
}

/**
 * p = F V Λ^{−½} u, where ∂H/∂p = G p at the point and FᵀGF = VΛVᵀ on the momenta allowed. In these coordinates the derivative of the
 * end is near √G instead of G, whose condition is that of the kernel: 10⁸ for twenty landmarks closer than its width.
 *
 * @param resolved - directions that move the point less than by this share of the greatest, as a square, are left out
 * @param idle - whether directions that cost nothing are kept, too: where controls are few, a momentum may have no part in the velocity yet
 *   and come to have it later
 *
 * Cost: a flow for each momentum allowed, and 9 size³.
 */
export function energyCoordinates(
  space: ShootingSpace,
  q: Float64Array,
  resolved: number,
  idle = false,
): EnergyCoordinates {
  const frame = space.momenta?.(q) ?? wholeFrame(space.dimension);
  const { size } = frame;
  const metric = new Float64Array(size * size);
  for (let k = 0; k < size; k++) {
    const unit = new Float64Array(size);
    unit[k] = 1;
    metric.set(frame.coordinatesOf(space.flow({ q, p: frame.vectorOf(unit) }).q), k * size);
  }
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < i; j++) {
      metric[i * size + j] = metric[j * size + i] = (metric[i * size + j]! + metric[j * size + i]!) / 2;
    }
  }
  const { values, vectors } = symmetricEigen({ rows: size, cols: size, data: metric });
  const greatest = values.at(-1)!;
  const costs = values.map((value) => (value > resolved * greatest ? value : idle ? greatest : 0));
  const kept = Array.from(costs.keys()).filter((k) => costs[k]! > 0);
  const rows = kept.map((k) => {
    const scale = 1 / Math.sqrt(costs[k]!);
    return vectors.data.subarray(k * size, (k + 1) * size).map((x) => scale * x);
  });
  return {
    size: kept.length,
    momentumOf: (u) => {
      const sum = new Float64Array(size);
      rows.forEach((row, k) => {
        for (let i = 0; i < size; i++) sum[i] = sum[i]! + u[k]! * row[i]!;
      });
      return frame.vectorOf(sum);
    },
    coordinatesOf: (p) => {
      const coordinates = frame.coordinatesOf(p);
      return Float64Array.from(kept, (k, at) => costs[k]! * dot(rows[at]!, coordinates));
    },
    gradientOf: (gradient) => {
      const coordinates = frame.coordinatesOf(gradient);
      return Float64Array.from(rows, (row) => dot(row, coordinates));
    },
  };
}

const wholeFrame = (size: number): MomentumFrame => ({
  size,
  vectorOf: (coordinates) => coordinates,
  coordinatesOf: (vector) => vector,
});
