/** @file State sums of closed manifolds against closed forms, and along walks through their triangulations. */

import { randomStream } from '../../../src/linalg/random.ts';
import { moved, type PachnerMove } from '../../../src/simplicial/pachner-moves.ts';
import {
  lensSpace,
  poincareSphere,
  sphereTimesCircle,
  threeSphere,
  threeTorus,
} from '../../../src/simplicial/standard-triangulations.ts';
import { EDGE_ENDS, type Triangulation } from '../../../src/simplicial/triangulation.ts';
import { turaevViro } from '../../../src/systems/spin/state-sum.ts';
import type { PartStep } from '../../study.ts';

/** TV_r of one manifold at each level. */
export interface Invariant {
  readonly name: string;
  readonly tetrahedra: number;
  readonly values: readonly number[];
  /** Closed or published values; null where there is none. */
  readonly expected: readonly (number | null)[];
}

/** |Σ_j S₀ⱼ² e^{2πi p h_j}|², the invariant of the lens space L(p, 1). */
export function invariantOfLensSpace(p: number, r: number): number {
  let [re, im] = [0, 0];
  for (let k = 0; k <= r - 2; k++) {
    const square = (2 / r) * Math.sin(((k + 1) * Math.PI) / r) ** 2;
    const phase = (2 * Math.PI * p * (k / 2) * (k / 2 + 1)) / r;
    re += square * Math.cos(phase);
    im += square * Math.sin(phase);
  }
  return re * re + im * im;
}

/** Published values of the Poincaré sphere, from r = 5. */
const POINCARE = [0.9472135955, 1 / 12, 0.717779809966];

interface Manifold {
  readonly name: string;
  readonly triangulation: Triangulation;
  readonly expected: (r: number) => number | null;
}

const MANIFOLDS: readonly Manifold[] = [
  { name: 'S³', triangulation: lensSpace(1, 0), expected: (r) => (2 / r) * Math.sin(Math.PI / r) ** 2 },
  { name: 'S² × S¹', triangulation: sphereTimesCircle(), expected: () => 1 },
  { name: 'T³', triangulation: threeTorus(), expected: (r) => (r - 1) ** 2 },
  ...[2, 3, 4, 5, 7].map((p) => ({
    name: `L(${p}, 1)`,
    triangulation: lensSpace(p, 1),
    expected: (r: number) => invariantOfLensSpace(p, r),
  })),
  { name: 'L(5, 2)', triangulation: lensSpace(5, 2), expected: () => null },
  { name: 'L(7, 2)', triangulation: lensSpace(7, 2), expected: (r) => (r === 7 ? 0 : null) },
  { name: 'Poincaré sphere', triangulation: poincareSphere(), expected: (r) => POINCARE[r - 5] ?? null },
];

export function* measuredInvariants(level: number): Generator<PartStep, readonly Invariant[]> {
  const levels = Array.from({ length: level - 2 }, (_, k) => k + 3);
  const invariants: Invariant[] = [];
  for (const [k, { name, triangulation, expected }] of MANIFOLDS.entries()) {
    yield { message: name, progress: k / MANIFOLDS.length };
    invariants.push({
      name,
      tetrahedra: triangulation.tetrahedra.length,
      values: levels.map((r) => turaevViro(triangulation, r)),
      expected: levels.map(expected),
    });
  }
  return invariants;
}

/** One triangulation on the way. */
export interface WalkStep {
  readonly kind: PachnerMove['kind'];
  readonly tetrahedra: number;
  readonly value: number;
}

/** The level of the walk, and the most tetrahedra on the way. */
export const WALK_LEVEL = 5;
const MOST_TETRAHEDRA = 10;

/** A random walk through triangulations of the lens space L(3, 1). */
export function measuredWalk(
  moves: number,
  seed: number,
): { readonly start: number; readonly steps: readonly WalkStep[] } {
  const stream = randomStream(seed, 'Pachner moves');
  const kinds = ['1-4', '4-1', '2-3', '3-2'] as const;
  let triangulation: Triangulation = lensSpace(3, 1);
  const steps: WalkStep[] = [];
  while (steps.length < moves) {
    const { length } = triangulation.tetrahedra;
    const [kind, at, vertex, edge] = [
      kinds[stream.integer(4)]!,
      stream.integer(length),
      stream.integer(4),
      stream.integer(6),
    ];
    if (length + (kind === '1-4' ? 3 : kind === '2-3' ? 1 : 0) > MOST_TETRAHEDRA) continue;
    const next = moved(triangulation, { kind, at, vertex, face: vertex, edge: EDGE_ENDS[edge]! });
    if (next === null) continue;
    triangulation = next;
    steps.push({ kind, tetrahedra: next.tetrahedra.length, value: turaevViro(next, WALK_LEVEL) });
  }
  return { start: invariantOfLensSpace(3, WALK_LEVEL), steps };
}

/** TV of the five tetrahedra of the boundary of a simplex, against one tetrahedron glued to itself. */
export const differenceOfSpheres = (): number =>
  Math.abs(turaevViro(threeSphere(), WALK_LEVEL) - turaevViro(lensSpace(1, 0), WALK_LEVEL));
