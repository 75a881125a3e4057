/**
 * @file Tensors that conserve a charge: of their entries only those are kept whose charges add up to zero. U(1) has
 * integer charges, Z_N charges modulo N; without a symmetry there is one block, the dense tensor.
 */

import { isReal, realParts, unpacked } from '../engine/product-program.ts';
import { DomainError } from '../errors.ts';
import { type ComplexArray, sizeOf } from '../linalg/complex.ts';
import { chargeModulo, type GradedLeg } from './graded-leg.ts';

/** All entries with one sector for each leg, row-major, as part of the tensor's list of entries. */
export interface Block {
  /** Number of the sector for each leg. */
  readonly sectors: readonly number[];
  readonly shape: readonly number[];
  /** Entry at which it begins. */
  readonly start: number;
}

/** Which blocks a tensor has. */
export interface GradedShape {
  readonly legs: readonly GradedLeg[];
  /** Σ sign·charge over the legs vanishes in every block. Legs that are contracted have opposite signs. */
  readonly signs: readonly number[];
  /** N of Z_N; 0 for integer charges. */
  readonly modulus: number;
  readonly blocks: readonly Block[];
  /** Number of entries. */
  readonly size: number;
  /** Equal for shapes with equal blocks. */
  readonly key: string;
}

/** A tensor block by block; 2·size numbers, and its size real ones where it is known that no others occur. */
export interface GradedTensor {
  readonly shape: GradedShape;
  readonly interleaved: Float64Array;
  readonly real?: Float64Array;
}

/** A real tensor; its interleaved numbers are written when they are first asked for. */
export function realTensor(shape: GradedShape, real: Float64Array): GradedTensor {
  let interleaved: Float64Array | undefined;
  return {
    shape,
    real,
    get interleaved() {
      interleaved ??= unpacked(real);
      return interleaved;
    },
  };
}

/** A tensor of these complex numbers, which may be real. */
export const tensorOfNumbers = (shape: GradedShape, interleaved: Float64Array): GradedTensor =>
  isReal(interleaved) ? realTensor(shape, realParts(interleaved)) : { shape, interleaved };

/** factor·tensor. */
export function scaledTensor(tensor: GradedTensor, factor: number): GradedTensor {
  const { shape, real } = tensor;
  return real
    ? realTensor(
        shape,
        real.map((x) => factor * x),
      )
    : { shape, interleaved: tensor.interleaved.map((x) => factor * x) };
}

/** The shape with all blocks that the charges allow. */
export function gradedShape(legs: readonly GradedLeg[], signs: readonly number[], modulus: number): GradedShape {
  const blocks: Block[] = [];
  let size = 0;
  const extend = (sectors: readonly number[], charge: number): void => {
    const axis = sectors.length;
    if (axis === legs.length) {
      if (chargeModulo(charge, modulus) !== 0) return;
      const shape = sectors.map((sector, k) => legs[k]!.sectors[sector]!.indices.length);
      blocks.push({ sectors, shape, start: size });
      size += sizeOf(shape);
      return;
    }
    legs[axis]!.sectors.forEach((sector, k) => {
      extend([...sectors, k], charge + signs[axis]! * sector.charge);
    });
  };
  extend([], 0);
  return { legs, signs, modulus, blocks, size, key: keyOf(legs, signs, modulus) };
}

const keyOf = (legs: readonly GradedLeg[], signs: readonly number[], modulus: number): string =>
  `${modulus}|${legs.map((leg, k) => `${signs[k]}*${leg.key}`).join('|')}`;

/** Largest entry that a dense tensor may have outside the blocks, relative to its largest. */
const FORBIDDEN = 1e-9;

/**
 * The blocks of a dense tensor.
 *
 * @param name - who asks, for the error
 * @throws {DomainError} entries that the charges forbid
 */
export function gradedOf({ interleaved }: ComplexArray, shape: GradedShape, name: string): GradedTensor {
  const out = new Float64Array(2 * shape.size);
  let kept = 0;
  forEachEntry(shape, (entry, place) => {
    out[2 * entry] = interleaved[2 * place]!;
    out[2 * entry + 1] = interleaved[2 * place + 1]!;
    kept += out[2 * entry]! ** 2 + out[2 * entry + 1]! ** 2;
  });
  const all = interleaved.reduce((sum, x) => sum + x * x, 0);
  if (all - kept > FORBIDDEN * all) {
    throw new DomainError(`${name}: a tensor that conserves the charge required, got other entries`);
  }
  return tensorOfNumbers(shape, out);
}

/** The tensor with all its entries, zeros outside the blocks. */
export function denseOf({ shape, interleaved }: GradedTensor): ComplexArray {
  const dimensions = shape.legs.map(({ charges }) => charges.length);
  const out = new Float64Array(2 * sizeOf(dimensions));
  forEachEntry(shape, (entry, place) => {
    out[2 * place] = interleaved[2 * entry]!;
    out[2 * place + 1] = interleaved[2 * entry + 1]!;
  });
  return { shape: dimensions, interleaved: out };
}

/** The complex conjugate, whose legs have the opposite signs. */
export function conjugateTensor(tensor: GradedTensor): GradedTensor {
  const { legs, modulus } = tensor.shape;
  const signs = tensor.shape.signs.map((sign) => -sign);
  const shape = { ...tensor.shape, signs, key: keyOf(legs, signs, modulus) };
  if (tensor.real) return realTensor(shape, tensor.real);
  return { shape, interleaved: conjugated(tensor.interleaved) };
}

function conjugated(interleaved: Float64Array): Float64Array {
  const out = interleaved.slice();
  for (let k = 1; k < out.length; k += 2) out[k] = -out[k]!;
  return out;
}

/** The place of every entry in the dense tensor. */
export function densePlaces(shape: GradedShape): Int32Array {
  const places = new Int32Array(shape.size);
  forEachEntry(shape, (entry, place) => {
    places[entry] = place;
  });
  return places;
}

/** Visits every entry with its place in the dense tensor. */
function forEachEntry({ legs, blocks }: GradedShape, visit: (entry: number, place: number) => void): void {
  const strides = new Array<number>(legs.length).fill(1);
  for (let k = legs.length - 2; k >= 0; k--) strides[k] = strides[k + 1]! * legs[k + 1]!.charges.length;
  for (const { sectors, start } of blocks) {
    const places = sectors.map((sector, k) => legs[k]!.sectors[sector]!.indices.map((index) => index * strides[k]!));
    let entry = start;
    const walk = (axis: number, place: number): void => {
      if (axis === places.length) visit(entry++, place);
      else for (const step of places[axis]!) walk(axis + 1, place + step);
    };
    walk(0, 0);
  }
}
