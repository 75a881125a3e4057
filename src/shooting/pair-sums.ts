/**
 * @file The sums over pairs of points behind `landmarkSpace`: where a search spends its time. Coordinates that a space lacks are 0. Plain
 * constants, for destructuring costs as much as the sums.
 */

import type { Kernel } from './kernels.ts';
import type { PhasePoint } from './shooting-space.ts';

/** Points of d coordinates, one after the other; the first are leaders, and pairs of two followers do not count. */
export interface PointList {
  readonly d: 1 | 2 | 3;
  /** Numbers in q, and those of leaders. */
  readonly dimension: number;
  readonly leading: number;
}

/** The motion of the points, with ½ Σ_ij K_ij p_i·p_j. */
export interface PairFlow extends PhasePoint {
  readonly energy: number;
}

/** q_i′ = Σ_j K_ij p_j, p_i′ = −Σ_j 2K′_ij (p_i·p_j)(x_i − x_j), with K′ = dK/d(r²). */
export function pairFlow(kernel: Kernel, { d, dimension, leading }: PointList, { q, p }: PhasePoint): PairFlow {
  const [velocity, force] = [new Float64Array(dimension), new Float64Array(dimension)];
  const profile = new Float64Array(3);
  const { profile: evaluate } = kernel;
  evaluate(0, profile);
  const self = profile[0]!;
  const [planar, spatial] = [d > 1, d > 2];
  let energy = 0;
  for (let i = 0; i < leading; i += d) {
    const x = q[i]!;
    const y = planar ? q[i + 1]! : 0;
    const z = spatial ? q[i + 2]! : 0;
    const px = p[i]!;
    const py = planar ? p[i + 1]! : 0;
    const pz = spatial ? p[i + 2]! : 0;
    energy += 0.5 * self * (px * px + py * py + pz * pz);
    let vx = self * px;
    let vy = self * py;
    let vz = self * pz;
    let fx = 0;
    let fy = 0;
    let fz = 0;
    for (let j = i + d; j < dimension; j += d) {
      const dx = x - q[j]!;
      const dy = planar ? y - q[j + 1]! : 0;
      const dz = spatial ? z - q[j + 2]! : 0;
      const ox = p[j]!;
      const oy = planar ? p[j + 1]! : 0;
      const oz = spatial ? p[j + 2]! : 0;
      evaluate(dx * dx + dy * dy + dz * dz, profile);
      const K = profile[0]!;
      velocity[j] = velocity[j]! + K * px;
      if (planar) velocity[j + 1] = velocity[j + 1]! + K * py;
      if (spatial) velocity[j + 2] = velocity[j + 2]! + K * pz;
      if (ox === 0 && oy === 0 && oz === 0) continue; // a follower
      const inner = px * ox + py * oy + pz * oz;
      energy += K * inner;
      vx += K * ox;
      vy += K * oy;
      vz += K * oz;
      const pull = 2 * profile[1]! * inner;
      fx -= pull * dx;
      fy -= pull * dy;
      fz -= pull * dz;
      force[j] = force[j]! + pull * dx;
      if (planar) force[j + 1] = force[j + 1]! + pull * dy;
      if (spatial) force[j + 2] = force[j + 2]! + pull * dz;
    }
    add(velocity, i, d, vx, vy, vz);
    add(force, i, d, fx, fy, fz);
  }
  return { energy, q: velocity, p: force };
}

/** The derivative of `pairFlow` along (δq, δp). */
export function pairVariation(
  kernel: Kernel,
  { d, dimension, leading }: PointList,
  { q, p }: PhasePoint,
  { q: dq, p: dp }: PhasePoint,
): PhasePoint {
  const [velocity, force] = [new Float64Array(dimension), new Float64Array(dimension)];
  const profile = new Float64Array(3);
  const { profile: evaluate } = kernel;
  evaluate(0, profile);
  const self = profile[0]!;
  const [planar, spatial] = [d > 1, d > 2];
  for (let i = 0; i < leading; i += d) {
    const [x, y, z] = [q[i]!, planar ? q[i + 1]! : 0, spatial ? q[i + 2]! : 0];
    const [px, py, pz] = [p[i]!, planar ? p[i + 1]! : 0, spatial ? p[i + 2]! : 0];
    const [mx, my, mz] = [dq[i]!, planar ? dq[i + 1]! : 0, spatial ? dq[i + 2]! : 0];
    const [cx, cy, cz] = [dp[i]!, planar ? dp[i + 1]! : 0, spatial ? dp[i + 2]! : 0];
    let [vx, vy, vz] = [self * cx, self * cy, self * cz];
    let [fx, fy, fz] = [0, 0, 0];
    for (let j = i + d; j < dimension; j += d) {
      const dx = x - q[j]!;
      const dy = planar ? y - q[j + 1]! : 0;
      const dz = spatial ? z - q[j + 2]! : 0;
      const ex = mx - dq[j]!;
      const ey = planar ? my - dq[j + 1]! : 0;
      const ez = spatial ? mz - dq[j + 2]! : 0;
      const ox = p[j]!;
      const oy = planar ? p[j + 1]! : 0;
      const oz = spatial ? p[j + 2]! : 0;
      const nx = dp[j]!;
      const ny = planar ? dp[j + 1]! : 0;
      const nz = spatial ? dp[j + 2]! : 0;
      evaluate(dx * dx + dy * dy + dz * dz, profile);
      const ds = 2 * (dx * ex + dy * ey + dz * ez);
      const K = profile[0]!;
      const dK = profile[1]! * ds;
      const inner = px * ox + py * oy + pz * oz;
      const change = cx * ox + cy * oy + cz * oz + px * nx + py * ny + pz * nz;
      const pull = 2 * profile[1]! * inner;
      const turn = 2 * (profile[2]! * ds * inner + profile[1]! * change);
      const gx = turn * dx + pull * ex;
      const gy = turn * dy + pull * ey;
      const gz = turn * dz + pull * ez;
      vx += dK * ox + K * nx;
      vy += dK * oy + K * ny;
      vz += dK * oz + K * nz;
      fx -= gx;
      fy -= gy;
      fz -= gz;
      velocity[j] = velocity[j]! + dK * px + K * cx;
      force[j] = force[j]! + gx;
      if (planar) {
        velocity[j + 1] = velocity[j + 1]! + dK * py + K * cy;
        force[j + 1] = force[j + 1]! + gy;
      }
      if (spatial) {
        velocity[j + 2] = velocity[j + 2]! + dK * pz + K * cz;
        force[j + 2] = force[j + 2]! + gz;
      }
    }
    add(velocity, i, d, vx, vy, vz);
    add(force, i, d, fx, fy, fz);
  }
  return { q: velocity, p: force };
}

function add(to: Float64Array, at: number, d: number, x: number, y: number, z: number): void {
  to[at] = to[at]! + x;
  if (d > 1) to[at + 1] = to[at + 1]! + y;
  if (d > 2) to[at + 2] = to[at + 2]! + z;
}
