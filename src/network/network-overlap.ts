/**
 * @file Overlaps and norms of networks by contraction, without amplitudes: fidelity of states on 64 sites and more,
 * with gradients. Logarithms are kept, so that an overlap of 1e-30 is as accurate as one of 1/2.
 */

import {
  type Contraction,
  type ContractionPlan,
  contract,
  contractionPlan,
  contractPullback,
  planOperations,
} from '../contraction/contract.ts';
import { contractPullbackTangent, contractTangent } from '../contraction/contract-tangent.ts';
import type { Leg } from '../contraction/contraction-graph.ts';
import { DomainError, ShapeError } from '../errors.ts';
import type { Complex, ComplexArray } from '../linalg/complex.ts';
import type { NetworkPoint } from '../network-point.ts';
import type { Evaluation, Objective } from '../optimise/objective.ts';
import { isTrainable, networkTensors, nodeTangents, pullbackTensors } from './node-tensor.ts';
import type { TensorNetwork } from './tensor-network.ts';

/**
 * log F of a model against a target, F = |⟨t|ψ⟩|² / (⟨t|t⟩⟨ψ|ψ⟩), with gradient: as an objective, −log F. Where the
 * model has environment legs, F = ⟨t|ρ|t⟩ / (⟨t|t⟩ Tr ρ) of its mixed state ρ.
 *
 * @param target - pure, any parameters
 * @param model - same boundary dimensions
 * @returns θ ↦ −log F ≥ 0 and its gradient. Where the states are orthogonal, exactly or by underflow, it is +∞ with
 *   gradient 0, like that of F itself: no direction is better than another, and `minimise` ends as diverged
 * @throws {ShapeError} the boundaries differ
 * @throws {DomainError} the target has environment legs, or either has logical inputs
 *
 * Cost of two matrix-product states: O(n d χ³) for value and gradient.
 */
export function negativeLogFidelity(target: NetworkPoint<TensorNetwork>, model: TensorNetwork): Objective {
  return (theta) => logFidelityTerms(target, model)(theta);
}

/**
 * Infidelity 1 − F, see `negativeLogFidelity`, with gradient. Its gradient vanishes with F: from a start with a tiny
 * overlap minimise −log F first.
 */
export function networkInfidelity(target: NetworkPoint<TensorNetwork>, model: TensorNetwork): Objective {
  const negativeLog = logFidelityTerms(target, model);
  return (theta) => {
    const { value, gradient } = negativeLog(theta);
    const fidelity = Math.exp(-value);
    return { value: -Math.expm1(-value), gradient: gradient.map((x) => fidelity * x) };
  };
}

/**
 * ⟨a|b⟩ = mantissa · 2^exponent of two networks without environment.
 *
 * @throws {ShapeError} the boundaries differ
 */
export function networkInnerProduct(
  a: NetworkPoint<TensorNetwork>,
  b: NetworkPoint<TensorNetwork>,
): { readonly mantissa: Complex; readonly exponent: number } {
  const { value, exponent } = evaluate([layer(a, 'bra', true), layer(b, 'ket', false)]).contraction;
  return { mantissa: [value.interleaved[0]!, value.interleaved[1]!], exponent };
}

/** log ⟨ψ|ψ⟩ of a network, environment legs traced out. */
export function networkLogNorm(point: NetworkPoint<TensorNetwork>): number {
  return logOf(evaluate(normLayers(point)).contraction);
}

/** log ⟨ψ|ψ⟩ as an objective, see `networkLogNorm`. */
export function logNorm(network: TensorNetwork): Objective {
  const wanted = network.nodes.map(isTrainable);
  return (theta) => logQuadratic(normLayers({ network, theta }), wanted, { network, theta });
}

/**
 * The Fubini–Study metric of a network's state as a map, without amplitudes,
 *
 *     v ↦ g·v,    g_ij = Re(⟨∂_iφ|∂_jφ⟩/N − ⟨∂_iφ|φ⟩⟨φ|∂_jφ⟩/N²),    N = ⟨φ|φ⟩:
 *
 * ⟨φ|φ⟩ is differentiated forwards in the bra along v and backwards in the ket.
 *
 * @returns g·v of shape (P,) for v of shape (P,), and the multiply-adds of the contraction, of which a product costs
 *   six
 * @throws {DomainError} the network has environment legs or logical inputs
 *
 * Cost of a matrix-product state: O(n d χ³) for each product.
 */
export function networkMetricProduct(point: NetworkPoint<TensorNetwork>): {
  readonly product: (direction: Float64Array) => Float64Array;
  readonly operations: number;
} {
  const { network, theta } = point;
  checkPair(network, network);
  const { contraction, plan, needed, cotangentsOf, tensorsOf } = evaluate(
    normLayers(point),
    network.nodes.map(isTrainable),
  );
  const inverse = 1 / contraction.value.interleaved[0]!;
  const product = (direction: Float64Array): Float64Array => {
    const bra = nodeTangents(network, theta, direction).map((tangent) => tangent && conjugated(tangent));
    const tangent = contractTangent(plan, contraction, tensorsOf('bra', bra));
    const [re, im] = tangent.value as unknown as Complex; // ⟨∂_vφ|φ⟩
    const [lambda, change] = [Float64Array.of(inverse, 0), Float64Array.of(-re * inverse ** 2, im * inverse ** 2)];
    const changes = contractPullbackTangent(plan, contraction, tangent, lambda, change, needed);
    return pullbackTensors(network, theta, cotangentsOf(changes));
  };
  return { product, operations: planOperations(plan) };
}

function logFidelityTerms(target: NetworkPoint<TensorNetwork>, model: TensorNetwork): Objective {
  checkPair(target.network, model);
  const logTargetNorm = networkLogNorm(target);
  const wanted = model.nodes.map(isTrainable);
  return (theta) => {
    const point = { network: model, theta };
    const overlap =
      model.environment.length === 0 ? pureOverlap(target, point, wanted) : mixedOverlap(target, point, wanted);
    if (overlap.value === -Infinity) return { value: Infinity, gradient: overlap.gradient };
    const norm = logQuadratic(normLayers(point), wanted, point);
    const gradient = norm.gradient.map((x, k) => x - overlap.gradient[k]!);
    return { value: Math.max(0, logTargetNorm + norm.value - overlap.value), gradient };
  };
}

/** log |⟨t|ψ⟩|² and its gradient. */
function pureOverlap(
  target: NetworkPoint<TensorNetwork>,
  model: NetworkPoint<TensorNetwork>,
  wanted: readonly boolean[],
): Evaluation {
  const { contraction, plan, needed, cotangentsOf } = evaluate(
    [layer(target, 'bra', true), layer(model, 'ket', false)],
    wanted,
  );
  const [re, im] = contraction.value.interleaved as unknown as Complex;
  const square = re * re + im * im;
  if (square === 0) return vanishing(model);
  const lambda = Float64Array.of((2 * re) / square, (2 * im) / square);
  const cotangents = cotangentsOf(contractPullback(plan, contraction, lambda, needed));
  return { value: logOf(contraction) * 2, gradient: pullbackTensors(model.network, model.theta, cotangents) };
}

/** log ⟨t|ρ|t⟩ and its gradient: four layers, the environment joined between the two inner ones. */
function mixedOverlap(
  target: NetworkPoint<TensorNetwork>,
  model: NetworkPoint<TensorNetwork>,
  wanted: readonly boolean[],
): Evaluation {
  const layers = [
    layer(target, 'bra', true, 'upper'),
    layer(model, 'ket', false, 'upper'),
    layer(model, 'conjugate', true, 'lower'),
    layer(target, 'target', false, 'lower'),
  ];
  return logQuadratic(layers, wanted, model);
}

/**
 * log q and its gradient, for a real q = Q(ψ, ψ̄) > 0 whose layers contain ψ as 'ket' and ψ̄ symmetrically: both
 * contribute the same, so the ket's cotangent counts twice.
 */
function logQuadratic(
  layers: readonly Layer[],
  wanted: readonly boolean[],
  model: NetworkPoint<TensorNetwork>,
): Evaluation {
  const { contraction, plan, needed, cotangentsOf } = evaluate(layers, wanted);
  const [quadratic] = contraction.value.interleaved as unknown as Complex;
  if (quadratic === 0) return vanishing(model);
  const lambda = Float64Array.of(2 / quadratic, 0);
  const cotangents = cotangentsOf(contractPullback(plan, contraction, lambda, needed));
  return { value: logOf(contraction), gradient: pullbackTensors(model.network, model.theta, cotangents) };
}

/**
 * The logarithm of a quadratic form that vanishes, and the form's gradient, which is 0 since the form is nowhere
 * negative.
 */
const vanishing = ({ theta }: NetworkPoint<TensorNetwork>): Evaluation => ({
  value: -Infinity,
  gradient: new Float64Array(theta.length),
});

/** log |value · 2^exponent| of a scalar. */
function logOf({ value, exponent }: Contraction): number {
  return Math.log(Math.hypot(value.interleaved[0]!, value.interleaved[1]!)) + exponent * Math.LN2;
}

/** A copy of a network inside a scalar contraction. */
interface Layer {
  readonly name: string;
  readonly point: NetworkPoint<TensorNetwork>;
  readonly conjugate: boolean;
  readonly legs: readonly (readonly Leg[])[];
  readonly dimensions: Readonly<Record<Leg, number>>;
}

/** Bonds get the layer's name, boundary legs the name of the side, environment legs are common to all layers. */
function layer(point: NetworkPoint<TensorNetwork>, name: string, conjugate: boolean, side = 'site'): Layer {
  const { network } = point;
  const renamed = new Map<Leg, Leg>();
  for (const [k, leg] of network.boundary.entries()) renamed.set(leg, `${side} ${k}`);
  for (const [k, leg] of network.environment.entries()) renamed.set(leg, `environment ${k}`);
  const rename = (leg: Leg): Leg => renamed.get(leg) ?? `${name} ${leg}`;
  return {
    name,
    point,
    conjugate,
    legs: network.nodes.map((node) => node.legs.map(rename)),
    dimensions: Object.fromEntries(Object.entries(network.dimensions).map(([leg, d]) => [rename(leg), d])),
  };
}

const normLayers = (point: NetworkPoint<TensorNetwork>): readonly Layer[] => [
  layer(point, 'bra', true),
  layer(point, 'ket', false),
];

interface Evaluated {
  readonly plan: ContractionPlan;
  readonly contraction: Contraction;
  /** Which tensors of the plan are wanted nodes of the 'ket' layer. */
  readonly needed: readonly boolean[];
  /** Picks from cotangents in plan order those of the 'ket' layer, in node order. */
  readonly cotangentsOf: (all: readonly (Float64Array | undefined)[]) => readonly (Float64Array | undefined)[];
  /** Puts the arrays of the named layer from node order into plan order; undefined for all other layers. */
  readonly tensorsOf: (
    name: string,
    own: readonly (ComplexArray | undefined)[],
  ) => readonly (Float64Array | undefined)[];
}

/** Contracts the layers to a scalar. Nodes are taken in turn from all layers, so that chains are zipped together. */
function evaluate(layers: readonly Layer[], wanted: readonly boolean[] = []): Evaluated {
  const order = layers
    .flatMap((own, l) => own.legs.map((legs, node) => ({ l, node, legs, place: (node + 0.5) / own.legs.length })))
    .sort((a, b) => a.place - b.place || a.l - b.l);
  const plan = remembered(layers, () =>
    contractionPlan(
      order.map(({ legs }) => legs),
      Object.assign({}, ...layers.map(({ dimensions }) => dimensions)),
      [],
    ),
  );
  const tensors = layers.map(({ point, conjugate }) => {
    const own = networkTensors(point.network, point.theta);
    return conjugate ? own.map(conjugated) : own;
  });
  const isKet = (l: number): boolean => layers[l]!.name === 'ket';
  return {
    plan,
    contraction: contract(
      plan,
      order.map(({ l, node }) => tensors[l]![node]!),
    ),
    needed: order.map(({ l, node }) => isKet(l) && wanted[node] === true),
    cotangentsOf: (all) => {
      const cotangents: (Float64Array | undefined)[] = [];
      order.forEach(({ l, node }, place) => {
        if (isKet(l)) cotangents[node] = all[place];
      });
      return cotangents;
    },
    tensorsOf: (name, own) =>
      order.map(({ l, node }) => (layers[l]!.name === name ? own[node]?.interleaved : undefined)),
  };
}

/** Plans are remembered for each tuple of networks: planning costs more than a small contraction. */
const plans = new WeakMap<TensorNetwork, WeakMap<TensorNetwork, Map<string, ContractionPlan>>>();

function remembered(layers: readonly Layer[], make: () => ContractionPlan): ContractionPlan {
  const [first, second] = [layers[0]!.point.network, layers[1]!.point.network];
  const inner = plans.get(first) ?? new WeakMap<TensorNetwork, Map<string, ContractionPlan>>();
  plans.set(first, inner);
  const known = inner.get(second) ?? new Map<string, ContractionPlan>();
  inner.set(second, known);
  const key = layers.map(({ name }) => name).join(' ');
  const plan = known.get(key) ?? make();
  known.set(key, plan);
  return plan;
}

function conjugated({ shape, interleaved }: ComplexArray): ComplexArray {
  return { shape, interleaved: interleaved.map((x, k) => (k % 2 === 0 ? x : -x)) };
}

function checkPair(target: TensorNetwork, model: TensorNetwork): void {
  const [a, b] = [target, model].map(({ boundary, dimensions }) => boundary.map((leg) => dimensions[leg]!).join(', '));
  if (a !== b) throw new ShapeError(`network overlap: equal boundary dimensions required, got [${a}] and [${b}]`);
  if (target.environment.length > 0) throw new DomainError('network overlap: a target without environment required');
  if (target.bulk.length + model.bulk.length > 0) {
    throw new DomainError('network overlap: networks without logical inputs required');
  }
}
