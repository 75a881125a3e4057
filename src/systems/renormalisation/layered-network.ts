/** @file Networks of standard layers for a critical chain: which sites stand between the layers. */

import type { Leg } from '../../contraction/contraction-graph.ts';
import { DomainError } from '../../errors.ts';
import type { RandomStream } from '../../linalg/random.ts';
import type { ChainModel } from './critical-model.ts';
import { chargesOf, reduced } from './graded-isometries.ts';
import { grownLayer, type LayerStart, layerStart } from './layer-start.ts';
import type { RenormalisationLayer } from './renormalisation-layer.ts';
import { type LayeredNetwork, layerParameters, layersOf } from './scale-invariant-energy.ts';
import { type LayerForm, type Site, standardLayer } from './standard-layers.ts';

/** The shape of a network. */
export interface NetworkShape {
  readonly form: LayerForm;
  /** χ, the bond dimension of the layer that repeats itself. */
  readonly bond: number;
  /** Layers below it. */
  readonly transitional: number;
  /** Sites of the chain in one of the lowest layer. */
  readonly block: number;
  /** Whether tensors conserve the charges of the model. */
  readonly graded: boolean;
  /** Bond dimension between disentanglers and isometries, at most; default that of the sites below. */
  readonly middle?: number;
}

/**
 * The network of this shape for a chain. Charges of coarse sites are shared out in proportion to their number among the states
 * of the sites below, one after the other.
 *
 * @param below - a smaller network that must fit into it
 * @throws {DomainError} a bond dimension that the sites below cannot have
 */
export function networkOfLayers(model: ChainModel, shape: NetworkShape, below?: LayeredNetwork): LayeredNetwork {
  const { form, bond, transitional, block, graded } = shape;
  const { modulus, charges } = (graded ? model.symmetry : undefined) ?? {
    modulus: 1,
    charges: new Array<number>(model.dimension).fill(0),
  };
  const old = below === undefined ? [] : layersOf(below);
  const sites: (readonly number[])[] = [product(new Array<readonly number[]>(block).fill(charges), modulus)];
  const middles: (readonly number[])[] = [];
  for (let k = 0; k <= transitional; k++) {
    const fine = sites[k]!;
    const smaller = old[k] ?? old.at(-1); // layers beyond those of the smaller network repeat its last one
    const between = smaller && chargesOf(smaller, [middleLeg(smaller)]);
    middles.push(shared(fine, Math.min(shape.middle ?? fine.length, fine.length), between ?? []));
    if (k === transitional) break;
    const rows = product(isometryLegs(form, fine, middles[k]!), modulus);
    const coarse = smaller && chargesOf(smaller, smaller.unit.bulk.slice(0, 1));
    sites.push(shared(rows, Math.min(bond, rows.length), coarse ?? []));
  }
  if (sites[transitional]!.length !== bond) {
    throw new DomainError(
      `networkOfLayers: at most ${sites[transitional]!.length} states after ${transitional} layers possible, got a bond of ${bond}`,
    );
  }
  const site = (own: readonly number[]): Site => (graded && model.symmetry !== undefined ? own : own.length);
  const layers = Array.from({ length: transitional + 1 }, (_, k) => {
    const [fine, coarse] = [sites[k]!, sites[Math.min(k + 1, transitional)]!];
    return standardLayer(form, { fine: site(fine), middle: site(middles[k]!), coarse: site(coarse), modulus });
  });
  return { transitional: layers.slice(0, -1), fixed: layers.at(-1)! };
}

/** Parameters of a new network: random, or those of a smaller one. */
export function networkStart(
  network: LayeredNetwork,
  stream: RandomStream,
  options: LayerStart,
  from?: { readonly network: LayeredNetwork; readonly theta: Float64Array },
): Float64Array {
  const layers = layersOf(network);
  const before = from === undefined ? undefined : layersOf(from.network);
  const old = from === undefined ? undefined : layerParameters(before!, from.theta);
  const parts = layers.map((layer, k) =>
    before === undefined
      ? layerStart(layer, stream, options)
      : grownLayer(before[k] ?? before.at(-1)!, old![k] ?? old!.at(-1)!, layer, stream, options),
  );
  return joinedParameters(parts);
}

/** Parameters of layers, one after the other. */
export function joinedParameters(parts: readonly Float64Array[]): Float64Array {
  const theta = new Float64Array(parts.reduce((sum, { length }) => sum + length, 0));
  let offset = 0;
  for (const part of parts) {
    theta.set(part, offset);
    offset += part.length;
  }
  return theta;
}

/** Sites below an isometry of this form. */
function isometryLegs<S>(form: LayerForm, fine: S, middle: S): readonly S[] {
  if (form === 'ternary') return [middle, fine, middle];
  return form === 'binary' ? [middle, middle] : [fine, middle];
}

/** A leg between a disentangler and an isometry. */
const middleLeg = ({ unit }: RenormalisationLayer): Leg =>
  unit.nodes.find(({ id }) => id.startsWith('u'))!.legs.at(-1)!;

/** Charges of the product states of sites. */
function product(sites: readonly (readonly number[])[], modulus: number): readonly number[] {
  let all: readonly number[] = [0];
  for (const own of sites) all = all.flatMap((sum) => own.map((charge) => reduced(sum + charge, modulus)));
  return all;
}

/** `count` charges in proportion to how often they occur, by d'Hondt's method, beginning with those given. */
function shared(available: readonly number[], count: number, given: readonly number[]): readonly number[] {
  const totals = new Map<number, number>();
  for (const charge of available) totals.set(charge, (totals.get(charge) ?? 0) + 1);
  const seats = new Map<number, number>();
  for (const charge of given) seats.set(charge, (seats.get(charge) ?? 0) + 1);
  const out = [...given];
  const order = [...totals.keys()].sort((a, b) => Math.abs(a) - Math.abs(b) || a - b);
  while (out.length < count) {
    let best: number | undefined;
    let quotient = 0;
    for (const charge of order) {
      const [total, own] = [totals.get(charge)!, seats.get(charge) ?? 0];
      if (own < total && total / (own + 1) > quotient * (1 + 1e-12)) [best, quotient] = [charge, total / (own + 1)];
    }
    seats.set(best!, (seats.get(best!) ?? 0) + 1);
    out.push(best!);
  }
  return out;
}
