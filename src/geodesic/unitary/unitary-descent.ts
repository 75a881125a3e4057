/** @file From a geodesic with conjugate points down to one without: along the direction in which its energy falls. */

import { bracketMatrix } from '../../complexity/adjoint-representation.ts';
import { type RightInvariantMetric, velocityOf } from '../../complexity/right-invariant-metric.ts';
import { multiply } from '../../linalg/matrix.ts';
import { dot, length } from '../../linalg/real-vector.ts';
import { coordinatesOf, indexOfWord, matrixOf } from '../../operator/pauli-coordinates.ts';
import type { PathProblem } from '../../path/state-path.ts';
import type { UnitaryFlow } from './exponential-map.ts';
import { type ConjugatePoints, jacobiFields } from './jacobi-fields.ts';
import { polishedShot, type ShootingOptions, type Shot } from './shooting.ts';
import { fittedMomentum, reachingPath, sampledPath } from './unitary-path.ts';

/** Sizes of the first step, relative to the path, tried in turn in both directions. */
const SHARES = [0.2, -0.2, 0.5, -0.5];

/**
 * A shorter geodesic to the same end, found from one with a conjugate point at t₁ < 1. The Jacobi field that vanishes at
 * t₁, cut off there, varies the path at no cost to second order, with a corner; without the corner it is shorter. So the
 * slices are displaced by that variation of the velocity,
 *
 *     δH(t) = G⁻¹Ad_U(t)(1 + C J(t)) δL(0)  for t < t₁,  0 after,
 *
 * made shortest again by the direct method, and polished.
 *
 * @returns `undefined` if no displacement led to a shorter geodesic
 */
export function shorterShot(
  metric: RightInvariantMetric,
  problem: PathProblem,
  { flow, momentum }: Shot,
  { first, field }: ConjugatePoints,
  target: Parameters<typeof polishedShot>[1],
  options: ShootingOptions,
): Shot | undefined {
  if (first === undefined || field === undefined) return undefined;
  const x = sampledPath(problem, flow);
  const variation = brokenVariation(metric, problem, flow, momentum, first, field);
  const scale = length(x) / length(variation);
  for (const share of SHARES) {
    const displaced = x.map((value, k) => value + share * scale * variation[k]!);
    const path = reachingPath(problem, displaced, 300);
    const shot = polishedShot(metric, target, fittedMomentum(metric, problem, path.x), options);
    if (shot.residual <= 10 * options.tolerance && shot.flow.speed < flow.speed - 1e-9) return shot;
  }
  return undefined;
}

/** The variation in the variables of the sliced path, sampled at the middle of each slice. */
function brokenVariation(
  metric: RightInvariantMetric,
  { slices, controls }: PathProblem,
  flow: UnitaryFlow,
  momentum: Float64Array,
  until: number,
  field: Float64Array,
): Float64Array {
  const C = bracketMatrix(momentum);
  const { times, maps } = jacobiFields(metric, flow, momentum, 2 * slices);
  const { words, weights } = controls;
  const variation = new Float64Array(slices * words.length);
  for (let k = 0; k < slices; k++) {
    const at = 2 * k + 1;
    if (times[at]! >= until) break;
    const Z = applied(maps[at]!, field.subarray(1));
    const turned = applied(C, Z);
    const moved = field.map((l, p) => (p === 0 ? 0 : l + turned[p - 1]!));
    const u = flow.unitaryAt(times[at]!);
    const H = velocityOf(metric, coordinatesOf(multiply(multiply(u, matrixOf(moved)), u, { adjointB: true })));
    words.forEach((word, j) => {
      const p = indexOfWord(word.slice(0, word.length / 2));
      variation[k * words.length + j] = Math.sqrt(weights[j]! / slices) * H[p]!;
    });
  }
  return variation;
}

const applied = (
  { rows, data }: { readonly rows: number; readonly data: Float64Array },
  x: Float64Array,
): Float64Array => Float64Array.from({ length: rows }, (_, i) => dot(data.subarray(i * rows, (i + 1) * rows), x));
