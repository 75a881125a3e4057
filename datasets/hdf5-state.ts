/** @file States in HDF5 files: tensors and matrix-product states of ITensor, and plain arrays. */

import { currentEngine } from '../src/engine/engine.ts';
import { DomainError, ShapeError } from '../src/errors.ts';
import type { MixedState, NetworkState, PureState } from '../src/generative/target-state.ts';
import { type ComplexArray, sizeOf } from '../src/linalg/complex.ts';
import { type NodeShape, networkOfShapes } from '../src/network/network-of-shapes.ts';
import { networkLogNorm } from '../src/network/network-overlap.ts';
import { networkState } from '../src/network/network-state.ts';
import type { TensorNetwork } from '../src/network/tensor-network.ts';
import type { NetworkPoint } from '../src/network-point.ts';
import { printable } from '../src/printable.ts';
import { type Hdf5Data, type Hdf5Group, readHdf5 } from './formats/hdf5.ts';
import { type Itensor, type ItensorIndex, itensorOf, itensorsOfMps, siteNumber, typeOf } from './formats/itensor.ts';
import { type ArrayReading, stateOfArray } from './state-of-array.ts';

/** Up to so many amplitudes a matrix-product state is handed over by its amplitudes. */
const LARGEST_DENSE = 2 ** 16;
/** Tolerance of a norm, as for arrays. */
const TOLERANCE = 1e-6;

/** How a file is read: what in it, and how its sites are ordered. */
export interface Hdf5Reading extends ArrayReading {
  /** Name of the group or array, 'psi' or 'run/psi'; may be left out if there is only one. */
  readonly key?: string;
}

/**
 * The state in an HDF5 file:
 *
 * - a group of ITensor's type MPS: by its amplitudes up to 2¹⁶ of them, else as a network;
 * - a group of its type ITensor: amplitudes with an index for each site, or with each index twice, once primed, a density matrix, whose
 *   rows are the primed ones. Sites are in the order of the tags n=1, n=2, …, without them in that of the indices;
 * - an array of real or complex numbers, as `stateOfArray` has it; the last index of HDF5 runs fastest. Arrays that
 *   Julia wrote have their axes reversed: endian 'little'.
 *
 * @throws {ShapeError | DomainError} an unreadable file, or no state; h5wasm is not loaded (`loadHdf5`)
 */
export function stateOfHdf5(
  bytes: Uint8Array,
  path: string,
  reading: Hdf5Reading = {},
): PureState | MixedState | NetworkState {
  return readHdf5(bytes, path, (root) => {
    const { name, member } = chosenIn(root, path, reading.key);
    if (member.kind === 'data') return stateOfArray(member.array(), name, reading);
    return typeOf(member) === 'MPS'
      ? stateOfMps(itensorsOfMps(member, name), name, reading)
      : stateOfArray(sitesInOrder(itensorOf(member, name), name), name, reading);
  });
}

/** The array in an HDF5 file, a plain one or an ITensor with its indices in their order. */
export function arrayOfHdf5(bytes: Uint8Array, path: string, key?: string): ComplexArray {
  return readHdf5(bytes, path, (root) => {
    const { name, member } = chosenIn(root, path, key);
    return member.kind === 'data' ? member.array() : itensorOf(member, name).array;
  });
}

/**
 * The matrix-product state in a group of ITensor's type MPS as a network with free tensors, and their entries.
 *
 * @throws {ShapeError | DomainError} as `stateOfHdf5`; a tensor without exactly one index of its own
 */
export function networkOfHdf5(bytes: Uint8Array, path: string, key?: string): NetworkPoint<TensorNetwork> {
  return readHdf5(bytes, path, (root) => {
    const { name, member } = chosenIn(root, path, key);
    if (member.kind === 'group' && typeOf(member) === 'MPS') return pointOfMps(itensorsOfMps(member, name), name);
    throw new DomainError(`${name}: a group of the type MPS required, got another`);
  });
}

interface Chosen {
  readonly name: string;
  readonly member: Hdf5Group | Hdf5Data;
}

/** What has the key; without one all that there is. */
function chosenIn(root: Hdf5Group, path: string, key: string | undefined): Chosen {
  const usable = (name: string): boolean => {
    const member = root.member(name);
    return member?.kind === 'data' || (member !== null && ['MPS', 'ITensor'].includes(typeOf(member) ?? ''));
  };
  const keys = root.keys.filter(usable);
  const chosen = key ?? (keys.length === 1 ? keys[0]! : null);
  const member = chosen === null ? null : root.member(chosen);
  if (chosen === null || member === null) {
    const known = keys.map((one) => `'${one}'`).join(', ') || '(there are none)';
    const got = chosen === null ? 'no key' : `'${printable(chosen, 80)}'`;
    throw new DomainError(`${path}: one of the keys ${printable(known, 1000)} required, got ${got}`);
  }
  return { name: `${path}['${chosen}']`, member };
}

/** The array with an axis for each site: those of rows, then of columns, if every index is there with and without a prime. */
function sitesInOrder({ indices, array }: Itensor, name: string): ComplexArray {
  const numbers = indices.map(siteNumber);
  const place = ({ primeLevel }: ItensorIndex, k: number): number => {
    const number = numbers[k] ?? null;
    return (primeLevel > 0 ? -1e9 : 0) + (numbers.includes(null) || number === null ? k : number);
  };
  const levels = new Set(indices.map(({ primeLevel }) => primeLevel));
  const plain = indices.filter(({ primeLevel }) => primeLevel === 0).length;
  if (levels.size > 1 && 2 * plain !== indices.length) {
    throw new ShapeError(
      `${name}: as many primed indices as others required, got ${indices.length - plain} and ${plain}`,
    );
  }
  const order = indices.map((_, k) => k).sort((a, b) => place(indices[a]!, a) - place(indices[b]!, b));
  if (levels.size > 1) {
    const half = order.slice(plain).map((k) => indices[k]!.dimension);
    const size = sizeOf(half);
    return { shape: [size, size], interleaved: currentEngine().permute(array.interleaved, array.shape, order) };
  }
  const shape = order.map((k) => indices[k]!.dimension);
  const isVector = shape.length === 1 || (shape.length === 2 && shape[0] === shape[1]);
  const interleaved = currentEngine().permute(array.interleaved, array.shape, order);
  return { shape: isVector ? [sizeOf(shape)] : shape, interleaved };
}

/** Tensors in a line as a network: an index of one tensor alone is a site, one of two is a bond. */
function pointOfMps(tensors: readonly Itensor[], name: string): NetworkPoint<TensorNetwork> {
  const counts = new Map<string, number>();
  for (const { key } of tensors.flatMap(({ indices }) => indices)) counts.set(key, (counts.get(key) ?? 0) + 1);
  const tangled = [...counts].find(([, count]) => count > 2);
  if (tangled !== undefined)
    throw new DomainError(`${name}: indices of one or two tensors required, got ${tangled[1]}`);
  const bonds = [...counts].filter(([, count]) => count === 2).map(([key]) => key);
  const shapes = tensors.map(({ indices }, site): NodeShape => {
    const own = indices.filter(({ key }) => counts.get(key) === 1);
    if (own.length !== 1) {
      throw new DomainError(`${name}['MPS[${site + 1}]']: one index of a site required, got ${own.length}`);
    }
    const legs = indices.map(({ key, dimension }) => {
      const leg = counts.get(key) === 1 ? `site-${site}` : `bond-${bonds.indexOf(key)}`;
      return [leg, dimension] as const;
    });
    return { id: `tensor-${site}`, outputs: legs, inputs: [] };
  });
  const boundary = tensors.map((_, site) => `site-${site}`);
  const theta = new Float64Array(tensors.reduce((sum, { array }) => sum + array.interleaved.length, 0));
  let at = 0;
  for (const { array } of tensors) {
    theta.set(array.interleaved, at);
    at += array.interleaved.length;
  }
  return { network: networkOfShapes(shapes, boundary, 'free'), theta };
}

function stateOfMps(
  tensors: readonly Itensor[],
  name: string,
  reading: Hdf5Reading,
): PureState | MixedState | NetworkState {
  const point = pointOfMps(tensors, name);
  const network = reading.endian === 'little' ? reversed(point.network) : point.network;
  const dimensions = network.boundary.map((leg) => network.dimensions[leg]!);
  if (reading.dimensions !== undefined && reading.dimensions.join() !== dimensions.join()) {
    throw new ShapeError(`${name}: dimensions [${reading.dimensions}] required, got [${dimensions}]`);
  }
  if (point.theta.some((x) => !Number.isFinite(x)))
    throw new DomainError(`${name}: finite numbers required, got others`);
  const { normalise } = reading;
  if (sizeOf(dimensions) <= LARGEST_DENSE) {
    const { interleaved } = networkState(network, point.theta);
    const size = sizeOf(dimensions);
    return stateOfArray({ shape: [size], interleaved }, name, { dimensions, ...(normalise && { normalise }) });
  }
  const logNorm = networkLogNorm({ network, theta: point.theta }) / 2;
  if (!Number.isFinite(logNorm)) throw new DomainError(`${name}: a state of norm 1 required, got zero`);
  if (normalise !== true && Math.abs(logNorm) > TOLERANCE) {
    throw new DomainError(`${name}: a state of norm 1 required (or normalise: true), got ${Math.exp(logNorm)}`);
  }
  const scale = Math.exp(-logNorm / tensors.length); // shared by all tensors, lest one overflow
  return { kind: 'network', name, dimensions, network, theta: point.theta.map((x) => x * scale) };
}

const reversed = (network: TensorNetwork): TensorNetwork => ({ ...network, boundary: network.boundary.toReversed() });
