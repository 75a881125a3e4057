/** @file Sources of an excited state: points around which the metric is a cone, and what they weigh. */

import { DomainError } from '../../errors.ts';
import { gaussLegendre } from '../../linalg/gauss-legendre.ts';
import type { PlanarPoint } from './planar-domain.ts';
import type { PlanarMesh } from './planar-mesh.ts';

/** A point w₀ where φ = −(1 − a) log|w − w₀| + regular: a cone of angle 2πa in the metric. */
export interface ConicalSource {
  readonly at: PlanarPoint;
  /** a > 0; 1 is no source. */
  readonly a: number;
}

/** Cones of an operator of weights h = h̄. */
export interface ConeOfOperator {
  /** a = 1 − 12h/c, of the optimised path integral with e^{2hφ} at the operator. */
  readonly pathIntegral: number;
  /** a = √(1 − 24h/c), of a particle in gravity (and of the energy of the state). */
  readonly gravity: number;
  /** 12h/c, which 1 − a is for both as h/c → 0: the first law. */
  readonly firstLaw: number;
}

/**
 * The cones of a primary operator of weights (h, h). The optimisation agrees with gravity to first order in h/c only:
 * 1 − 12h/c against √(1 − 24h/c) = 1 − 12h/c − 72h²/c² − ….
 *
 * @throws {DomainError} unless c > 0 and 0 ≤ h < c/24, beyond which gravity has a black hole instead
 *
 * @see Caputa, Kundu, Miyaji, Takayanagi & Watanabe, arXiv:1706.07056
 */
export function coneOfOperator(h: number, centralCharge: number): ConeOfOperator {
  const ratio = h / centralCharge;
  if (!(centralCharge > 0 && ratio >= 0 && ratio < 1 / 24)) {
    throw new DomainError(`coneOfOperator: 0 ≤ h < c/24 and c > 0 required, got h = ${h}, c = ${centralCharge}`);
  }
  return { pathIntegral: 1 - 12 * ratio, gravity: Math.sqrt(1 - 24 * ratio), firstLaw: 12 * ratio };
}

/** Triangles within this many of their sizes of a source are integrated from it. */
const NEAR = 4;
const [NODES, WEIGHTS] = gaussLegendre(8).map((values, k) => values.map((x) => (k === 0 ? (1 + x) / 2 : x / 2))) as [
  Float64Array,
  Float64Array,
];

/** (1 − a) log|w − w₀| summed over the sources: what φ lacks of its regular part. */
export function sourceLogarithm(sources: readonly ConicalSource[], x: number, y: number): number {
  return sources.reduce((sum, { at, a }) => sum + (1 - a) * Math.log(Math.hypot(x - at[0], y - at[1])), 0);
}

/**
 * ∫ λ_i Π_j |w − w_j|^{−2(1−a_j)} d²w for each node i, with λ_i its linear element: the areas of nodes, weighted by the singular part
 * of e^{2φ}. Near a source a triangle is the signed sum of three with their apex at it, on which t^{2a−1} dt is integrated exactly.
 *
 * @returns shape (N,); the plain areas without sources
 */
export function weightedAreas(
  { points, triangles, areas }: PlanarMesh,
  sources: readonly ConicalSource[],
): Float64Array {
  if (sources.length === 0) return areas;
  const weight = (x: number, y: number): number => Math.exp(-2 * sourceLogarithm(sources, x, y));
  const sums = new Float64Array(areas.length);
  for (let t = 0; t < triangles.length; t += 3) {
    const nodes = [triangles[t]!, triangles[t + 1]!, triangles[t + 2]!] as const;
    const corners = nodes.map((i) => [points[2 * i]!, points[2 * i + 1]!] as const) as unknown as Triangle;
    const near = nearest(corners, sources);
    const parts = near === undefined ? farIntegral(corners, weight) : nearIntegral(corners, near, sources);
    for (let k = 0; k < 3; k++) sums[nodes[k]!] = sums[nodes[k]!]! + parts[k]!;
  }
  return sums;
}

type Triangle = readonly [PlanarPoint, PlanarPoint, PlanarPoint];

/** The source within a few sizes of a triangle; of several the nearest. */
function nearest([a, b, c]: Triangle, sources: readonly ConicalSource[]): ConicalSource | undefined {
  const size = Math.max(Math.hypot(b[0] - a[0], b[1] - a[1]), Math.hypot(c[0] - a[0], c[1] - a[1]));
  const distance = ({ at }: ConicalSource): number =>
    Math.hypot(at[0] - (a[0] + b[0] + c[0]) / 3, at[1] - (a[1] + b[1] + c[1]) / 3);
  return sources.filter((source) => distance(source) < NEAR * size).sort((p, q) => distance(p) - distance(q))[0];
}

const doubleArea = (a: PlanarPoint, b: PlanarPoint, c: PlanarPoint): number =>
  (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);

/** ∫ λ_k W by the middles of the edges, exact for W linear. */
function farIntegral([a, b, c]: Triangle, weight: (x: number, y: number) => number): readonly number[] {
  const middle = (p: PlanarPoint, q: PlanarPoint): number => weight((p[0] + q[0]) / 2, (p[1] + q[1]) / 2);
  const [ab, bc, ca] = [middle(a, b), middle(b, c), middle(c, a)];
  const share = doubleArea(a, b, c) / 12;
  return [share * (ab + ca), share * (ab + bc), share * (bc + ca)];
}

/** ∫ λ_k W over the triangle, in polar form from the source: w = w₀ + t(p − w₀), d²w = t dt × (twice the area) ds. */
function nearIntegral(corners: Triangle, source: ConicalSource, sources: readonly ConicalSource[]): readonly number[] {
  const { at, a } = source;
  const others = sources.filter((other) => other !== source);
  const whole = doubleArea(...corners);
  const sums = [0, 0, 0];
  for (let side = 0; side < 3; side++) {
    const [p, q] = [corners[side]!, corners[(side + 1) % 3]!];
    const area = doubleArea(at, p, q);
    if (Math.abs(area) < 1e-14 * Math.abs(whole)) continue;
    NODES.forEach((s, i) => {
      const [dx, dy] = [p[0] + s * (q[0] - p[0]) - at[0], p[1] + s * (q[1] - p[1]) - at[1]];
      const rim = (Math.hypot(dx, dy) ** (-2 * (1 - a)) * area * WEIGHTS[i]!) / (2 * a);
      NODES.forEach((u, j) => {
        const t = u ** (1 / (2 * a)); // t^{2a−1} dt = du/2a
        const w = [at[0] + t * dx, at[1] + t * dy] as const;
        const value = rim * WEIGHTS[j]! * Math.exp(-2 * sourceLogarithm(others, w[0], w[1]));
        for (let k = 0; k < 3; k++) {
          sums[k] = sums[k]! + (value * doubleArea(w, corners[(k + 1) % 3]!, corners[(k + 2) % 3]!)) / whole;
        }
      });
    });
  }
  return sums;
}

/** ∫ λ_i ∂_n (1 − a) log|w − w₀| ds: half of the angles that the edges at each node of the boundary subtend at the sources. */
export function sourceFlux(mesh: PlanarMesh, sources: readonly ConicalSource[]): Float64Array {
  const flux = new Float64Array(mesh.areas.length);
  for (const { at, a } of sources) {
    for (const [from, to, angle] of anglesFrom(at, mesh)) {
      flux[from] = flux[from]! + ((1 - a) * angle) / 2;
      flux[to] = flux[to]! + ((1 - a) * angle) / 2;
    }
  }
  return flux;
}

/** The angle that each edge of the boundary subtends at a point, with its nodes. */
function anglesFrom(
  [x, y]: PlanarPoint,
  { points, triangles, triangleEdges, edgeSides }: PlanarMesh,
): readonly (readonly [from: number, to: number, angle: number])[] {
  const angles: (readonly [number, number, number])[] = [];
  for (let t = 0; t < triangles.length; t++) {
    if (edgeSides[triangleEdges[t]!]! < 0) continue;
    const [from, to] = [triangles[t]!, triangles[t % 3 === 2 ? t - 2 : t + 1]!];
    const [ux, uy] = [points[2 * from]! - x, points[2 * from + 1]! - y];
    const [vx, vy] = [points[2 * to]! - x, points[2 * to + 1]! - y];
    angles.push([from, to, Math.atan2(ux * vy - uy * vx, ux * vx + uy * vy)]);
  }
  return angles;
}

/** @throws {DomainError} a source that is not inside of the domain: the boundary does not go around it */
export function checkInside(sources: readonly ConicalSource[], mesh: PlanarMesh): void {
  for (const { at } of sources) {
    const around = anglesFrom(at, mesh).reduce((sum, [, , angle]) => sum + angle, 0);
    if (Math.abs(around - 2 * Math.PI) > 1e-6) {
      throw new DomainError(`optimiseMetric: sources inside of the domain required, got one at (${at})`);
    }
  }
}

/** @throws {DomainError} a source without a finite place and a > 0, or two at one place */
export function checkSources(sources: readonly ConicalSource[]): void {
  sources.forEach(({ at, a }, k) => {
    if (!(at.every(Number.isFinite) && a > 0 && a < Infinity)) {
      throw new DomainError(`optimiseMetric: sources with a place and a > 0 required, got a = ${a} at (${at})`);
    }
    if (sources.slice(0, k).some((other) => other.at[0] === at[0] && other.at[1] === at[1])) {
      throw new DomainError(`optimiseMetric: sources at different places required, got two at (${at})`);
    }
  });
}
