/** @file What is measured of pluperfect tensors and of networks of them. */

import { randomStream } from '../../../src/linalg/random.ts';
import { networkEnumerator } from '../../../src/network/network-enumerator.ts';
import { lightWords } from '../../../src/stabiliser/light-words.ts';
import { perfectCuts } from '../../../src/stabiliser/perfect-state.ts';
import { recoveredInputs, stabilisersOfCode } from '../../../src/stabiliser/stabiliser-code.ts';
import { projectedQudits } from '../../../src/stabiliser/stabiliser-contraction.ts';
import { entropiesOfStabilisers, stabiliserEntropy } from '../../../src/stabiliser/stabiliser-entropy.ts';
import {
  type BidirectionalCodeOptions,
  bidirectionalCode,
  gaugeInvariantWords,
  pushedTerms,
} from '../../../src/systems/tiling/bidirectional-code.ts';
import { codeOfNetwork } from '../../../src/systems/tiling/holographic-code.ts';
import { codeSubspace, pluperfectTensor } from '../../../src/systems/tiling/pluperfect-tensor.ts';
import { sparseCode } from '../../../src/systems/tiling/sparse-code.ts';
import type { PartStep } from '../../study.ts';

/** One tensor: its translates and their cuts. */
export interface TensorTable {
  readonly prime: number;
  readonly legs: number;
  /** Translates, those that are maximally entangled in all cuts, and the cuts of each. */
  readonly translates: number;
  readonly perfect: number;
  readonly cuts: number;
  /** Entropy of the bulk over its maximum: 1 if the translates are orthonormal. */
  readonly bulk: number;
}

export function tensorTable(prime: number, legs: number): TensorTable {
  const tensor = pluperfectTensor(prime, legs);
  const translates = prime ** legs;
  const qudits = Array.from({ length: legs }, (_, q) => legs + q);
  let [perfect, cuts] = [0, 0];
  for (let index = 0; index < translates; index++) {
    const values = Object.fromEntries(qudits.map((q, k) => [q, Math.floor(index / prime ** k) % prime]));
    const found = perfectCuts(projectedQudits(tensor, values)!.group);
    cuts = found.cuts;
    perfect += Number(found.maximal === found.cuts);
  }
  return { prime, legs, translates, perfect, cuts, bulk: stabiliserEntropy(tensor, qudits) / (legs * Math.log(prime)) };
}

/** The words of six qubits that confine the bulk of a tile to four. */
const SUBGROUP = ['XXXXXX', 'ZZZZZZ'] as const;

/** S(reference and one leg)/ln 2 of the code [[6, 4, 2]], leg by leg. */
export function legEntropies(): readonly number[] {
  const { encoding, sites, inputs } = codeSubspace(pluperfectTensor(2, 6), SUBGROUP);
  const { entropy } = entropiesOfStabilisers(encoding);
  return [...sites.keys()].map((leg) => entropy([...inputs.flat(), leg]) / Math.LN2);
}

/** A network: numbers that count its gauge. */
export interface NetworkTable {
  readonly name: string;
  readonly tensors: number;
  readonly links: number;
  readonly boundary: number;
  readonly rank: number;
  readonly bulk: number;
  /** Independent conditions that the image in the bulk obeys. */
  readonly conditions: number;
}

export function networkTable(name: string, options: BidirectionalCodeOptions): NetworkTable {
  const { code, tensors, links, rank } = bidirectionalCode(options);
  return {
    name,
    tensors,
    links,
    boundary: code.inputs.length,
    rank,
    bulk: code.sites.flat().length,
    conditions: stabilisersOfCode(code).phases.length,
  };
}

/** A boundary Hamiltonian in the bulk, and what in the bulk is gauge-invariant. */
export interface HamiltonianTable {
  /** For terms Z Z of neighbours and X of each site, how many act on one tile and on two. */
  readonly terms: number;
  readonly oneTile: number;
  readonly twoTiles: number;
  /** Terms that act on a tile which none of their legs belongs to. */
  readonly elsewhere: number;
  /** Independent gauge-invariant words in a tile of each ring, greatest; in all rings up to it; open sides of all tiles. */
  readonly rings: readonly {
    readonly ring: number;
    readonly tiles: number;
    readonly tile: number;
    readonly all: number;
  }[];
}

export function hamiltonianTable(layers: number): HamiltonianTable {
  const bidirectional = bidirectionalCode({ layers });
  const { tiling } = bidirectional;
  const n = tiling.boundary.length;
  const owner = (leg: number): number => tiling.edges[tiling.boundary[leg]!]!.tiles[0]!;
  const terms = [...Array(n).keys()].flatMap((leg) => [{ [leg]: 'Z', [(leg + 1) % n]: 'Z' }, { [leg]: 'X' }]);
  const pushed = pushedTerms(bidirectional, terms);
  const rings = [...new Set(tiling.tiles.map(({ layer }) => layer))].map((ring) => {
    const tiles = [...tiling.tiles.keys()].filter((tile) => tiling.tiles[tile]!.layer === ring);
    const within = [...tiling.tiles.keys()].filter((tile) => tiling.tiles[tile]!.layer <= ring);
    return {
      ring,
      tiles: tiles.length,
      tile: Math.max(...tiles.map((tile) => gaugeInvariantWords(bidirectional, [tile]))),
      all: gaugeInvariantWords(bidirectional, within),
    };
  });
  return {
    terms: terms.length,
    oneTile: pushed.filter(({ tiles }) => tiles.length === 1).length,
    twoTiles: pushed.filter(({ tiles }) => tiles.length === 2).length,
    elsewhere: pushed.filter(
      ({ term, tiles }) => !tiles.every((tile) => Object.keys(term).some((leg) => owner(Number(leg)) === tile)),
    ).length,
    rings,
  };
}

/** One tile excited on a fixed background. */
export interface SparseTable {
  readonly ring: number;
  readonly sites: number;
  /** Least number of sites of an operator on the tile, with the number of words, by contraction; and by search. */
  readonly weight: number;
  readonly words: number;
  readonly searched: number;
  /** Sites of the shortest arc that recovers the tile. */
  readonly arc: number;
}

/** For one tile of each ring. */
export function* sparseTables(layers: number, seed: number): Generator<PartStep, readonly SparseTable[]> {
  const { tiling } = bidirectionalCode({ layers });
  const rows: SparseTable[] = [];
  for (let ring = 0; ring <= layers; ring++) {
    yield { message: `ring ${ring}`, progress: ring / (layers + 1) };
    const tile = tiling.tiles.findIndex(({ layer }) => layer === ring);
    const network = sparseCode({ layers }, [tile], SUBGROUP);
    const code = codeOfNetwork(network);
    const { counts } = networkEnumerator(network, { action: () => 'acts' });
    const weight = counts.findIndex((count) => count > 0);
    const { weight: searched } = lightWords(code, randomStream(seed, `ring ${ring}`), { rounds: 30 });
    const n = code.sites.length;
    const recovers = (length: number): boolean =>
      [...Array(n).keys()].some(
        (start) =>
          recoveredInputs(
            code,
            Array.from({ length }, (_, k) => (start + k) % n),
          ).length > 0,
      );
    // Longer arcs recover what shorter ones do: halve the interval.
    let [below, arc] = [0, n];
    while (arc - below > 1) {
      const middle = (below + arc) >> 1;
      if (recovers(middle)) arc = middle;
      else below = middle;
    }
    rows.push({ ring, sites: n, weight, words: counts[weight]!, searched: searched!, arc });
  }
  return rows;
}
