/** @file From an array of numbers to a checked state, with a clear error for everything that can be wrong. */

import { currentEngine } from '../src/engine/engine.ts';
import { DomainError, ShapeError } from '../src/errors.ts';
import type { MixedState, PureState } from '../src/generative/target-state.ts';
import { type ComplexArray, type ComplexMatrix, sizeOf } from '../src/linalg/complex.ts';
import { hermitianEigenvalues } from '../src/linalg/hermitian-eigen.ts';
import { norm, normalised } from '../src/linalg/vector.ts';

/** How the numbers are to be interpreted. */
export interface ArrayReading {
  /** Dimension of each site, site 0 first; default qubits. */
  readonly dimensions?: readonly number[];
  /**
   * Whether site 0 is the most significant digit of the index ('big', default: ours) or the least ('little': Qiskit's).
   */
  readonly endian?: 'big' | 'little';
  /** Whether any norm or trace other than 0 is accepted and divided out; default false. */
  readonly normalise?: boolean;
}

/** Tolerance of a norm, trace, adjoint or eigenvalue: the rounding of float32. Deviations within it are removed. */
const TOLERANCE = 1e-6;
/** Most rows of a density matrix, whose eigenvalues are checked. */
const LARGEST_DENSITY = 512;

/**
 * The state in an array. What its shape means:
 *
 * | shape                          | state                                                            |
 * |--------------------------------|------------------------------------------------------------------|
 * | (D), (D, 1), (1, D)            | amplitudes                                                       |
 * | (D, D)                         | density matrix                                                   |
 * | (d, …, d), three axes or more  | amplitudes, an axis for each site: (2, 2, 2) is three qubits     |
 * | `dimensions`                   | amplitudes, an axis for each site: also (2, 2) if it is declared |
 * | `dimensions` twice             | density matrix, sites of the rows, then sites of the columns     |
 *
 * Axis 0 is site 0; with endian 'little' the last axis is.
 *
 * @param array - numbers, row-major
 * @param name - what to call the state, and where the numbers come from in an error
 * @returns a pure state of norm 1, or a density matrix of trace 1, exactly Hermitian
 * @throws {ShapeError} the axes or the length do not fit
 * @throws {DomainError} NaN or infinite; zero; not normalised; not Hermitian; a negative eigenvalue
 */
export function stateOfArray(array: ComplexArray, name: string, reading: ArrayReading = {}): PureState | MixedState {
  const { kind, dimensions } = meaningOf(array.shape, name, reading);
  const { interleaved } = array;
  const wrong = interleaved.findIndex((x) => !Number.isFinite(x));
  if (wrong >= 0) {
    throw new DomainError(`${name}: finite numbers required, got ${interleaved[wrong]} at entry ${wrong >> 1}`);
  }
  const ordered = (numbers: Float64Array): Float64Array =>
    reading.endian === 'little' ? reversed(numbers, dimensions, kind) : numbers;
  if (kind === 'pure') {
    const vector = { length: sizeOf(dimensions), interleaved: ordered(interleaved) };
    checkScale(`${name}: a vector of norm 1`, norm(vector), reading);
    return { kind, name, dimensions, amplitudes: normalised(vector) };
  }
  const matrix = density(interleaved, sizeOf(dimensions), name, reading);
  return { kind, name, dimensions, density: { ...matrix, interleaved: ordered(matrix.interleaved) } };
}

/** What kind of state an array of this shape is, and the dimensions of its sites. */
function meaningOf(
  shape: readonly number[],
  name: string,
  { dimensions: sites, endian }: ArrayReading,
): { readonly kind: 'pure' | 'mixed'; readonly dimensions: readonly number[] } {
  if (sites !== undefined) {
    const order = endian === 'little' ? sites.toReversed() : sites;
    if (isSame(shape, order)) return { kind: 'pure', dimensions: sites };
    if (isSame(shape, [...order, ...order])) return { kind: 'mixed', dimensions: sites };
  }
  const axes = shape.length === 2 ? shape.filter((extent) => extent !== 1) : shape;
  const [size = 1] = axes;
  const isCube = shape.length > 0 && axes.every((extent) => extent === size);
  if (isCube && axes.length === 2) return { kind: 'mixed', dimensions: dimensionsOf(size, name, sites) };
  if (isCube && axes.length < 2) return { kind: 'pure', dimensions: dimensionsOf(size, name, sites) };
  if (isCube && size >= 2 && sites === undefined) return { kind: 'pure', dimensions: axes };
  const required = 'a vector, a square matrix, or an axis for each site';
  throw sites === undefined
    ? new ShapeError(`${name}: ${required} required (unequal ones: with their dimensions), got shape (${shape})`)
    : new ShapeError(`${name}: ${required} of dimensions [${sites}] required, got shape (${shape})`);
}

const isSame = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((extent, axis) => extent === b[axis]);

function dimensionsOf(size: number, name: string, given?: readonly number[]): readonly number[] {
  if (given !== undefined) {
    if (sizeOf(given) === size) return given;
    throw new ShapeError(`${name}: length ${sizeOf(given)} required for dimensions [${given}], got ${size}`);
  }
  const qubits = Math.log2(size);
  if (Number.isInteger(qubits) && qubits >= 1) return new Array<number>(qubits).fill(2);
  throw new ShapeError(`${name}: a power of two of entries required (or the dimensions of the sites), got ${size}`);
}

/** The array with its sites (of rows, and of columns) in the opposite order. */
function reversed(interleaved: Float64Array, dimensions: readonly number[], kind: 'pure' | 'mixed'): Float64Array {
  const backwards = dimensions.toReversed();
  const sites = dimensions.map((_, site) => dimensions.length - 1 - site);
  if (kind === 'pure') return currentEngine().permute(interleaved, backwards, sites);
  const columns = sites.map((site) => site + sites.length);
  return currentEngine().permute(interleaved, [...backwards, ...backwards], [...sites, ...columns]);
}

function density(numbers: Float64Array, size: number, name: string, reading: ArrayReading): ComplexMatrix {
  if (size > LARGEST_DENSITY) {
    throw new DomainError(`${name}: a density matrix of at most ${LARGEST_DENSITY} rows required, got ${size}`);
  }
  let trace = 0;
  for (let i = 0; i < size; i++) trace += numbers[2 * i * (size + 1)]!;
  checkScale(`${name}: a density matrix of trace 1`, trace, reading);
  const matrix = { rows: size, cols: size, interleaved: new Float64Array(numbers.length) };
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      const [at, across] = [2 * (i * size + j), 2 * (j * size + i)];
      const [x, y] = [numbers[at]! / trace, numbers[at + 1]! / trace];
      const [u, v] = [numbers[across]! / trace, -numbers[across + 1]! / trace];
      if (Math.hypot(x - u, y - v) > TOLERANCE) {
        const [here, there] = [entryText(numbers, size, i, j), entryText(numbers, size, j, i)];
        throw new DomainError(`${name}: a Hermitian matrix required, got ${i === j ? here : `${here} and ${there}`}`);
      }
      matrix.interleaved[at] = (x + u) / 2;
      matrix.interleaved[at + 1] = (y + v) / 2;
    }
  }
  const least = hermitianEigenvalues(matrix)[0]!;
  if (least < -TOLERANCE) throw new DomainError(`${name}: eigenvalues ≥ 0 required, got ${least}`);
  return matrix;
}

function entryText(numbers: Float64Array, size: number, row: number, column: number): string {
  const [re, im] = [numbers[2 * (row * size + column)]!, numbers[2 * (row * size + column) + 1]!];
  return `${re} ${im < 0 ? '−' : '+'} ${Math.abs(im)}i in row ${row}, column ${column}`;
}

function checkScale(what: string, scale: number, { normalise = false }: ArrayReading): void {
  if (scale === 0) throw new DomainError(`${what} required, got zero`);
  if (!(scale > 0 && scale < Infinity)) throw new DomainError(`${what} required, got ${scale}`);
  if (normalise || Math.abs(scale - 1) <= TOLERANCE) return;
  throw new DomainError(`${what} required (or normalise: true), got ${scale}`);
}
