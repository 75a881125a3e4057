/** @file A square of nine vertices of valence four: entropies of arcs of its boundary, cuts, and columns seen from afar. */

import { bulkGraph } from '../../../src/bulk/bulk-graph.ts';
import { minimalCut } from '../../../src/geometry/minimal-cut.ts';
import { type RandomStream, randomStream } from '../../../src/linalg/random.ts';
import { entropiesOfNetwork } from '../../../src/network/network-entropies.ts';
import { networkState } from '../../../src/network/network-state.ts';
import { shapeOf } from '../../../src/network/node-tensor.ts';
import type { NetworkNode, TensorNetwork } from '../../../src/network/tensor-network.ts';
import { coarseGrained, fluctuatingArea } from '../../../src/systems/spin/coarse-graining.ts';
import { invarianceDefect } from '../../../src/systems/spin/invariance.ts';
import { linkArea } from '../../../src/systems/spin/spectra.ts';
import { type SpinLink, spinNetwork } from '../../../src/systems/spin/spin-network.ts';
import type { PartStep } from '../../study.ts';
import type { Options } from './options.ts';

const SIDE = 3;
const vertex = (row: number, column: number): string => `${row}${column}`;
export const COLUMNS = [0, 1, 2].map((column) => [0, 1, 2].map((row) => vertex(row, column)));

/** Links of the square; the twelve open ones last, in order around it. */
function linksOf(spin: number): readonly SpinLink[] {
  const inner: SpinLink[] = [];
  for (let r = 0; r < SIDE; r++) {
    for (let c = 0; c < SIDE; c++) {
      if (c + 1 < SIDE) inner.push({ from: vertex(r, c), to: vertex(r, c + 1), spin });
      if (r + 1 < SIDE) inner.push({ from: vertex(r, c), to: vertex(r + 1, c), spin });
    }
  }
  const forth = [0, 1, 2];
  const back = [2, 1, 0];
  const around = [
    ...forth.map((c) => vertex(0, c)),
    ...forth.map((r) => vertex(r, SIDE - 1)),
    ...back.map((c) => vertex(SIDE - 1, c)),
    ...back.map((r) => vertex(r, 0)),
  ];
  return [...inner, ...around.map((from) => ({ from, to: null, spin }))];
}

/** Entropies of the arcs of one length, as shares of the areas of their minimal cuts. */
export interface ArcShare {
  readonly spin: number;
  readonly length: number;
  /** Links that a minimal cut crosses, mean over the arcs. */
  readonly links: number;
  /** Mean S/(ln(2j + 1)·links) over arcs and networks: of spin networks, and of the same graph with random tensors. */
  readonly invariant: number;
  readonly random: number;
  /** Greatest excess of an entropy over its cut. */
  readonly excess: number;
}

/** Distribution of the total spin of the three links between two columns. */
export interface ColumnSpin {
  readonly spin: number;
  readonly spins: readonly number[];
  /** Mean over networks and over both ends. */
  readonly probabilities: readonly number[];
  /** If nothing were known of the three links: multiplicity times dimension. */
  readonly mixed: readonly number[];
  readonly area: number;
  readonly deviation: number;
  /** √(j(j + 1)) of the three links one by one. */
  readonly fine: number;
}

export interface Squares {
  readonly shares: readonly ArcShare[];
  readonly columns: readonly ColumnSpin[];
  /** Greatest ‖ΣJ ψ‖/‖ψ‖ of the states whose amplitudes fit, and greatest change of amplitudes when coarse-grained. */
  readonly invariance: number;
  readonly coarse: number;
}

const LENGTHS = [1, 2, 3, 4];
const none = new Float64Array(0);

export function* measuredSquares({ spins, samples }: Options, seed: number): Generator<PartStep, Squares> {
  const [shares, columns]: [ArcShare[], ColumnSpin[]] = [[], []];
  let [invariance, coarse] = [0, 0];
  for (const [k, spin] of spins.entries()) {
    const stream = randomStream(seed, `squares of spin ${spin}`);
    const found: { readonly invariant: readonly Arc[]; readonly random: readonly Arc[] }[] = [];
    const distributions: (readonly number[])[] = [];
    for (let sample = 0; sample < samples; sample++) {
      yield { message: `spin ${spin}, network ${sample + 1}`, progress: (k + sample / samples) / spins.length };
      const vertices = COLUMNS.flat();
      const network = spinNetwork({ vertices, links: linksOf(spin) }, stream);
      found.push({ invariant: arcsOf(network), random: arcsOf(withRandomTensors(network, stream)) });
      const seen = coarseGrained(network, none, COLUMNS);
      for (const { distributions: both } of seen.links)
        for (const one of both) distributions.push([...one.probabilities]);
      if (sample === 0 && spin <= 1) {
        const psi = networkState(network, none).interleaved;
        const shape = network.boundary.map(() => 2 * spin + 1);
        invariance = Math.max(invariance, invarianceDefect({ shape, interleaved: psi }));
        const again = networkState(seen.network, none).interleaved;
        const size = psi.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
        coarse = Math.max(coarse, psi.reduce((worst, x, i) => Math.max(worst, Math.abs(x - again[i]!)), 0) / size);
      }
    }
    for (const length of LENGTHS) {
      const [invariant, random] = (['invariant', 'random'] as const).map((kind) =>
        found.flatMap((one) => one[kind].filter((arc) => arc.length === length)),
      ) as [Arc[], Arc[]];
      const mean = (arcs: readonly Arc[], of: (arc: Arc) => number): number =>
        arcs.reduce((sum, arc) => sum + of(arc), 0) / arcs.length;
      shares.push({
        spin,
        length,
        links: mean(invariant, ({ cut }) => cut / Math.log(2 * spin + 1)),
        invariant: mean(invariant, ({ entropy, cut }) => entropy / cut),
        random: mean(random, ({ entropy, cut }) => entropy / cut),
        excess: Math.max(...[...invariant, ...random].map(({ entropy, cut }) => entropy - cut)),
      });
    }
    columns.push(columnSpin(spin, distributions));
  }
  return { shares, columns, invariance, coarse };
}

interface Arc {
  readonly length: number;
  readonly entropy: number;
  readonly cut: number;
}

function arcsOf(network: TensorNetwork): readonly Arc[] {
  const entropies = entropiesOfNetwork(network, none);
  const graph = bulkGraph(network);
  const sites = network.boundary.length;
  return LENGTHS.flatMap((length) =>
    Array.from({ length: sites }, (_, start) => {
      const region = Array.from({ length }, (_, k) => (start + k) % sites);
      return { length, entropy: entropies.entropy(region), cut: minimalCut(graph, region).area };
    }),
  );
}

/** The same graph with tensors of independent normal entries. */
function withRandomTensors(network: TensorNetwork, stream: RandomStream): TensorNetwork {
  const nodes = network.nodes.map((node): NetworkNode => {
    const entries = 2 * shapeOf(node, network.dimensions).reduce((product, n) => product * n, 1);
    return {
      ...node,
      tensor: { kind: 'constant', interleaved: Array.from({ length: entries }, () => stream.normal()) },
    };
  });
  return { ...network, nodes };
}

function columnSpin(spin: number, distributions: readonly (readonly number[])[]): ColumnSpin {
  const least = (3 * spin) % 1;
  const spins = distributions[0]!.map((_, k) => least + k);
  const probabilities = spins.map((_, k) => distributions.reduce((sum, p) => sum + p[k]!, 0) / distributions.length);
  const total = (2 * spin + 1) ** 3;
  const mixed = spins.map((J) => (multiplicity(spin, J) * (2 * J + 1)) / total);
  const { mean: area, deviation } = fluctuatingArea({ spins, probabilities: Float64Array.from(probabilities) });
  return {
    spin,
    spins,
    probabilities,
    mixed,
    area,
    deviation,
    fine: 3 * linkArea(spin),
  };
}

/** How often J occurs in three spins j. */
function multiplicity(j: number, J: number): number {
  let count = 0;
  for (let pair = 0; pair <= 2 * j; pair++) if (J >= Math.abs(pair - j) && J <= pair + j) count++;
  return count;
}
