/** @file The networks that are offered to the entropies of a ring of cells, and the tables of entropies. */

import { entropiesOfGaussian } from '../../../src/gaussian/entropies.ts';
import { hopping } from '../../../src/gaussian/fermion-models.ts';
import { gaussianGroundState } from '../../../src/gaussian/ground-state.ts';
import type { CapacityGraph, GraphEdge } from '../../../src/geometry/capacity-graph.ts';
import { meraGraph } from '../../../src/geometry/graph-families.ts';
import type { RandomStream } from '../../../src/linalg/random.ts';
import type { RegionEntropies } from '../../../src/state/region-entropies.ts';
import { type EntropyDatum, type FeatureModel, featureModel } from '../../../src/systems/random-network/index.ts';

const levelOf = (id: string): string => id.split(' ')[1]!.split(',')[0]!;

/** Rings and rungs of each level, and the sites, share a coupling each. */
const byLevel = ({ from, to }: GraphEdge): string => {
  if (to === null) return 'sites';
  return levelOf(from) === levelOf(to) ? `ring ${levelOf(from)}` : `rungs ${levelOf(from)}`;
};

/** Rings of 2^m, 2^{m−1}, …, 1 tensors, each joined to the next by rungs. */
export const dyadic = (cells: number, levels?: number): FeatureModel =>
  featureModel(meraGraph({ sites: cells, variant: 'sites', ...(levels !== undefined && { levels }) }), {
    shared: byLevel,
  });

/** As many rings as the dyadic network has levels of more than one tensor, but all as long as the first: a flat strip. */
export function strip(cells: number): FeatureModel {
  const layers = Math.log2(cells);
  const name = (layer: number, cell: number): string => `site ${layer},${cell % cells}`;
  const all = [...Array(layers).keys()].flatMap((layer) =>
    [...Array(cells).keys()].map((cell) => [layer, cell] as const),
  );
  const edges = all.flatMap(([layer, cell]): GraphEdge[] => [
    { leg: `ring ${layer},${cell}`, from: name(layer, cell), to: name(layer, cell + 1), capacity: 1 },
    ...(layer + 1 < layers
      ? [{ leg: `rung ${layer},${cell}`, from: name(layer, cell), to: name(layer + 1, cell), capacity: 1 }]
      : []),
  ]);
  return featureModel(
    withSites(
      all.map(([layer, cell]) => ({ id: name(layer, cell), site: cell, depth: layer + 1 })),
      edges,
      cells,
    ),
    {
      shared: byLevel,
    },
  );
}

/** As many tensors, bonds and shared couplings as the dyadic network has, joined and shared at random. */
export function rewired(cells: number, stream: RandomStream): FeatureModel {
  const { graph, parameters } = dyadic(cells);
  const bonds = graph.edges.filter(({ to }) => to !== null);
  const couplings = parameters.filter((name) => name !== 'sites').map((_, k) => `bonds ${k}`);
  const names = graph.nodes.map(({ id }) => id);
  const pairs = names.flatMap((from, k) => names.slice(k + 1).map((to) => [from, to] as const));
  const keys = pairs.map(() => stream.uniform());
  const drawn = [...keys.keys()].sort((a, b) => keys[a]! - keys[b]!).slice(0, bonds.length);
  const edges = drawn.map((pair, k): GraphEdge => {
    const [from, to] = pairs[pair]!;
    return { leg: `bond ${k} ${couplings[k % couplings.length]}`, from, to, capacity: 1 };
  });
  return featureModel(withSites(graph.nodes, edges, cells), {
    shared: ({ leg, to }) => (to === null ? 'sites' : leg.split(' ').slice(2).join(' ')),
  });
}

function withSites(nodes: CapacityGraph['nodes'], edges: readonly GraphEdge[], cells: number): CapacityGraph {
  const sites = [...Array(cells).keys()].map(
    (cell): GraphEdge => ({ leg: `site ${cell}`, from: `site 0,${cell}`, to: null, capacity: 1 }),
  );
  return { nodes, edges: [...edges, ...sites], boundary: sites.map(({ leg }) => leg) };
}

/** Rényi-2 entropies of the ground state of a hopping ring at half filling, antiperiodic so that it is unique. */
export function ringEntropies(sites: number, dimerisation: number, cell: number): RegionEntropies {
  const edges = [...Array(sites).keys()].map((k) => [k, (k + 1) % sites] as const);
  const amplitude = edges.map(([k]) => (k === sites - 1 ? -1 : 1) * (1 + (k % 2 === 0 ? 1 : -1) * dimerisation));
  const { state } = gaussianGroundState(hopping({ sites, edges }, { amplitude }));
  return entropiesOfGaussian(state, cellsOf(sites, cell), { order: 2 });
}

export const cellsOf = (sites: number, cell: number): readonly (readonly number[])[] =>
  [...Array(sites / cell).keys()].map((c) => [...Array(cell).keys()].map((k) => c * cell + k));

/** Regions of more cells than these are intervals only. */
const MOST_CELLS = 8;

/** All regions of a few cells up to complements, else all intervals of up to half of them. */
export function regionsOf(cells: number): readonly (readonly number[])[] {
  const all = [...Array(cells).keys()];
  if (cells <= MOST_CELLS) {
    return Array.from({ length: 2 ** (cells - 1) - 1 }, (_, k) => all.filter((cell) => ((k + 1) >> cell) & 1));
  }
  return all.flatMap((start) =>
    all.slice(0, cells / 2).map((more) => all.slice(0, more + 1).map((k) => (start + k) % cells)),
  );
}

export const tableOf = (entropies: Pick<RegionEntropies, 'entropy'>, cells: number): readonly EntropyDatum[] =>
  regionsOf(cells).map((region) => ({ region, entropy: entropies.entropy(region) }));
