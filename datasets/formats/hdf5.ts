/** @file HDF5 files as trees of groups and arrays, by the optional package h5wasm. */

import type * as H5wasm from 'h5wasm';
import { DomainError } from '../../src/errors.ts';
import { type ComplexArray, sizeOf } from '../../src/linalg/complex.ts';
import { printable } from '../../src/printable.ts';

/** A group of a file: what is written on it, and what is in it. */
export interface Hdf5Group {
  readonly kind: 'group';
  readonly keys: readonly string[];
  /** The text or number of an attribute; null if there is none of this name. */
  readonly attribute: (name: string) => string | number | bigint | null;
  /** What has this name, or this path a/b/c; null if nothing has. */
  readonly member: (name: string) => Hdf5Group | Hdf5Data | null;
}

/** An array of a file, or a single number or text. */
export interface Hdf5Data {
  readonly kind: 'data';
  /** Extents as HDF5 has them, the last index fastest; Julia shows them in the opposite order. */
  readonly shape: readonly number[];
  readonly attribute: Hdf5Group['attribute'];
  /** A single number or text; null for arrays. */
  readonly single: () => string | number | bigint | null;
  /** Real numbers, or complex ones as records of two numbers {r, i}. */
  readonly array: () => ComplexArray;
}

/** What is to be written: groups within groups, numbers, texts and arrays. */
export interface Hdf5Tree {
  readonly attributes: Readonly<Record<string, string | bigint>>;
  readonly members: Readonly<Record<string, Hdf5Tree | Hdf5Leaf>>;
}

/** A text; a whole number of 64 bits, without a sign; an array, complex if it has imaginary parts. */
export type Hdf5Leaf = string | bigint | { readonly unsigned: bigint } | ComplexArray;

/** Most bytes of a file, and most numbers of an array. */
const [MOST_BYTES, MOST_NUMBERS] = [2 ** 30, 2 ** 26];
const [COMPOUND, FLOAT, INTEGER] = [6, 1, 0];

type Library = typeof H5wasm;

let library: Library | null = null;

/** Whether a file is HDF5, by its name. */
export const isHdf5 = (path: string): boolean => /\.(h5|hdf5)$/i.test(path);

/**
 * Loads what reads and writes HDF5: the package h5wasm, which is installed beside this one. To be awaited once before such a file
 * is read; requests and experiments that name one do so by themselves.
 *
 * @throws {DomainError} h5wasm is not installed
 */
export async function loadHdf5(): Promise<void> {
  if (library !== null) return;
  try {
    const loaded: Library = await import('h5wasm');
    const module = await loaded.ready;
    module.activate_throwing_error_handler(); // else mistakes of files are printed
    library = loaded;
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0]! : String(error);
    throw new DomainError(`HDF5: the package h5wasm required (npm install h5wasm), got: ${printable(reason, 200)}`);
  }
}

/** Loads what reads HDF5, if it is installed and a text anywhere in the JSON names such a file. */
export async function loadHdf5For(json: unknown): Promise<void> {
  if (namesHdf5(json)) await loadHdf5().catch(() => undefined); // the reader of the file tells what is missing
}

function namesHdf5(json: unknown): boolean {
  if (typeof json === 'string') return /\.(h5|hdf5)\b/i.test(json);
  return typeof json === 'object' && json !== null && Object.values(json).some(namesHdf5);
}

function loadedLibrary(name: string): Library {
  if (library !== null) return library;
  throw new DomainError(
    `${name}: the package h5wasm required for HDF5 files (npm install h5wasm; in programs await loadHdf5()), got none`,
  );
}

let files = 0;

/**
 * What a function makes of the root of a file. The file is closed after that.
 *
 * @param name - what to call the file in an error
 * @throws {DomainError} not an HDF5 file, or a damaged one; h5wasm is not loaded
 */
export function readHdf5<Value>(bytes: Uint8Array, name: string, use: (root: Hdf5Group) => Value): Value {
  const { File, FS } = loadedLibrary(name);
  if (bytes.length > MOST_BYTES) {
    throw new DomainError(`${name}: at most ${MOST_BYTES} bytes required, got ${bytes.length}`);
  }
  const path = `read-${files++}.h5`;
  FS!.writeFile(path, bytes);
  try {
    const file = opened(() => new File(path, 'r'), `${name}: an HDF5 file`);
    try {
      return use(groupOf(file, name));
    } finally {
      file.close();
    }
  } finally {
    FS!.unlink(path);
  }
}

/** What h5wasm returns; its own errors tell of the file, and of many lines the first is enough. */
function opened<Value>(step: () => Value, what: string): Value {
  try {
    return step();
  } catch (error) {
    if (error instanceof DomainError) throw error;
    const message = error instanceof Error ? error.message : String(error);
    const [, reason = message] = /\(\): (.*)/.exec(message) ?? [];
    throw new DomainError(`${what} required, got: ${printable(reason.split('\n')[0]!, 120)}`);
  }
}

function groupOf(group: H5wasm.Group, name: string): Hdf5Group {
  const { Dataset, Group } = loadedLibrary(name);
  return {
    kind: 'group',
    keys: opened(() => group.keys(), `${name}: an undamaged group`),
    attribute: attributeOf(group, name),
    member: (key) => {
      const found = opened(() => group.get(key), `${name}['${key}']: an undamaged entry`);
      if (found instanceof Group) return groupOf(found, `${name}['${key}']`);
      return found instanceof Dataset ? dataOf(found, `${name}['${key}']`) : null;
    },
  };
}

const attributeOf =
  (owner: H5wasm.Group | H5wasm.Dataset, name: string): Hdf5Group['attribute'] =>
  (key) => {
    const value = opened(() => owner.attrs[key]?.value, `${name}: an undamaged attribute`);
    return single(value);
  };

const single = (value: unknown): string | number | bigint | null =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint' ? value : null;

function dataOf(data: H5wasm.Dataset, name: string): Hdf5Data {
  const { shape, type, compound_type: record } = opened(() => data.metadata, `${name}: an undamaged array`);
  const isComplex =
    type === COMPOUND && record?.nmembers === 2 && record.members.every((member) => member.type === FLOAT);
  const value = (): unknown => opened(() => data.value, `${name}: an undamaged array`);
  return {
    kind: 'data',
    shape: shape ?? [],
    attribute: attributeOf(data, name),
    single: () => single(value()),
    array: () => {
      if (!(isComplex || type === FLOAT || type === INTEGER)) {
        throw new DomainError(`${name}: real numbers, or complex ones as records {r, i}, required, got another type`);
      }
      const size = sizeOf(shape ?? []);
      if (size > MOST_NUMBERS) throw new DomainError(`${name}: at most ${MOST_NUMBERS} numbers required, got ${size}`);
      return { shape: shape ?? [], interleaved: interleavedOf(value(), size, isComplex) };
    },
  };
}

/** Numbers as h5wasm returns them: a typed array, a list of pairs, or one of either. */
function interleavedOf(value: unknown, size: number, isComplex: boolean): Float64Array {
  const interleaved = new Float64Array(2 * size);
  const isOne = isComplex ? Array.isArray(value) && typeof value[0] === 'number' : single(value) !== null;
  const entries = (isOne ? [value] : value) as ArrayLike<number | bigint | readonly [number, number]>;
  for (let k = 0; k < size; k++) {
    const entry = entries[k]!;
    interleaved[2 * k] = Number(typeof entry === 'object' ? entry[0] : entry);
    if (typeof entry === 'object') interleaved[2 * k + 1] = entry[1];
  }
  return interleaved;
}

/**
 * An HDF5 file of groups, texts, numbers and arrays. The same tree gives the same bytes.
 *
 * @throws {DomainError} h5wasm is not loaded
 */
export function writeHdf5(tree: Hdf5Tree): Uint8Array {
  const { File, FS } = loadedLibrary('writeHdf5');
  const path = `written-${files++}.h5`;
  const file = new File(path, 'w');
  fill(file, tree);
  file.close();
  const bytes = FS!.readFile(path);
  FS!.unlink(path);
  return bytes;
}

function fill(group: H5wasm.Group, { attributes, members }: Hdf5Tree): void {
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === 'string') group.create_attribute(key, value);
    else group.create_attribute(key, new BigInt64Array([value]), [], '<q');
  }
  for (const [name, member] of Object.entries(members)) {
    if (typeof member === 'string') group.create_dataset({ name, data: member });
    else if (typeof member === 'bigint') {
      group.create_dataset({ name, data: new BigInt64Array([member]), shape: [], dtype: '<q' });
    } else if ('unsigned' in member) {
      group.create_dataset({ name, data: new BigUint64Array([member.unsigned]), shape: [], dtype: '<Q' });
    } else if ('members' in member) fill(group.create_group(name), member);
    else addArray(group, name, member);
  }
}

function addArray(group: H5wasm.Group, name: string, { shape, interleaved }: ComplexArray): void {
  const part = (offset: number) =>
    Float64Array.from({ length: interleaved.length / 2 }, (_, k) => interleaved[2 * k + offset]!);
  const [re, im] = [part(0), part(1)];
  if (im.every((x) => x === 0)) group.create_dataset({ name, data: re, shape: [...shape], dtype: '<d' });
  else {
    const data = new Map([
      ['r', [...re]],
      ['i', [...im]],
    ]);
    group.create_dataset({
      name,
      data,
      shape: [...shape],
      dtype: [
        ['r', '<d'],
        ['i', '<d'],
      ],
    });
  }
}
