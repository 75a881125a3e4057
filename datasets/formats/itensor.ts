/**
 * @file Tensors and matrix-product states in the HDF5 layout of ITensor, in Julia and C++.
 *
 * The layout was read off the sources that write and read it: `ext/ITensorsHDF5Ext` and `NDTensors/ext/NDTensorsHDF5Ext` of
 * ITensors.jl, `ext/ITensorMPSHDF5Ext` of ITensorMPS.jl.
 */

import { DomainError, ShapeError } from '../../src/errors.ts';
import { type ComplexArray, sizeOf } from '../../src/linalg/complex.ts';
import { printable } from '../../src/printable.ts';
import type { Hdf5Group, Hdf5Tree } from './hdf5.ts';

/** An index of a tensor. Two tensors share an index if `key`, its number and prime level, is the same. */
export interface ItensorIndex {
  readonly key: string;
  readonly dimension: number;
  readonly primeLevel: number;
  readonly tags: readonly string[];
}

/** A tensor of ITensor. */
export interface Itensor {
  readonly indices: readonly ItensorIndex[];
  /** An axis for each index, in their order; row-major, though the file is column-major. */
  readonly array: ComplexArray;
}

/** Most tensors of a matrix-product state, and most indices of a tensor. */
const [MOST_SITES, MOST_INDICES] = [65_536, 64];

/** The ITensor type of a group: 'ITensor', 'MPS', …; null for other groups. */
export const typeOf = (group: Hdf5Group): string | null => {
  const type = group.attribute('type');
  return typeof type === 'string' ? type : null;
};

function groupIn(parent: Hdf5Group, key: string, type: string, name: string): Hdf5Group {
  const found = parent.member(key);
  if (found?.kind === 'group' && typeOf(found) === type) return found;
  const got = found === null ? 'nothing' : found.kind === 'data' ? 'an array' : (typeOf(found) ?? 'another group');
  throw new DomainError(`${name}['${key}']: a group of the type ${type} required, got ${printable(got, 60)}`);
}

function numberIn(parent: Hdf5Group, key: string, most: number, name: string): number {
  const found = parent.member(key);
  const value = found?.kind === 'data' ? Number(found.single()) : Number.NaN;
  if (Number.isInteger(value) && value >= 0 && value <= most) return value;
  throw new DomainError(
    `${name}['${key}']: a whole number from 0 to ${most} required, got ${found === null ? 'nothing' : value}`,
  );
}

/**
 * The tensor in a group of the type ITensor, with the storage Dense{Float64} or Dense{ComplexF64}.
 *
 * @throws {DomainError} another storage, such as that of tensors with quantum numbers: `dense(T)` in ITensor has none
 * @throws {ShapeError} another number of entries than its indices say
 */
export function itensorOf(group: Hdf5Group, name: string): Itensor {
  const inds = groupIn(group, 'inds', 'IndexSet', name);
  const count = numberIn(inds, 'length', MOST_INDICES, `${name}['inds']`);
  const indices = Array.from({ length: count }, (_, k) => indexOf(inds, `index_${k + 1}`, `${name}['inds']`));
  const key = group.member('storage') === null ? 'store' : 'storage'; // the name before version 0.2
  const storage = group.member(key);
  const type = storage?.kind === 'group' ? typeOf(storage) : null;
  const data = storage?.kind === 'group' ? storage.member('data') : null;
  if (!/^Dense\{(Float64|ComplexF64|Float32|ComplexF32)/.test(type ?? '') || data?.kind !== 'data') {
    const advice = type?.startsWith('BlockSparse') ? ' (in ITensor: dense(T))' : '';
    throw new DomainError(
      `${name}['${key}']: the storage Dense{Float64} or Dense{ComplexF64} required${advice}, got ${printable(type ?? 'nothing', 60)}`,
    );
  }
  const shape = indices.map(({ dimension }) => dimension);
  const entries = data.array();
  // The C++ library writes complex numbers as a second axis of two, and marks that.
  const isPaired = data.attribute('__complex__') !== null;
  const interleaved = isPaired ? realParts(entries.interleaved) : entries.interleaved;
  if (interleaved.length !== 2 * sizeOf(shape)) {
    throw new ShapeError(`${name}: ${sizeOf(shape)} entries required for its indices, got ${interleaved.length / 2}`);
  }
  return { indices, array: { shape, interleaved: otherOrder(interleaved, shape) } };
}

const realParts = (interleaved: Float64Array): Float64Array => interleaved.filter((_, k) => k % 2 === 0);

function indexOf(inds: Hdf5Group, key: string, name: string): ItensorIndex {
  const index = groupIn(inds, key, 'Index', name);
  const place = `${name}['${key}']`;
  const id = index.member('id');
  const number = id?.kind === 'data' ? id.single() : null;
  if (number === null) throw new DomainError(`${place}['id']: a number required, got nothing`);
  const primeLevel = numberIn(index, 'plev', 1000, place);
  const tags = index.member('tags');
  const written = tags?.kind === 'group' ? tags.member('tags') : null;
  const text = written?.kind === 'data' ? String(written.single() ?? '') : '';
  return {
    key: `${number}'${primeLevel}`,
    dimension: numberIn(index, 'dim', 2 ** 24, place),
    primeLevel,
    tags: text.split(',').map((tag) => tag.trim()),
  };
}

/** Column-major numbers in row-major order, or the other way about with the extents reversed. */
function otherOrder(interleaved: Float64Array, shape: readonly number[]): Float64Array {
  const out = new Float64Array(interleaved.length);
  const digits = new Array<number>(shape.length).fill(0);
  const steps: number[] = [];
  for (const [axis] of shape.entries()) steps.push(sizeOf(shape.slice(0, axis)));
  let from = 0;
  for (let to = 0; to < out.length; to += 2) {
    out[to] = interleaved[2 * from]!;
    out[to + 1] = interleaved[2 * from + 1]!;
    for (let axis = shape.length - 1; axis >= 0; axis--) {
      from += steps[axis]!;
      digits[axis] = digits[axis]! + 1;
      if (digits[axis]! < shape[axis]!) break;
      from -= steps[axis]! * shape[axis]!;
      digits[axis] = 0;
    }
  }
  return out;
}

/** The number n of a tag 'n=3', as ITensor has it on the indices of sites; null without one. */
export function siteNumber({ tags }: ItensorIndex): number | null {
  const [, number] = tags.map((tag) => /^n=(\d+)$/.exec(tag)).find((match) => match !== null) ?? [];
  return number === undefined ? null : Number(number);
}

/**
 * The tensors of a group of the type MPS, from the first site on.
 *
 * @throws {DomainError | ShapeError} as `itensorOf`; no tensors
 */
export function itensorsOfMps(group: Hdf5Group, name: string): readonly Itensor[] {
  const length = numberIn(group, 'length', MOST_SITES, name);
  if (length === 0) throw new DomainError(`${name}: at least one tensor required, got none`);
  return Array.from({ length }, (_, k) => {
    const key = `MPS[${k + 1}]`;
    return itensorOf(groupIn(group, key, 'ITensor', name), `${name}['${key}']`);
  });
}

/** An index to be written: its number, dimension and tags. */
export interface WrittenIndex {
  readonly id: bigint;
  readonly dimension: number;
  readonly tags: string;
}

const typed = (type: string, members: Hdf5Tree['members'], more: Hdf5Tree['attributes'] = {}): Hdf5Tree => ({
  attributes: { type, version: 1n, ...more },
  members,
});

/** A tensor as a group of the type ITensor; its array is row-major, with an axis for each index. */
export function itensorTree(indices: readonly WrittenIndex[], { interleaved }: ComplexArray): Hdf5Tree {
  const entries = indices.map(({ id, dimension, tags }, k) => {
    const members = {
      id: { unsigned: id },
      dim: BigInt(dimension),
      dir: 0n, // neither in nor out
      plev: 0n,
      tags: typed('TagSet', { tags }),
    };
    return [`index_${k + 1}`, typed('Index', members, { space_type: 'Int' })] as const;
  });
  const backwards = indices.map(({ dimension }) => dimension).reverse();
  const columnMajor = otherOrder(interleaved, backwards);
  const isComplex = interleaved.some((x, k) => k % 2 === 1 && x !== 0);
  const data = { shape: [interleaved.length / 2], interleaved: columnMajor };
  return typed('ITensor', {
    inds: typed('IndexSet', { length: BigInt(indices.length), ...Object.fromEntries(entries) }),
    storage: typed(isComplex ? 'Dense{ComplexF64}' : 'Dense{Float64}', { data }),
  });
}

/** A matrix-product state as a group of the type MPS, without a centre of orthogonality. */
export function mpsTree(tensors: readonly Hdf5Tree[]): Hdf5Tree {
  const entries = tensors.map((tensor, k) => [`MPS[${k + 1}]`, tensor] as const);
  const length = BigInt(tensors.length);
  return typed('MPS', { length, llim: 0n, rlim: length + 1n, ...Object.fromEntries(entries) });
}
