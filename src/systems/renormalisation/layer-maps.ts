/** @file The maps of a layer at fixed tensors: operators up, densities down, slopes of the tensors. */

import { currentEngine } from '../../engine/engine.ts';
import { isReal, realParts, unpacked } from '../../engine/product-program.ts';
import { times } from '../../linalg/real-vector.ts';
import { networkTensors, pullbackTensors } from '../../network/node-tensor.ts';
import { type BlockPrograms, blockPrograms, distinctNodes } from './block-programs.ts';
import { type LayerBlocks, layerBlocks, type PackedTensors, packed, spread } from './layer-blocks.ts';
import type { RenormalisationLayer } from './renormalisation-layer.ts';

/**
 * The maps of a layer at fixed tensors. Operators on all kinds of neighbourhoods are one vector, matrix after matrix,
 * interleaved; both maps are linear, and adjoint to each other in Re Tr a†b.
 */
export interface LayerMaps {
  /** A(h), summed over windows and divided by the branching. */
  readonly ascend: (operator: Float64Array) => Float64Array;
  /** D(ρ). */
  readonly descend: (density: Float64Array) => Float64Array;
  /**
   * The derivative of Tr ρ A(h) by θ, for Hermitian ρ and h.
   *
   * @param offset - of the one isometry whose parameters count; default all
   */
  readonly slope: (density: Float64Array, operator: Float64Array, offset?: number) => Float64Array;
  /** Lends one of the maps for use again and again. */
  readonly repeated: <Result>(
    map: 'ascend' | 'descend',
    vectors: readonly Float64Array[],
    work: (space: RepeatedMap) => Result,
  ) => Result;
}

/** A map of a layer that repeats itself, on shorter vectors: without imaginary parts or entries that vanish in all of the vectors given. */
export interface RepeatedMap {
  readonly apply: (short: Float64Array) => Float64Array;
  readonly short: (vector: Float64Array) => Float64Array;
  readonly long: (short: Float64Array) => Float64Array;
}

/** A layer planned block by block, and as if nothing were conserved. */
interface Planned {
  readonly blocks: LayerBlocks;
  readonly programs: BlockPrograms;
}

const plans = new WeakMap<RenormalisationLayer, { graded?: Planned; plain?: Planned }>();

function planOf(layer: RenormalisationLayer, kind: 'graded' | 'plain'): Planned {
  const known = plans.get(layer) ?? {};
  plans.set(layer, known);
  const own = known[kind];
  if (own !== undefined) return own;
  const blocks = layerBlocks(layer, kind === 'graded');
  const planned = { blocks, programs: blockPrograms(layer, blocks) };
  known[kind] = planned;
  return planned;
}

/**
 * The maps of a layer with the tensors of θ. Where the layer has a grading and both tensors and operators conserve it, blocks alone are
 * contracted. Programs are planned once for each layer.
 */
export function layerMaps(layer: RenormalisationLayer, theta: Float64Array): LayerMaps {
  const { unit, branching } = layer;
  const prepared = preparedFor(layer, theta);
  const applied = (map: 'ascend' | 'descend', vector: Float64Array): Float64Array => {
    const [from, to] = map === 'ascend' ? (['fine', 'coarse'] as const) : (['coarse', 'fine'] as const);
    const { blocks, programs, vectors, tensors } = prepared([[vector, from]]);
    const [image] = currentEngine().runProducts(programs[map], [...vectors, ...tensors]);
    return spread(image!, blocks[to], 1 / branching);
  };
  return {
    ascend: (operator) => applied('ascend', operator),
    descend: (density) => applied('descend', density),
    slope: (density, operator, offset) => {
      const { blocks, programs, vectors, tensors } = prepared([
        [operator, 'fine'],
        [density, 'coarse'],
      ]);
      const nodes = distinctNodes(blocks).filter((node) => {
        const { tensor } = unit.nodes[node]!;
        return offset === undefined || (tensor.kind === 'isometry' && tensor.offset === offset);
      });
      const images = currentEngine().runProducts(programs.slope(nodes), [...vectors, ...tensors]);
      const cotangents: (Float64Array | undefined)[] = unit.nodes.map(() => undefined);
      // The bra contributes the conjugate of what the ket does, since h and ρ are Hermitian.
      nodes.forEach((node, k) => {
        cotangents[node] = spread(images[k]!, blocks.tensors[node]!, 2 / branching);
      });
      return pullbackTensors(unit, theta, cotangents);
    },
    repeated: (map, vectors, work) => {
      const side = map === 'ascend' ? 'fine' : 'coarse';
      const all = prepared(vectors.map((vector) => [vector, side]));
      const { blocks, programs, tensors } = all;
      const isComplex = !all.vectors.every(isReal);
      const inputs = [all.vectors[0]!, ...tensors];
      return currentEngine().repeatProducts(
        programs[map],
        inputs,
        (space) =>
          work({
            apply: (x) => times(1 / branching, space.apply(x)),
            short: (vector) => shortened(vector, blocks[side], space.isReal),
            long: (short) => spread(space.isReal ? unpacked(short) : short, blocks[side]),
          }),
        isComplex,
      );
    },
  };
}

/** What programs need: their blocks, vectors and tensors. */
interface Prepared extends Planned {
  readonly vectors: readonly Float64Array[];
  readonly tensors: readonly Float64Array[];
}

type SidedVector = readonly [vector: Float64Array, side: 'fine' | 'coarse'];

/** Vectors and the tensors of θ in blocks, if all of them conserve the charges, or else as a whole. */
function preparedFor(layer: RenormalisationLayer, theta: Float64Array): (vectors: readonly SidedVector[]) => Prepared {
  const dense = networkTensors(layer.unit, theta).map(({ interleaved }) => interleaved);
  const isGraded = layer.grading !== undefined && layer.unit.nodes.every(({ tensor }) => tensor.kind === 'isometry');
  const graded = isGraded ? packedNodes(planOf(layer, 'graded').blocks, dense) : undefined;
  let plain: readonly Float64Array[] | undefined;
  return (vectors) => {
    const within = ({ blocks }: Planned) => vectors.map(([vector, side]) => packed(vector, blocks[side]));
    if (graded !== undefined) {
      const planned = planOf(layer, 'graded');
      const own = within(planned);
      if (own.every((x) => x !== undefined)) return { ...planned, vectors: own, tensors: graded };
    }
    const planned = planOf(layer, 'plain');
    plain ??= packedNodes(planned.blocks, dense)!;
    return { ...planned, vectors: within(planned).map((x) => x!), tensors: plain };
  };
}

/** The distinct tensors and their conjugates; undefined where they break the charges. */
function packedNodes(blocks: LayerBlocks, dense: readonly Float64Array[]): readonly Float64Array[] | undefined {
  const kets = distinctNodes(blocks).map((node) => packed(dense[node]!, blocks.tensors[node]!));
  if (!kets.every((ket) => ket !== undefined)) return undefined;
  return [...kets, ...kets.map((ket) => ket.map((x, k) => (k % 2 === 0 ? x : -x)))];
}

function shortened(vector: Float64Array, side: PackedTensors, real: boolean): Float64Array {
  const entries = packed(vector, side)!;
  return real ? realParts(entries) : entries;
}
