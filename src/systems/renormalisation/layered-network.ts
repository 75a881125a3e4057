/** @file Networks of standard layers for a critical chain: which sites stand between the layers. */

import { DomainError } from '../../errors.ts';
import type { RandomStream } from '../../linalg/random.ts';
import type { ChainModel } from './critical-model.ts';
import { reduced } from './graded-isometries.ts';
import { grownLayer, layerStart } from './layer-start.ts';
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
  const isometryLegs = form === 'ternary' ? 3 : 2;
  const old = below === undefined ? [] : layersOf(below).map(coarseCharges);
  const sites: (readonly number[])[] = [product(new Array<readonly number[]>(block).fill(charges), modulus)];
  for (let k = 0; k < transitional; k++) {
    const rows = product(new Array<readonly number[]>(isometryLegs).fill(sites[k]!), modulus);
    sites.push(shared(rows, Math.min(bond, rows.length), old[k] ?? []));
  }
  if (sites[transitional]!.length !== bond) {
    throw new DomainError(
      `networkOfLayers: at most ${sites[transitional]!.length} states after ${transitional} layers possible, got a bond of ${bond}`,
    );
  }
  const site = (own: readonly number[]): Site => (graded && model.symmetry !== undefined ? own : own.length);
  const layers = Array.from({ length: transitional + 1 }, (_, k) => {
    const [fine, coarse] = [sites[k]!, sites[Math.min(k + 1, transitional)]!];
    return standardLayer(form, { fine: site(fine), coarse: site(coarse), modulus });
  });
  return { transitional: layers.slice(0, -1), fixed: layers.at(-1)! };
}

/** Parameters of a new network: random, or those of a smaller one. */
export function networkStart(
  network: LayeredNetwork,
  stream: RandomStream,
  options: { readonly real: boolean; readonly noise?: number },
  from?: { readonly network: LayeredNetwork; readonly theta: Float64Array },
): Float64Array {
  const layers = layersOf(network);
  const before = from === undefined ? undefined : layersOf(from.network);
  const old = from === undefined ? undefined : layerParameters(before!, from.theta);
  const parts = layers.map((layer, k) =>
    before === undefined
      ? layerStart(layer, stream, options)
      : grownLayer(before[k]!, old![k]!, layer, stream, options),
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

function coarseCharges({ unit, grading }: RenormalisationLayer): readonly number[] {
  const leg = unit.bulk[0]!;
  return grading?.charges[leg] ?? new Array<number>(unit.dimensions[leg]!).fill(0);
}

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
