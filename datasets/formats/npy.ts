/** @file NumPy's .npy files: one array of numbers. */

import { DomainError, ShapeError } from '../../src/errors.ts';
import { type ComplexArray, sizeOf } from '../../src/linalg/complex.ts';
import { printable } from '../../src/printable.ts';

/** Element types that can be written: float32, float64, complex64, complex128. */
export type NpyType = 'f4' | 'f8' | 'c8' | 'c16';

/** How an array is written. */
export interface NpyOptions {
  /** Element type; default 'c16'. A real type drops the imaginary parts, which must be zero. */
  readonly type?: NpyType;
  /** '<' little-endian bytes (default), '>' big-endian. */
  readonly byteOrder?: '<' | '>';
  /** Whether the first index runs fastest in memory; default false. */
  readonly fortranOrder?: boolean;
  /** Version of the header; default 1. */
  readonly version?: 1 | 2 | 3;
}

const MAGIC = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59]; // \x93NUMPY

/** A number at a place of the file, in one of the two byte orders. */
type Reader = (view: DataView, at: number, littleEndian: boolean) => number;

/** Every element type that can be read: its size in bytes, and how one part of it is read. */
const ELEMENTS: Readonly<Record<string, readonly [width: number, read: Reader]>> = {
  b1: [1, (view, at) => Number(view.getUint8(at) !== 0)],
  i1: [1, (view, at) => view.getInt8(at)],
  u1: [1, (view, at) => view.getUint8(at)],
  i2: [2, (view, at, little) => view.getInt16(at, little)],
  u2: [2, (view, at, little) => view.getUint16(at, little)],
  i4: [4, (view, at, little) => view.getInt32(at, little)],
  u4: [4, (view, at, little) => view.getUint32(at, little)],
  i8: [8, (view, at, little) => exactNumber(view.getBigInt64(at, little))],
  u8: [8, (view, at, little) => exactNumber(view.getBigUint64(at, little))],
  f4: [4, (view, at, little) => view.getFloat32(at, little)],
  f8: [8, (view, at, little) => view.getFloat64(at, little)],
  c8: [8, (view, at, little) => view.getFloat32(at, little)],
  c16: [16, (view, at, little) => view.getFloat64(at, little)],
};

/** An integer as a float64; NaN if it cannot be represented exactly. */
function exactNumber(integer: bigint): number {
  const number = Number(integer);
  return BigInt(number) === integer ? number : Number.NaN;
}

/**
 * The array in a .npy file, row-major; real numbers have imaginary part 0, and true is 1.
 *
 * @param bytes - the file
 * @param name - what to call it in an error
 * @throws {DomainError} not a .npy file, an element type other than bool, integer, float or complex, or an integer
 *   that float64 cannot represent
 * @throws {ShapeError} the file is shorter than its header says
 *
 * @see NumPy Enhancement Proposal 1, "A simple file format for NumPy arrays"
 */
export function readNpy(bytes: Uint8Array, name = '.npy file'): ComplexArray {
  if (bytes.length < MAGIC.length || MAGIC.some((byte, k) => bytes[k] !== byte)) {
    throw new DomainError(`${name}: a .npy file required, got other bytes at its start`);
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const version = bytes[6];
  if (version !== undefined && (version < 1 || version > 3)) {
    throw new DomainError(`${name}: .npy version 1, 2 or 3 required, got ${version}`);
  }
  const start = version === 1 ? 10 : 12;
  const length = bytes.length < start ? 0 : version === 1 ? view.getUint16(8, true) : view.getUint32(8, true);
  const data = start + length;
  if (bytes.length < data) {
    throw new ShapeError(`${name}: a header of ${data} bytes required, got a file of ${bytes.length}`);
  }
  const { type, littleEndian, fortranOrder, shape } = parseHeader(decoded(bytes.subarray(start, data)), name);
  const [width, number] = ELEMENTS[type]!;
  const size = sizeOf(shape);
  const needed = data + size * width;
  if (!(bytes.length >= needed)) {
    throw new ShapeError(`${name}: ${needed} bytes required for shape (${shape}), got ${bytes.length}`);
  }
  const isComplex = type.startsWith('c');
  const interleaved = new Float64Array(2 * size);
  const place = fortranOrder ? rowMajorIndex(shape) : (at: number) => at;
  for (let k = 0; k < size; k++) {
    const [at, to] = [data + k * width, 2 * place(k)];
    interleaved[to] = number(view, at, littleEndian);
    if (isComplex) interleaved[to + 1] = number(view, at + width / 2, littleEndian);
    else if (/[iu]8/.test(type) && Number.isNaN(interleaved[to])) {
      throw new DomainError(`${name}: integers that float64 holds required, got another at entry ${k}`);
    }
  }
  return { shape, interleaved };
}

/**
 * The array as a .npy file.
 *
 * @throws {ShapeError} the entries do not fill the shape
 * @throws {DomainError} a real type is asked for and an imaginary part is not zero
 */
export function writeNpy({ shape, interleaved }: ComplexArray, options: NpyOptions = {}): Uint8Array {
  const { type = 'c16', byteOrder = '<', fortranOrder = false, version = 1 } = options;
  const size = sizeOf(shape);
  if (interleaved.length !== 2 * size) {
    throw new ShapeError(`writeNpy: ${2 * size} numbers required for shape (${shape}), got ${interleaved.length}`);
  }
  const complex = type.startsWith('c');
  if (!complex && interleaved.some((x, k) => k % 2 === 1 && x !== 0)) {
    throw new DomainError(`writeNpy: real entries required for type '${type}', got a complex one`);
  }
  const start = version === 1 ? 10 : 12;
  const tuple = `(${shape.join(', ')}${shape.length === 1 ? ',' : ''})`;
  const fields = `{'descr': '${byteOrder}${type}', 'fortran_order': ${fortranOrder ? 'True' : 'False'}, 'shape': ${tuple}, }`;
  const header = new TextEncoder().encode(
    `${fields.padEnd(64 * Math.ceil((start + fields.length + 1) / 64) - start - 1)}\n`,
  );
  const width = type === 'f4' || type === 'c8' ? 4 : 8;
  const data = start + header.length;
  const bytes = new Uint8Array(data + size * width * (complex ? 2 : 1));
  const view = new DataView(bytes.buffer);
  bytes.set([...MAGIC, version, 0]);
  if (version === 1) view.setUint16(8, header.length, true);
  else view.setUint32(8, header.length, true);
  bytes.set(header, start);
  const put = (at: number, value: number): void => {
    if (width === 4) view.setFloat32(data + 4 * at, value, byteOrder === '<');
    else view.setFloat64(data + 8 * at, value, byteOrder === '<');
  };
  const place = fortranOrder ? rowMajorIndex(shape) : (at: number) => at;
  for (let at = 0; at < size; at++) {
    const from = place(at);
    put(complex ? 2 * at : at, interleaved[2 * from]!);
    if (complex) put(2 * at + 1, interleaved[2 * from + 1]!);
  }
  return bytes;
}

interface Header {
  readonly type: string;
  readonly littleEndian: boolean;
  readonly fortranOrder: boolean;
  readonly shape: readonly number[];
}

/** The header is a Python dictionary: {'descr': '<f8', 'fortran_order': False, 'shape': (3, 4), }. */
function parseHeader(text: string, name: string): Header {
  const descr = /'descr':\s*'([^']*)'/.exec(text)?.[1];
  const order = /'fortran_order':\s*(True|False)/.exec(text)?.[1];
  const tuple = /'shape':\s*\(([\d\s,]*)\)/.exec(text)?.[1];
  if (order === undefined || tuple === undefined) {
    throw new DomainError(`${name}: a .npy header required, got ${printable(text.trim(), 80)}`);
  }
  const parts = /^([<>|])(\w+)$/.exec(descr ?? '');
  if (parts === null || !Object.hasOwn(ELEMENTS, parts[2]!)) {
    const got = printable(descr ?? 'a structured type', 80);
    throw new DomainError(`${name}: an element type of ${Object.keys(ELEMENTS).join(', ')} required, got ${got}`);
  }
  const shape = [...tuple.matchAll(/\d+/g)].map(([digits]) => Number(digits));
  if (!shape.every(Number.isSafeInteger)) {
    throw new ShapeError(`${name}: extents below 2^53 required, got shape (${printable(String(shape), 80)})`);
  }
  return { type: parts[2]!, littleEndian: parts[1] !== '>', fortranOrder: order === 'True', shape };
}

const decoded = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** Row-major index of the entry at a given place in Fortran order. */
function rowMajorIndex(shape: readonly number[]): (at: number) => number {
  return (at) => {
    let rest = at;
    let index = 0;
    let stride = sizeOf(shape);
    for (const dimension of shape) {
      stride /= dimension;
      index += (rest % dimension) * stride;
      rest = Math.floor(rest / dimension);
    }
    return index;
  };
}
