/** @file The tensors and operators of a layer block by block: of their entries those whose charges add up to zero. */

import type { Leg } from '../../contraction/contraction-graph.ts';
import { type GradedLeg, gradedLeg } from '../../grading/graded-leg.ts';
import { densePlaces, type GradedShape, gradedShape } from '../../grading/graded-tensor.ts';
import { outputsOf } from '../../network/node-outputs.ts';
import { neighbourhoods, type RenormalisationLayer } from './renormalisation-layer.ts';

/** Several tensors in one array, block after block: their shapes, and where each begins. */
export interface PackedTensors {
  readonly shapes: readonly GradedShape[];
  readonly starts: readonly number[];
  /** Entries in all. */
  readonly size: number;
  /** Where every entry stands when the dense tensors stand one after the other. */
  readonly places: Int32Array;
  /** Entries of the dense tensors. */
  readonly whole: number;
}

/** A layer block by block. */
export interface LayerBlocks {
  readonly modulus: number;
  readonly legOf: (leg: Leg) => GradedLeg;
  /** Signs of the legs of each node: + for outputs, − for inputs. */
  readonly signs: readonly (readonly number[])[];
  /** The first node with the same parameters, for each node. */
  readonly sources: readonly number[];
  /** Each node by itself. */
  readonly tensors: readonly PackedTensors[];
  /** Operators on all kinds of neighbourhoods. */
  readonly fine: PackedTensors;
  readonly coarse: PackedTensors;
}

/**
 * The blocks of a layer.
 *
 * @param graded - false: as if nothing were conserved, so that every tensor is one block
 */
export function layerBlocks(layer: RenormalisationLayer, graded: boolean): LayerBlocks {
  const { unit, grading, windows } = layer;
  const own = graded ? grading : undefined;
  const modulus = own?.modulus ?? 1;
  const legs = new Map<Leg, GradedLeg>();
  for (const [leg, dimension] of Object.entries(unit.dimensions)) {
    legs.set(leg, gradedLeg(own?.charges[leg] ?? new Array<number>(dimension).fill(0)));
  }
  const legOf = (leg: Leg): GradedLeg => legs.get(leg)!;
  const signs = unit.nodes.map((node) => {
    const outputs = outputsOf(node, unit);
    return node.legs.map((leg) => (outputs.includes(leg) ? 1 : -1));
  });
  const operators = (side: 'fine' | 'coarse'): PackedTensors =>
    packedTensors(
      neighbourhoods(layer, side).map((_, kind) => {
        const window = windows.find(({ kinds = [0, 0] }) => kinds[side === 'fine' ? 0 : 1] === kind)!;
        const sites = window[side].map(legOf);
        const all = [...sites, ...sites];
        return gradedShape(all, operatorSigns(sites.length), modulus);
      }),
    );
  return {
    modulus,
    legOf,
    signs,
    sources: unit.nodes.map(({ tensor }, k) =>
      tensor.kind === 'isometry'
        ? unit.nodes.findIndex(({ tensor: other }) => other.kind === 'isometry' && other.offset === tensor.offset)
        : k,
    ),
    tensors: unit.nodes.map((node, k) => packedTensors([gradedShape(node.legs.map(legOf), signs[k]!, modulus)])),
    fine: operators('fine'),
    coarse: operators('coarse'),
  };
}

/** Signs of an operator on so many sites: + for the rows, the legs of the bra, − for the columns. */
const operatorSigns = (sites: number): readonly number[] => [
  ...new Array<number>(sites).fill(1),
  ...new Array<number>(sites).fill(-1),
];

function packedTensors(shapes: readonly GradedShape[]): PackedTensors {
  const starts: number[] = [];
  const places: number[] = [];
  let whole = 0;
  for (const shape of shapes) {
    starts.push(places.length);
    for (const place of densePlaces(shape)) places.push(whole + place);
    whole += shape.legs.reduce((product, { charges }) => product * charges.length, 1);
  }
  return { shapes, starts, size: places.length, places: Int32Array.from(places), whole };
}

/** The entries that blocks have, of interleaved dense tensors; undefined where others do not vanish. */
export function packed(dense: Float64Array, { places, size }: PackedTensors): Float64Array | undefined {
  const out = new Float64Array(2 * size);
  let kept = 0;
  for (let entry = 0; entry < size; entry++) {
    const place = places[entry]!;
    const [re, im] = [dense[2 * place]!, dense[2 * place + 1]!];
    out[2 * entry] = re;
    out[2 * entry + 1] = im;
    if (re !== 0 || im !== 0) kept++;
  }
  if (size === dense.length / 2) return out;
  let all = 0;
  for (let k = 0; k < dense.length; k += 2) if (dense[k] !== 0 || dense[k + 1] !== 0) all++;
  return all === kept ? out : undefined;
}

/** The inverse of `packed`, times a factor. */
export function spread(entries: Float64Array, { places, whole }: PackedTensors, factor = 1): Float64Array {
  const out = new Float64Array(2 * whole);
  for (let entry = 0; entry < places.length; entry++) {
    const place = places[entry]!;
    out[2 * place] = factor * entries[2 * entry]!;
    out[2 * place + 1] = factor * entries[2 * entry + 1]!;
  }
  return out;
}
