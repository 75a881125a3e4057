/**
 * @file The n-th moment of a random tensor network as a sum over permutations, and where the walls between them lie.
 *
 * The average over a random tensor of n copies of it and its conjugate is the sum of the permutations of the copies. So
 * every tensor becomes a spin g ∈ S_n, every bond of dimension D a weight D^{−|g⁻¹g′|}, and every open leg pins its
 * spin to the long cycle in the region and to the identity elsewhere. With n = 2 this is an Ising model.
 */

import {
  contractSliced,
  contractSlicedPullback,
  type SlicedPlan,
  slicedPlan,
} from '../../contraction/contract-sliced.ts';
import { pathCost } from '../../contraction/contraction-cost.ts';
import type { Leg } from '../../contraction/contraction-graph.ts';
import { contractionPath, type PathOptions } from '../../contraction/contraction-path.ts';
import { DomainError } from '../../errors.ts';
import { type CapacityGraph, checkCapacityGraph } from '../../geometry/capacity-graph.ts';
import { maximalFlow } from '../../geometry/maximal-flow.ts';
import { distributionEntropy } from '../../state/entropy.ts';
import { type SymmetricGroup, symmetricGroup } from './symmetric-group.ts';

/** What enters a random network, and how many copies of it are averaged. */
export interface RandomNetworkOptions {
  /** n, the Rényi order: 2 (default), 3, and for graphs near to trees 4 or 5. */
  readonly order?: number;
  /** Open legs beside the boundary that a reference purifies each: further sites behind the boundary. */
  readonly references?: readonly Leg[];
  /**
   * Open legs into which a state of the given spectrum is put: [1] is pure. Open legs that are neither boundary nor
   * references nor named here are traced out, as if a maximally mixed state entered.
   */
  readonly inputs?: Readonly<Record<Leg, readonly number[]>>;
}

/** A sum over permutations, planned once for all regions and all capacities of a graph. */
export interface PermutationSum {
  /** Capacities of inputs are their Rényi entropies of order n. */
  readonly graph: CapacityGraph;
  readonly group: SymmetricGroup;
  /** Legs of the boundary, then of the references. */
  readonly sites: readonly Leg[];
  /** ln of Π over the cycles of g of Tr ρ^length, for every input. */
  readonly inputs: ReadonlyMap<Leg, Float64Array>;
  /** Indices of the tensors at both ends of every edge; −1 outside. */
  readonly ends: readonly (readonly [number, number])[];
  /** The matrix of every edge among `pairs`; −1 for open legs and for loops, which weigh nothing. */
  readonly matrixOf: readonly number[];
  readonly pairs: readonly (readonly [number, number])[];
  readonly plan: SlicedPlan;
}

/** Entries of the largest intermediate tensor; operations and entries in all that are still within reach. */
const MOST_ENTRIES = 2 ** 18;
const MOST_OPERATIONS = 1e12;
const MOST_WRITES = 2 ** 26;
/** Beyond these operations of the first path no better one is looked for. */
const HOPELESS = 1e15;

/**
 * Plans the sum for a graph: vectors on the tensors and matrices on the bonds, joined by one hyper-index of dimension
 * n! for each tensor.
 *
 * @throws {DomainError} a negative capacity, a reference or an input that is no open leg beside the boundary, a spectrum
 *   that is none, or a graph too wide to be contracted
 *
 * Cost of a contraction (n!)^(treewidth + 1): a treewidth of about 24 for n = 2, 9 for n = 3; hundreds of tensors.
 */
export function permutationSum(graph: CapacityGraph, options: RandomNetworkOptions = {}): PermutationSum {
  const { order = 2, references = [], inputs = {} } = options;
  const group = symmetricGroup(order);
  checkGraph(graph, references, inputs);
  const index = new Map(graph.nodes.map(({ id }, k) => [id, k]));
  const ends = graph.edges.map(({ from, to }) => [index.get(from)!, to === null ? -1 : index.get(to)!] as const);
  const numbers = new Map<string, number>();
  const pairs: (readonly [number, number])[] = [];
  const matrixOf = ends.map(([a, b]) => {
    if (b < 0 || a === b) return -1;
    const pair = [Math.min(a, b), Math.max(a, b)] as const;
    const number = numbers.get(pair.join()) ?? pairs.push(pair) - 1;
    numbers.set(pair.join(), number);
    return number;
  });
  const edges = graph.edges.map((edge) => {
    const spectrum = inputs[edge.leg];
    return spectrum === undefined ? edge : { ...edge, capacity: distributionEntropy(spectrum, { order }) };
  });
  return {
    graph: { ...graph, edges },
    group,
    sites: [...graph.boundary, ...references],
    inputs: new Map(Object.entries(inputs).map(([leg, spectrum]) => [leg, logWeights(group, spectrum)])),
    ends,
    matrixOf,
    pairs,
    plan: plannedContraction(graph.nodes.length, pairs, group.order),
  };
}

function checkGraph(graph: CapacityGraph, references: readonly Leg[], inputs: object): void {
  const { nodes, edges, boundary } = graph;
  if (nodes.length === 0) throw new DomainError('permutationSum: a graph with at least one tensor required');
  checkCapacityGraph(graph, 'permutationSum');
  const open = edges.filter(({ to, leg }) => to === null && !boundary.includes(leg)).map(({ leg }) => leg);
  const named = [...references, ...Object.keys(inputs)];
  const lost = named.find((leg, k) => !open.includes(leg) || named.indexOf(leg) !== k);
  if (lost !== undefined) {
    throw new DomainError(`permutationSum: different open legs beside the boundary required, got '${lost}'`);
  }
  for (const [leg, spectrum] of Object.entries(inputs) as [Leg, readonly number[]][]) {
    const total = spectrum.reduce((sum, p) => sum + p, 0);
    if (!(spectrum.every((p) => p >= 0) && Math.abs(total - 1) < 1e-9)) {
      throw new DomainError(`permutationSum: probabilities of sum 1 required at '${leg}', got [${spectrum}]`);
    }
  }
}

function logWeights(group: SymmetricGroup, spectrum: readonly number[]): Float64Array {
  const trace = (power: number): number => spectrum.reduce((sum, p) => sum + p ** power, 0);
  return Float64Array.from(group.cycles, (lengths) =>
    lengths.reduce((sum, length) => sum + (length === 1 ? 0 : Math.log(trace(length))), 0),
  );
}

function plannedContraction(tensors: number, pairs: PermutationSum['pairs'], order: number): SlicedPlan {
  const names = Array.from({ length: tensors }, (_, k) => `g${k}`);
  const legs = [...names.map((name) => [name]), ...pairs.map(([a, b]) => [names[a]!, names[b]!])];
  const dimensions = Object.fromEntries(names.map((name) => [name, order]));
  const operations = (options: PathOptions): number =>
    pathCost(legs, dimensions, contractionPath(legs, dimensions, [], options), []).flops;
  const whole = operations({ restarts: 0, steps: 0 });
  const plan =
    whole <= HOPELESS && operations({}) <= MOST_OPERATIONS ? slicedPlan(legs, dimensions, [], MOST_ENTRIES) : null;
  const { flops, writes } = plan?.slicing.cost ?? { flops: whole, writes: 0 };
  if (plan === null || flops > MOST_OPERATIONS || writes / plan.slicing.slices > MOST_WRITES) {
    throw new DomainError(
      `permutationSum: a graph near enough to a tree for ${MOST_OPERATIONS} operations required, got one that takes ${flops}`,
    );
  }
  return plan;
}

/** The value of a sum, and where its walls lie. */
export interface PermutationSumValue {
  /** ln Σ over all g of Π weights. */
  readonly logarithm: number;
  /** Mean distance between the permutations at both ends of each edge, in the order of the graph. */
  readonly walls: () => Float64Array;
  /** Mean distance of the permutation of each tensor from the identity. */
  readonly depths: () => Float64Array;
}

/**
 * The sum with the long cycle on the given sites and the identity on all other open legs.
 *
 * Nothing underflows however large the dimensions are: with f a maximal flow from the region, and φ(g) the distance of g
 * from the identity,
 *
 *     Σ_edges (ln D · |g⁻¹g′|)  =  (n − 1)·cut + Σ_edges (ln D · |g⁻¹g′| − f·(φ(g) − φ(g′))),
 *
 * where no term on the right is negative, and all vanish at once for the minimal cuts. Those are the weights contracted.
 *
 * @param sites - numbers of sites of the region
 * @param capacities - ln D of every edge, default those of the graph
 * @throws {DomainError} a site that does not exist
 */
export function permutationSumValue(
  sum: PermutationSum,
  sites: readonly number[],
  capacities: ArrayLike<number> = sum.graph.edges.map(({ capacity }) => capacity),
): PermutationSumValue {
  const energies = reducedEnergies(sum, sites, capacities);
  const weights = energies.arrays.map((array) => array.map((energy) => Math.exp(-energy)));
  const tensors = weights.map(asComplex);
  const contraction = contractSliced(sum.plan, tensors);
  const value = contraction.value.interleaved[0]!;
  const marginals = once(() => {
    const cotangents = contractSlicedPullback(sum.plan, tensors, contraction, Float64Array.of(1 / value, 0));
    return weights.map((array, k) => array.map((weight, i) => weight * cotangents[k]![2 * i]!));
  });
  const { distances, order } = sum.group;
  const mean = (probabilities: Float64Array, start: number): number =>
    probabilities.reduce((total, p, i) => total + p * distances[start + i]!, 0);
  const tensorsInAll = sum.graph.nodes.length;
  return {
    logarithm: Math.log(value) + contraction.exponent * Math.LN2 - energies.least,
    walls: () =>
      Float64Array.from(sum.ends, ([a, b], edge) => {
        if (b < 0) return mean(marginals()[a]!, order * energies.pinned[edge]!);
        const matrix = sum.matrixOf[edge]!;
        return matrix < 0 ? 0 : mean(marginals()[tensorsInAll + matrix]!, 0);
      }),
    depths: () => Float64Array.from({ length: tensorsInAll }, (_, k) => mean(marginals()[k]!, 0)),
  };
}

/** How many configurations have the least energy. */
export interface Minima {
  /** Exact below 2⁵³; Infinity where it leaves the number range. */
  readonly number: number;
  readonly logarithm: number;
}

/**
 * The number of configurations of least energy: of minimal cuts for n = 2, where tensors that hang on nothing count with
 * all permutations. The same contraction with weights 1 where the energy vanishes, else 0.
 */
export function minima(sum: PermutationSum, sites: readonly number[]): Minima {
  const capacities = sum.graph.edges.map(({ capacity }) => capacity);
  const tolerance = 1e-9 * Math.max(1, ...capacities);
  const { arrays } = reducedEnergies(sum, sites, capacities);
  const tensors = arrays.map((array) => asComplex(array.map((energy) => (energy <= tolerance ? 1 : 0))));
  const { value, exponent } = contractSliced(sum.plan, tensors);
  const count = value.interleaved[0]!;
  return { number: count * 2 ** exponent, logarithm: Math.log(count) + exponent * Math.LN2 };
}

interface ReducedEnergies {
  /** (n − 1)·cut. */
  readonly least: number;
  /** Energies above it, ≥ 0: one vector for every tensor, then one matrix for every pair. */
  readonly arrays: readonly Float64Array[];
  /** The permutation outside of every open leg. */
  readonly pinned: readonly number[];
}

function reducedEnergies(
  { graph, group, sites, inputs, ends, matrixOf, pairs }: PermutationSum,
  region: readonly number[],
  capacities: ArrayLike<number>,
): ReducedEnergies {
  const wrong = region.find((site) => sites[site] === undefined);
  if (wrong !== undefined) throw new DomainError(`random network: sites below ${sites.length} required, got ${wrong}`);
  const { order, distances, longCycle, degree } = group;
  const inside = new Set(region.map((site) => sites[site]!));
  const edges = graph.edges.map((edge, k) => ({ ...edge, capacity: capacities[k]! }));
  const { flows, total } = maximalFlow({ ...graph, edges }, inside);
  const pinned = edges.map(({ leg }) => (inside.has(leg) ? longCycle : 0));
  const arrays = [
    ...graph.nodes.map(() => new Float64Array(order)),
    ...pairs.map(() => new Float64Array(order * order)),
  ];
  edges.forEach(({ leg, capacity }, edge) => {
    const [a, b] = ends[edge]!;
    const flow = flows[edge]!;
    const input = inputs.get(leg);
    const energy = (g: number, other: number): number => {
      const plain = input === undefined ? capacity * distances[g * order + other]! : -input[g]!;
      return Math.max(0, plain - flow * (distances[g]! - distances[other]!));
    };
    if (b < 0) for (let g = 0; g < order; g++) arrays[a]![g]! += energy(g, pinned[edge]!);
    const matrix = matrixOf[edge]!;
    if (matrix < 0) return;
    const array = arrays[graph.nodes.length + matrix]!;
    for (let g = 0; g < order; g++) {
      for (let other = 0; other < order; other++) {
        array[a < b ? g * order + other : other * order + g]! += energy(g, other);
      }
    }
  });
  return { least: (degree - 1) * total, arrays, pinned };
}

const asComplex = (array: Float64Array): { readonly interleaved: Float64Array } => {
  const interleaved = new Float64Array(2 * array.length);
  array.forEach((x, k) => {
    interleaved[2 * k] = x;
  });
  return { interleaved };
};

function once<Value>(make: () => Value): () => Value {
  let kept: { readonly value: Value } | undefined;
  return () => {
    kept ??= { value: make() };
    return kept.value;
  };
}
