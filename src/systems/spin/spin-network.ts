/** @file Spin networks: graphs with a spin on every link and an invariant tensor at every vertex, as tensor networks. */

import type { Leg } from '../../contraction/contraction-graph.ts';
import { DomainError } from '../../errors.ts';
import type { ComplexArray, ComplexVector } from '../../linalg/complex.ts';
import { type RandomStream, randomVector } from '../../linalg/random.ts';
import type { NetworkNode, TensorNetwork } from '../../network/tensor-network.ts';
import { intertwinerBasis, intertwinerDimension } from './intertwiners.ts';
import { checkSpins, type Spin, spinDimension } from './spins.ts';

/** A link of spin j from one vertex to another, or to the outside (null). */
export interface SpinLink {
  readonly from: string;
  readonly to: string | null;
  readonly spin: Spin;
}

/** A graph with spins on its links. */
export interface SpinGraph {
  readonly vertices: readonly string[];
  readonly links: readonly SpinLink[];
}

/**
 * The invariant tensors at the vertices: coefficients in the basis of `intertwinerBasis` to be trained, drawn from a
 * stream (complex normal, of norm 1), or given for each vertex.
 */
export type Intertwiners = 'free' | RandomStream | Readonly<Record<string, ComplexVector>>;

/** The leg of a link; open links are the boundary. */
export const legOfLink = (link: number): Leg => `link${link}`;

/** Spins of the links of a vertex, in the order of the links. */
export const spinsAt = ({ links }: SpinGraph, vertex: string): readonly Spin[] =>
  linksAt(links, vertex).map((link) => links[link]!.spin);

const linksAt = (links: readonly SpinLink[], vertex: string): readonly number[] =>
  links.flatMap(({ from, to }, k) => (from === vertex || to === vertex ? [k] : []));

/**
 * A spin network as a tensor network: a link of spin j is a leg of dimension 2j + 1, a vertex a constant tensor with the
 * basis of its invariant tensors, joined to a vector of coefficients.
 *
 *         j₁ ╲   ╱ j₂         ●  Σ_i c_i B_i, B_i invariant
 *             ●─────●         ─  Σ_m (−1)^{j−m} |m⟩|−m⟩, the invariant vector of both ends,
 *         j₃ ╱  j₀   ╲ j₄        which the tensor at the second end has taken up
 *
 * Any such network is invariant under rotations of all open links at once.
 *
 * @throws {DomainError} two vertices of one name, a link to a vertex that is not there or from a vertex to itself, a
 *   number that is no spin, spins at a vertex that cannot be coupled to 0, or coefficients that do not fit; all at once
 */
export function spinNetwork(graph: SpinGraph, intertwiners: Intertwiners): TensorNetwork {
  const { vertices, links } = graph;
  checkSpinGraph(graph, intertwiners);
  const dimensions: Record<Leg, number> = {};
  links.forEach(({ spin }, k) => {
    dimensions[legOfLink(k)] = spinDimension(spin);
  });
  let parameters = 0;
  const nodes = vertices.flatMap((vertex): readonly NetworkNode[] => {
    const own = linksAt(links, vertex);
    const flipped = own.map((link) => links[link]!.to === vertex);
    const basis = intertwinerBasis(spinsAt(graph, vertex)).map((tensor) => withFlippedLegs(tensor, flipped));
    const legs = own.map(legOfLink);
    if (intertwiners !== 'free') {
      const coefficients = coefficientsOf(intertwiners, vertex, basis.length);
      return [{ id: vertex, legs, tensor: { kind: 'constant', interleaved: [...combined(basis, coefficients)] } }];
    }
    const inner = `${vertex}:intertwiner`;
    dimensions[inner] = basis.length;
    const offset = parameters;
    parameters += 2 * basis.length;
    return [
      { id: vertex, legs: [inner, ...legs], tensor: { kind: 'constant', interleaved: basis.flatMap(entriesOf) } },
      { id: `${vertex}:coefficients`, legs: [inner], tensor: { kind: 'free', offset } },
    ];
  });
  const boundary = links.flatMap(({ to }, k) => (to === null ? [legOfLink(k)] : []));
  return { kind: 'network', parameters, dimensions, nodes, boundary, bulk: [], environment: [] };
}

const entriesOf = ({ interleaved }: ComplexArray): readonly number[] => [...interleaved];

function coefficientsOf(given: RandomStream | Readonly<Record<string, ComplexVector>>, vertex: string, length: number) {
  return (isStream(given) ? randomVector(length, given) : given[vertex]!).interleaved;
}

const isStream = (given: Intertwiners): given is RandomStream =>
  typeof given === 'object' && typeof (given as RandomStream).normal === 'function';

/** Σ_i c_i B_i. */
function combined(basis: readonly ComplexArray[], coefficients: Float64Array): Float64Array {
  const sum = new Float64Array(basis[0]!.interleaved.length);
  basis.forEach(({ interleaved }, i) => {
    const [re, im] = [coefficients[2 * i]!, coefficients[2 * i + 1]!];
    for (let k = 0; k < sum.length; k += 2) {
      sum[k]! += re * interleaved[k]! - im * interleaved[k + 1]!;
      sum[k + 1]! += re * interleaved[k + 1]! + im * interleaved[k]!;
    }
  });
  return sum;
}

/** T(…, m, …) ↦ (−1)^{j+m} T(…, −m, …) on the marked legs. */
function withFlippedLegs({ shape, interleaved }: ComplexArray, flipped: readonly boolean[]): ComplexArray {
  const result = new Float64Array(interleaved.length);
  const entries = interleaved.length / 2;
  for (let k = 0; k < entries; k++) {
    let [rest, stride, from, sign] = [k, 1, 0, 1];
    for (let leg = shape.length - 1; leg >= 0; leg--) {
      const d = shape[leg]!;
      const index = rest % d;
      from += stride * (flipped[leg] ? d - 1 - index : index);
      if (flipped[leg] && (d - 1 - index) % 2 !== 0) sign = -sign;
      rest = Math.floor(rest / d);
      stride *= d;
    }
    result[2 * k] = sign * interleaved[2 * from]!;
    result[2 * k + 1] = sign * interleaved[2 * from + 1]!;
  }
  return { shape, interleaved: result };
}

function checkSpinGraph(graph: SpinGraph, intertwiners: Intertwiners): void {
  const { vertices, links } = graph;
  checkSpins(
    'spinNetwork',
    links.map(({ spin }) => spin),
  );
  const names = new Set(vertices);
  const mistakes = vertices.flatMap((vertex, k) =>
    vertices.indexOf(vertex) === k ? [] : [`two vertices '${vertex}'`],
  );
  links.forEach(({ from, to }, k) => {
    for (const end of [from, to]) {
      if (end !== null && !names.has(end)) mistakes.push(`link ${k} to the unknown vertex '${end}'`);
    }
    if (from === to) mistakes.push(`link ${k} from '${from}' to itself`);
  });
  for (const vertex of names) {
    const spins = spinsAt(graph, vertex);
    const dimension = intertwinerDimension(spins);
    if (dimension === 0) mistakes.push(`spins ${spins.join(', ')} at '${vertex}', which cannot be coupled to 0`);
    if (intertwiners === 'free' || isStream(intertwiners)) continue;
    const got = intertwiners[vertex]?.length;
    if (got !== dimension) mistakes.push(`${got ?? 'no'} coefficients at '${vertex}', which has ${dimension}`);
  }
  if (mistakes.length > 0) throw new DomainError(`spinNetwork: a graph of spins required, got ${mistakes.join('; ')}`);
}
