/** @file The weights of the logical operators of a network of stabiliser tensors, by contraction of a network of labels. */

import { type ContractionPlan, contract, contractionPlan } from '../contraction/contract.ts';
import type { Leg } from '../contraction/contraction-graph.ts';
import { DomainError } from '../errors.ts';
import { sizeOf } from '../linalg/complex.ts';
import { groupWords } from '../stabiliser/group-words.ts';
import type { StabiliserGroup } from '../stabiliser/stabiliser-group.ts';
import { stabilisersOf } from './stabiliser-network.ts';
import { quditsOfLeg } from './stabiliser-source.ts';
import type { TensorNetwork } from './tensor-network.ts';

/** What a word does to a logical input: nothing, whatever it likes, or something. */
export type LogicalAction = 'identity' | 'any' | 'acts';

/** Which words are counted, and how finely. */
export interface EnumeratorOptions {
  /** What the words do to each input, by leg; default 'identity' for all, the stabilisers. */
  readonly action?: (leg: Leg) => LogicalAction;
  /** Radii of the circles on which the enumerator is evaluated; default 2^k, k = 0, ∓1 … ∓4. Small ones settle low weights, large ones high weights. */
  readonly radii?: readonly number[];
}

/** Numbers of words by weight, that is by the number of boundary legs on which they act. */
export interface NetworkEnumerator {
  /** Numbers of words of weight 0 … n; integers where they are exact. */
  readonly counts: readonly number[];
  /** Largest possible rounding error of each; the count is exact where it is 0. */
  readonly errors: readonly number[];
}

/** Most entries of the largest intermediate, for all points that are contracted together. */
const LARGEST = 2 ** 22;
/** Rounding errors of a contraction, in units of 2⁻⁵³ of the sum of all terms. */
const ROUNDING = 256;
const RADII = [1, 1 / 2, 1 / 4, 1 / 8, 1 / 16, 2, 4, 8, 16];

/**
 * The weight enumerator of a network, a polynomial in z: each tensor is replaced by the indicator of its stabiliser
 * group, with p² labels instead of p on each leg,
 *
 *     A(z) = Σ_w A_w z^w = Σ over labels of Π_tensors [word of the tensor is in its group] Π_legs z^{[label ≠ 1]},
 *
 * contracted at points z = r e^{2πik/(n+1)} of a circle, from which the coefficients follow by a Fourier transform:
 *
 *     A_w r^w = (n + 1)⁻¹ Σ_k A(z_k) e^{−2πikw/(n+1)}.
 *
 * Coefficients that are known to less than ¼ are rounded to integers. Words are counted as often as the network has
 * them: once, if it encodes isometrically.
 *
 * @param network - of stabiliser tensors, without environment
 * @throws {DomainError} a tensor of another kind, a leg that dangles or is on more than two tensors, environment, or a contraction that is
 *   out of reach
 *
 * Cost (n + 1)/2 contractions with bonds p², for each radius: 20 ms for [[55, 21]] and one, half a second for 145 sites.
 *
 * @see Cao & Lackey, arXiv:2211.02756, for enumerators of networks
 */
export function networkEnumerator(network: TensorNetwork, options: EnumeratorOptions = {}): NetworkEnumerator {
  const { action = () => 'identity', radii = RADII } = options;
  if (network.environment.length > 0)
    throw new DomainError('networkEnumerator: a network without environment required');
  const n = network.boundary.length;
  checkEnds(network);
  const labelled = labelTensors(network, action);
  const plan = labelPlan(labelled, Math.floor((n + 1) / 2) + 1);
  const counts = new Array<number>(n + 1).fill(Number.NaN);
  const errors = new Array<number>(n + 1).fill(Infinity);
  for (const radius of radii) {
    const values = valuesOnCircle(labelled, plan, n, radius);
    const most = values[0]![0];
    for (let w = 0; w <= n; w++) {
      const error = (ROUNDING * 2 ** -53 * most) / radius ** w;
      if (error >= errors[w]!) continue;
      errors[w] = error;
      counts[w] = coefficient(values, n, w) / radius ** w;
    }
    if (errors.every((error) => error < 0.25)) break;
  }
  return {
    counts: counts.map((count, w) => (errors[w]! < 0.25 ? Math.round(count) + 0 : count)),
    errors: errors.map((error) => (error < 0.25 ? 0 : error)),
  };
}

/** @throws {DomainError} a leg that dangles and is neither site nor input */
function checkEnds({ nodes, boundary, bulk }: TensorNetwork): void {
  const open = new Set([...boundary, ...bulk]);
  const single = new Set<Leg>();
  for (const leg of nodes.flatMap(({ legs }) => legs)) if (!single.delete(leg)) single.add(leg);
  const lost = [...single].find((leg) => !open.has(leg));
  if (lost !== undefined) throw new DomainError(`networkEnumerator: bonds, sites and inputs required, got '${lost}'`);
}

/** The indicator of a group on the bonds of its tensor: for each label the number of words by weight at the boundary. */
interface LabelTensor {
  readonly bonds: readonly Leg[];
  readonly dimensions: readonly number[];
  /** Shape (labels, legs at the boundary + 1). */
  readonly terms: Float64Array;
  readonly weights: number;
}

/** A leg of a tensor: its qudits, and what becomes of their label. */
interface LabelledLeg {
  readonly leg: Leg;
  readonly qudits: readonly number[];
  readonly kind: 'bond' | 'site' | LogicalAction;
  /** Whether the label is that of the complex conjugate word: at the second end of a bond Σ|ii⟩. */
  readonly conjugate: boolean;
}

function labelTensors(network: TensorNetwork, action: (leg: Leg) => LogicalAction): readonly LabelTensor[] {
  const { dimensions, boundary, bulk } = network;
  const [sites, inputs] = [new Set(boundary), new Set(bulk)];
  const ends = new Map<Leg, number>();
  return network.nodes.map((node) => {
    const group = stabilisersOf(node);
    let next = 0;
    const legs = node.legs.map((leg): LabelledLeg => {
      const qudits = Array.from({ length: quditsOfLeg(dimensions[leg]!, group.prime) ?? 0 }, () => next++);
      const end = ends.get(leg) ?? 0;
      ends.set(leg, end + 1);
      const kind = sites.has(leg) ? 'site' : inputs.has(leg) ? action(leg) : 'bond';
      if (end > (kind === 'bond' ? 1 : 0)) {
        throw new DomainError(`networkEnumerator: legs on at most two tensors required, got '${leg}' at '${node.id}'`);
      }
      return { leg, qudits, kind, conjugate: end === 1 };
    });
    if (next !== group.qudits) {
      throw new DomainError(`networkEnumerator: legs of ${group.qudits} qudits required, got ${next} at '${node.id}'`);
    }
    if (group.prime ** group.phases.length > LARGEST) {
      throw new DomainError(
        `networkEnumerator: at most ${LARGEST} words of a tensor possible, got more at '${node.id}'`,
      );
    }
    return labelTensor(group, legs, dimensions);
  });
}

function labelTensor(
  group: StabiliserGroup,
  legs: readonly LabelledLeg[],
  dimensions: TensorNetwork['dimensions'],
): LabelTensor {
  const bonds = legs.filter(({ kind }) => kind === 'bond');
  const sizes = bonds.map(({ leg }) => dimensions[leg]! ** 2);
  const weights = 1 + legs.filter(({ kind }) => kind === 'site').length;
  const terms = new Float64Array(sizeOf(sizes) * weights);
  for (const word of groupWords(group)) {
    let [index, weight, bond, allowed] = [0, 0, 0, true];
    for (const { qudits, kind, conjugate } of legs) {
      const label = labelOf(word, qudits, group.prime, conjugate);
      if (kind === 'bond') index = index * sizes[bond++]! + label;
      else if (kind === 'site') weight += Number(label !== 0);
      else if (kind !== 'any' && (kind === 'acts') !== (label !== 0)) allowed = false;
    }
    const at = index * weights + weight;
    if (allowed) terms[at] = terms[at]! + 1;
  }
  return { bonds: bonds.map(({ leg }) => leg), dimensions: sizes, terms, weights };
}

function labelOf(word: Uint16Array, qudits: readonly number[], prime: number, conjugate: boolean): number {
  return qudits.reduce((label, q) => {
    const [x, z] = [word[2 * q]!, word[2 * q + 1]!];
    return (label * prime + x) * prime + (conjugate ? (prime - z) % prime : z);
  }, 0);
}

/** A plan for some points at once, which share a leg. */
interface LabelPlan {
  readonly plan: ContractionPlan;
  readonly points: number;
}

const POINT = 'point of the circle';

function labelPlan(tensors: readonly LabelTensor[], most: number): LabelPlan {
  const planOf = (points: number): ContractionPlan => {
    const dimensions: Record<Leg, number> = { [POINT]: points };
    for (const { bonds, dimensions: sizes } of tensors) {
      bonds.forEach((leg, k) => {
        dimensions[leg] = sizes[k]!;
      });
    }
    return contractionPlan(
      tensors.map(({ bonds }) => [POINT, ...bonds]),
      dimensions,
      [POINT],
    );
  };
  const single = planOf(1);
  const largest = Math.max(
    1,
    ...single.sizes,
    ...single.steps.map(({ batch, rows, columns }) => batch * rows * columns),
  );
  if (largest > 4 * LARGEST) {
    throw new DomainError(
      `networkEnumerator: intermediates of at most ${4 * LARGEST} entries possible, got ${largest}`,
    );
  }
  const points = Math.max(1, Math.min(most, Math.floor(LARGEST / largest)));
  return { plan: points === 1 ? single : planOf(points), points };
}

/** A(z_k) at z_k = r e^{2πik/(n + 1)} for k = 0 … ⌊(n + 1)/2⌋; the others are complex conjugate. */
function valuesOnCircle(
  tensors: readonly LabelTensor[],
  { plan, points }: LabelPlan,
  n: number,
  radius: number,
): readonly (readonly [number, number])[] {
  const count = Math.floor((n + 1) / 2) + 1;
  const values: (readonly [number, number])[] = [];
  for (let start = 0; start < count; start += points) {
    const angles = Array.from({ length: points }, (_, k) => (2 * Math.PI * (start + k)) / (n + 1));
    const { value, exponent } = contract(
      plan,
      tensors.map((tensor) => valuesOf(tensor, angles, radius)),
    );
    for (let k = 0; k < points && values.length < count; k++) {
      values.push([value.interleaved[2 * k]! * 2 ** exponent, value.interleaved[2 * k + 1]! * 2 ** exponent]);
    }
  }
  return values;
}

/** The label tensor at points z = r e^{iα}, shape (points, labels). */
function valuesOf(
  { terms, weights }: LabelTensor,
  angles: readonly number[],
  radius: number,
): { readonly interleaved: Float64Array } {
  const labels = terms.length / weights;
  const interleaved = new Float64Array(2 * angles.length * labels);
  angles.forEach((angle, point) => {
    for (let w = 0; w < weights; w++) {
      const [re, im] = [radius ** w * Math.cos(w * angle), radius ** w * Math.sin(w * angle)];
      for (let label = 0; label < labels; label++) {
        const [at, times] = [2 * (point * labels + label), terms[label * weights + w]!];
        interleaved[at] = interleaved[at]! + times * re;
        interleaved[at + 1] = interleaved[at + 1]! + times * im;
      }
    }
  });
  return { interleaved };
}

/** (n + 1)⁻¹ Σ_k A(z_k) e^{−2πikw/(n+1)}, by half of the points. */
function coefficient(values: readonly (readonly [number, number])[], n: number, w: number): number {
  let sum = 0;
  values.forEach(([re, im], k) => {
    const angle = (2 * Math.PI * ((k * w) % (n + 1))) / (n + 1);
    const isDouble = k > 0 && 2 * k < n + 1;
    sum += (isDouble ? 2 : 1) * (re * Math.cos(angle) + im * Math.sin(angle));
  });
  return sum / (n + 1);
}
