/** @file The areas of a target state from all sources: its entropies, its networks, the metrics of the continuum. */

import { bulkGraph } from '../../../src/bulk/bulk-graph.ts';
import { legEntropies } from '../../../src/bulk/leg-entropies.ts';
import { type GenerativeNetwork, tensorNetworkOf } from '../../../src/generative/generative-network.ts';
import { centralChargeFit } from '../../../src/geometry/distance-fit.ts';
import { type AreaTable, areaOf, areasOf, areasOfCuts } from '../../../src/gravity/area-table.ts';
import type { NetworkPoint } from '../../../src/network-point.ts';
import { geodesicEntropy } from '../../../src/systems/anti-de-sitter/index.ts';
import { geodesicEntropies, optimiseLayers } from '../../../src/systems/liouville/index.ts';

/** A table of areas with the name of what it was read from. */
export interface NamedAreas {
  readonly name: string;
  readonly areas: AreaTable;
}

/** The minimal cuts of a network, by the dimensions of its legs and by what its wires carry. */
export function networkAreas(
  { network, theta }: NetworkPoint<GenerativeNetwork>,
  ring: boolean,
): readonly NamedAreas[] {
  const graph = bulkGraph(network);
  const wires = legEntropies(network, tensorNetworkOf(network), theta);
  const cuts = { name: 'network, cuts with log D', areas: areasOfCuts(graph, { ring }) };
  if (Object.keys(wires).length === 0) return [cuts];
  return [cuts, { name: 'network, cuts with wire entropies', areas: areasOfCuts(graph, { ring, wires }) }];
}

/** Chord of a ring of N sites, (N/π) sin(πL/N); L itself on a line. */
export const widthOf = ({ sites, ring }: Pick<AreaTable, 'sites' | 'ring'>, length: number): number =>
  ring ? (sites / Math.PI) * Math.sin((Math.PI * length) / sites) : length;

/** The lengths up to half, where areas of rings begin to repeat. */
const lengthsOf = ({ sites }: AreaTable): readonly number[] =>
  Array.from({ length: Math.floor(sites / 2) }, (_, k) => k + 1);

/** Mean area of the intervals of each length that are known, over all places. */
export function meanAreas(table: AreaTable): readonly (readonly [length: number, mean: number])[] {
  return lengthsOf(table).flatMap((length) => {
    const known = Array.from({ length: table.sites }, (_, start) => areaOf(table, start, length)).filter(
      (value) => !Number.isNaN(value),
    );
    return known.length === 0 ? [] : [[length, known.reduce((sum, value) => sum + value, 0) / known.length] as const];
  });
}

/** A smaller c is that of entropies that do not grow. */
const LEAST_CHARGE = 1e-6;

/** c by the growth of the mean entropies, S = (c/3) log ℓ + s₀; null where they do not grow. */
export function growthCharge(table: AreaTable): number | null {
  const means = meanAreas(table);
  if (means.length < 4) return null;
  const { centralCharge } = centralChargeFit(
    means.map(([length]) => widthOf(table, length)),
    means.map(([, value]) => value),
    2,
  );
  return centralCharge > LEAST_CHARGE ? centralCharge : null;
}

/** s₀ of S = (c/3) log ℓ + s₀, the mean over the longer half of the lengths: the one constant by which a metric is compared. */
export function constantOf(table: AreaTable, centralCharge: number): number {
  const means = meanAreas(table).slice(Math.floor(table.sites / 4));
  const offsets = means.map(([length, mean]) => mean - (centralCharge / 3) * Math.log(widthOf(table, length)));
  return offsets.reduce((sum, value) => sum + value, 0) / offsets.length;
}

/** The greatest share of a ring whose geodesic is sought: beyond, lengths differ by less than 1e-9. */
const HALF = 0.5 - 1e-6;

/**
 * The areas of two geometries of the continuum with c and the state's s₀: geodesics of the metric that makes the vacuum's path integral
 * optimal, on a half plane or, for a ring, on the disk, and Ryu–Takayanagi surfaces in global anti-de Sitter space.
 */
export function metricAreas(state: AreaTable, centralCharge: number): readonly NamedAreas[] {
  const { sites, ring } = state;
  const constant = constantOf(state, centralCharge);
  const lengths = Array.from({ length: ring ? sites - 1 : sites }, (_, k) => k + 1);
  const shape = ring ? { circumference: sites } : { depth: 4 * sites };
  const metric = optimiseLayers({ epsilon: 0.05, layers: 2000, ...shape }).value;
  // The geodesic of half of a ring runs through the middle of the disk, beyond the deepest layer; its neighbours are as long.
  const apart = lengths.map((length) => (ring ? Math.min(length, sites - length, HALF * sites) : length));
  const optimised = geodesicEntropies(metric, apart, { centralCharge, constant });
  const ofLengths = (values: readonly number[]): AreaTable =>
    areasOf(sites, (_, length) => (length === sites && ring ? 0 : values[length - 1]!), { ring, source: 'geodesic' });
  const tables = [{ name: 'optimised path integral', areas: ofLengths(optimised) }];
  if (!ring) return tables;
  const surface = (length: number): number =>
    geodesicEntropy({ kind: 'global', cone: 1 }, [[0, length]], {
      centralCharge,
      circumference: sites,
      cutoff: Math.exp((-3 * constant) / centralCharge),
    }).entropy;
  return [...tables, { name: 'anti-de Sitter space', areas: ofLengths(lengths.map(surface)) }];
}
