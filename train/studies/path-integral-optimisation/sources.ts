/** @file Excited states as cones: the response of the metric to weak sources, and where superposition ends. */

import { hyperbolicCosine, superposedResponse } from '../../../src/systems/liouville/back-reaction.ts';
import { type ConicalSource, coneOfOperator } from '../../../src/systems/liouville/conical-source.ts';
import { type OptimisedMetric, optimiseMetric } from '../../../src/systems/liouville/optimise-metric.ts';
import { diskDomain } from '../../../src/systems/liouville/polygon-domain.ts';
import { rectangleDomain } from '../../../src/systems/liouville/rectangle-domain.ts';
import type { PartStep } from '../../study.ts';
import { EPSILON, picture, type ShapeMap } from './shapes.ts';

/** A cone of one weight. */
export interface ConeRow {
  readonly ratio: number;
  readonly pathIntegral: number;
  readonly gravity: number;
  readonly firstLaw: number;
  /** Greatest error of the solution on a disk with the cone at its centre. */
  readonly error: number;
}

/** The response to one source: δφ/(1 − a) at points by their distance. */
export interface ResponseRow {
  readonly strength: number;
  readonly points: readonly (readonly [distance: number, response: number])[];
}

export interface Sources {
  readonly cones: readonly ConeRow[];
  readonly responses: readonly ResponseRow[];
  /** Greatest |φ − φ₀ − Σ responses| with two sources, away from them; the same with the second source left out of the sum. */
  readonly superposition: readonly { readonly strength: number; readonly remainder: number; readonly alone: number }[];
  readonly map: ShapeMap;
}

/** Weights over the central charge for which cones are shown. */
const RATIOS = [0.002, 0.005, 0.01, 0.02, 0.03, 0.04];
/** Sources of the superposition, the second with this share of the strength, and how near to them is left out. */
const PLACES = [
  [-0.35, 1],
  [0.4, 1.4],
] as const;
const SHARE = 0.7;
const APART = 0.15;
/** The box around the sources. */
const [LEFT, LOW, SIZE] = [-1.5, 0.25, 3];

export function* conicalSources(cells: number, strengths: readonly number[]): Generator<PartStep, Sources> {
  yield { message: 'cones', progress: 0 };
  const cones = RATIOS.map(coneRow);
  const vacuum = withResponse([], cells);
  const responses: ResponseRow[] = [];
  for (const [k, strength] of strengths.entries()) {
    yield { message: `one source of strength ${strength}`, progress: 0.2 + (0.4 * k) / strengths.length };
    responses.push(response(strength, cells, vacuum));
  }
  const superposition: { strength: number; remainder: number; alone: number }[] = [];
  for (const [k, strength] of strengths.entries()) {
    yield { message: `two sources of strength ${strength}`, progress: 0.6 + (0.4 * k) / strengths.length };
    const sources = PLACES.map((at, j) => ({ at, a: 1 - strength * (j === 0 ? 1 : SHARE) }));
    const metric = withResponse(sources, cells);
    superposition.push({
      strength,
      remainder: greatestAway(beyondResponse(metric, vacuum, sources), metric, sources),
      alone: greatestAway(beyondResponse(metric, vacuum, sources.slice(0, 1)), metric, sources),
    });
  }
  return { cones, responses, superposition, map: responseMap(strengths[0]!, cells, vacuum) };
}

function coneRow(ratio: number): ConeRow {
  const cone = coneOfOperator(ratio, 1);
  const a = cone.pathIntegral;
  const B = a * EPSILON + Math.sqrt(1 + (a * EPSILON) ** 2);
  const domain = diskDomain(1, EPSILON / 6, { kind: 'cutoff', epsilon: EPSILON });
  const { mesh, regular } = optimiseMetric(domain, { sources: [{ at: [0, 0], a }] }).value;
  const error = regular.reduce((most, value, i) => {
    const r = Math.hypot(mesh.points[2 * i]!, mesh.points[2 * i + 1]!);
    return Math.max(most, Math.abs(value - Math.log((2 * a * B) / (B * B - r ** (2 * a)))));
  }, 0);
  return { ratio, ...cone, error };
}

/** The solution in a box of the half plane, with the linear response at its sides; without sources the vacuum on the same mesh. */
function withResponse(sources: readonly ConicalSource[], cells: number): OptimisedMetric {
  const phi = (x: number, y: number): number => -Math.log(y) + superposedResponse(sources, [x, y]);
  const n = Math.max(64, cells / 2);
  const domain = rectangleDomain([LEFT, LOW], SIZE / n, [n, n], { kind: 'values', phi });
  return optimiseMetric(domain, { sources }).value;
}

/** φ less that of the vacuum on the same mesh, which takes most of the error of the mesh away, and less the sum of responses. */
function beyondResponse(
  { mesh: { points }, phi }: OptimisedMetric,
  vacuum: OptimisedMetric,
  summed: readonly ConicalSource[],
): Float64Array {
  return phi.map(
    (value, i) => value - vacuum.phi[i]! - superposedResponse(summed, [points[2 * i]!, points[2 * i + 1]!]),
  );
}

function greatestAway(
  values: Float64Array,
  { mesh: { points } }: OptimisedMetric,
  sources: readonly ConicalSource[],
): number {
  return values.reduce((most, value, i) => {
    const isNear = sources.some(({ at }) => Math.hypot(points[2 * i]! - at[0], points[2 * i + 1]! - at[1]) < APART);
    return isNear ? most : Math.max(most, Math.abs(value));
  }, 0);
}

/** Along the vertical line through a source at (0, 1), upwards. */
function response(strength: number, cells: number, vacuum: OptimisedMetric): ResponseRow {
  const source = { at: [0, 1] as const, a: 1 - strength };
  const { mesh, phi } = withResponse([source], cells);
  const points = Array.from(phi, (value, i) => ({
    x: mesh.points[2 * i]!,
    y: mesh.points[2 * i + 1]!,
    value: value - vacuum.phi[i]!,
  }))
    .filter(({ x, y }) => Math.abs(x) < 1e-9 && y > 1.02 && y < 3)
    .sort((p, q) => p.y - q.y)
    .map(({ x, y, value }): readonly [number, number] => [
      Math.acosh(hyperbolicCosine([x, y], source.at)),
      value / strength,
    ]);
  return { strength, points };
}

/** What is beyond superposition, on a grid of every so many nodes of the mesh. */
function responseMap(strength: number, cells: number, vacuum: OptimisedMetric): ShapeMap {
  const sources = PLACES.map((at, j) => ({ at, a: 1 - strength * (j === 0 ? 1 : SHARE) }));
  const metric = withResponse(sources, cells);
  const beyond = { ...metric, sources: [], regular: beyondResponse(metric, vacuum, sources) };
  return picture('two sources', beyond, [LEFT, LEFT + SIZE, LOW, LOW + SIZE]);
}
