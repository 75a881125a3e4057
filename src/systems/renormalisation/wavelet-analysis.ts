/** @file Wavelet coefficients of numbers on a ring or a torus, and back: O(N) for N sites. */

import { DomainError, ShapeError } from '../../errors.ts';
import { highPass, tapsOf, type WaveletFilter } from './daubechies-filter.ts';

/** What a function becomes after once around the ring: itself, or its negative. */
export type WaveletBoundary = 'periodic' | 'antiperiodic';

/** How often, and on what ring. */
export interface WaveletOptions {
  /** Default 'periodic'. In several dimensions it holds for each. */
  readonly boundary?: WaveletBoundary;
  /** Number of layers; default as many as the sites can be halved. */
  readonly layers?: number;
}

/** A multiresolution of a ring or torus: all that the transform is made of. */
export interface Multiresolution {
  /** Sites along each direction, [N] for a ring. */
  readonly shape: readonly number[];
  readonly boundary: WaveletBoundary;
  readonly layers: number;
  readonly low: readonly number[];
  readonly high: readonly number[];
}

/**
 * A multiresolution, checked.
 *
 * @throws {ShapeError} no direction, or sites that cannot be halved so often
 * @throws {DomainError} a filter that is not orthogonal; layers or a boundary that do not exist
 */
export function multiresolution(
  caller: string,
  sites: number | readonly number[],
  filter: WaveletFilter,
  { boundary = 'periodic', layers }: WaveletOptions = {},
): Multiresolution {
  const shape = typeof sites === 'number' ? [sites] : sites;
  const low = tapsOf(caller, filter);
  if (boundary !== 'periodic' && boundary !== 'antiperiodic') {
    throw new DomainError(`${caller}: a boundary 'periodic' or 'antiperiodic' required, got '${boundary}'`);
  }
  if (shape.length === 0 || !shape.every((n) => Number.isInteger(n) && n >= 2)) {
    throw new ShapeError(`${caller}: at least 2 sites along each direction required, got [${shape}]`);
  }
  const most = Math.min(...shape.map(halvings));
  const depth = layers ?? most;
  if (!(Number.isInteger(depth) && depth >= 1 && depth <= most)) {
    throw new ShapeError(
      `${caller}: sites that can be halved for each of ${depth} ≥ 1 layers required, got [${shape}]`,
    );
  }
  return { shape, boundary, layers: depth, low, high: highPass(low) };
}

const halvings = (n: number): number => (n % 2 === 1 ? 0 : 1 + halvings(n / 2));

/**
 * The wavelet coefficients of numbers on a ring of N sites, or on a torus,
 *
 *     s_{ℓ+1,j} = Σ_t h_t s_{ℓ, 2j+t−K+1},    d_{ℓ+1,j} = Σ_t g_t s_{ℓ, 2j+t−K+1},    s_0 the given numbers,
 *
 * so that places 2j and 2j + 1 of a layer lie at place j of the next. In d dimensions every step is done along each
 * direction, and 2^d − 1 of the 2^d results at a place are details. The map is orthogonal.
 *
 * @param values - on the sites, row-major, shape (N,)
 * @param sites - N, or the sites along each direction
 * @returns d of layer 1, layer 2, …, then what is left, s, each in the order of places; shape (N,)
 * @throws {ShapeError | DomainError} sites that cannot be halved, another number of values, a filter that is not orthogonal
 *
 * O(N). @see Mallat, IEEE Trans. Pattern Anal. Mach. Intell. 11, 674 (1989)
 */
export function waveletCoefficients(
  values: Float64Array,
  sites: number | readonly number[],
  filter: WaveletFilter,
  options: WaveletOptions = {},
): Float64Array {
  const resolution = multiresolution('waveletCoefficients', sites, filter, options);
  checkLength('waveletCoefficients', values, resolution);
  return analysed(values, resolution, 1, 1);
}

/**
 * The numbers on the sites from their wavelet coefficients: the inverse, and transpose, of `waveletCoefficients`.
 *
 * @throws {ShapeError | DomainError} as `waveletCoefficients`
 */
export function waveletSynthesis(
  coefficients: Float64Array,
  sites: number | readonly number[],
  filter: WaveletFilter,
  options: WaveletOptions = {},
): Float64Array {
  const resolution = multiresolution('waveletSynthesis', sites, filter, options);
  checkLength('waveletSynthesis', coefficients, resolution);
  return synthesised(coefficients, resolution, 1, 1);
}

function checkLength(caller: string, { length }: Float64Array, { shape }: Multiresolution): void {
  if (length !== volume(shape)) {
    throw new ShapeError(`${caller}: ${volume(shape)} numbers for [${shape}] sites required, got ${length}`);
  }
}

export const volume = (shape: readonly number[]): number => shape.reduce((product, n) => product * n, 1);

/** Half of the sites along each direction. */
const halved = (shape: readonly number[]): readonly number[] => shape.map((n) => n / 2);

/**
 * Coefficients of a tensor along its middle index.
 *
 * @param before, after - how many numbers the indices before and after the sites count
 */
export function analysed(values: Float64Array, r: Multiresolution, before: number, after: number): Float64Array {
  const out = new Float64Array(values.length);
  const all = volume(r.shape);
  let rest = values as Float64Array<ArrayBuffer>;
  let [shape, offset] = [r.shape, 0];
  for (let layer = 0; layer < r.layers; layer++) {
    rest = alongAll(rest, shape, before, after, halving(r));
    const [coarse, kinds] = [halved(shape), 2 ** shape.length];
    const next = new Float64Array(before * volume(coarse) * after);
    eachBand(shape, (place, kind, from) => {
      for (let b = 0; b < before; b++) {
        const at = (b * volume(shape) + from) * after;
        const block = rest.subarray(at, at + after);
        if (kind === 0) next.set(block, (b * volume(coarse) + place) * after);
        else out.set(block, (b * all + offset + place * (kinds - 1) + kind - 1) * after);
      }
    });
    offset += volume(coarse) * (kinds - 1);
    [rest, shape] = [next, coarse];
  }
  for (let b = 0; b < before; b++) {
    const size = volume(shape) * after;
    out.set(rest.subarray(b * size, (b + 1) * size), (b * all + offset) * after);
  }
  return out;
}

/** The inverse of `analysed`. */
export function synthesised(values: Float64Array, r: Multiresolution, before: number, after: number): Float64Array {
  const all = volume(r.shape);
  let shape = r.shape.map((n) => n / 2 ** r.layers);
  let offset = all - volume(shape);
  let rest = new Float64Array(before * volume(shape) * after);
  for (let b = 0; b < before; b++) {
    const from = (b * all + offset) * after;
    rest.set(values.subarray(from, from + volume(shape) * after), b * volume(shape) * after);
  }
  for (let layer = r.layers; layer > 0; layer--) {
    const [coarse, kinds] = [shape, 2 ** shape.length];
    shape = coarse.map((n) => 2 * n);
    offset -= volume(coarse) * (kinds - 1);
    const next = new Float64Array(before * volume(shape) * after);
    eachBand(shape, (place, kind, to) => {
      for (let b = 0; b < before; b++) {
        const from =
          kind === 0
            ? (b * volume(coarse) + place) * after
            : (b * all + offset + place * (kinds - 1) + kind - 1) * after;
        const source = kind === 0 ? rest : values;
        next.set(source.subarray(from, from + after), (b * volume(shape) + to) * after);
      }
    });
    rest = alongAll(next, shape, before, after, doubling(r));
  }
  return rest;
}

/** A step along each direction. */
function alongAll(
  data: Float64Array<ArrayBuffer>,
  shape: readonly number[],
  before: number,
  after: number,
  step: Step,
): Float64Array<ArrayBuffer> {
  return shape.reduce(
    (rest, n, axis) => step(rest, n, before * volume(shape.slice(0, axis)), volume(shape.slice(axis + 1)) * after),
    data,
  );
}

/** Each place of the coarse lattice, with each choice of low (bit 0) and high (bit 1) along the directions. */
function eachBand(shape: readonly number[], visit: (place: number, kind: number, from: number) => void): void {
  const coarse = halved(shape);
  for (let place = 0; place < volume(coarse); place++) {
    for (let kind = 0; kind < 2 ** shape.length; kind++) {
      let [rest, stride, from] = [place, 1, 0];
      for (let axis = shape.length - 1; axis >= 0; axis--) {
        const n = coarse[axis]!;
        from += stride * ((rest % n) + ((kind >> (shape.length - 1 - axis)) & 1) * n);
        rest = Math.floor(rest / n);
        stride *= 2 * n;
      }
      visit(place, kind, from);
    }
  }
}

type Step = (data: Float64Array, n: number, left: number, right: number) => Float64Array<ArrayBuffer>;

/** n numbers become n/2 low and n/2 high ones, for each of left and right. */
function halving(r: Multiresolution): Step {
  return (data, n, left, right) => {
    const [out, entries] = [new Float64Array(data.length), entriesOf(r, n)];
    for (let l = 0; l < left; l++) {
      for (const { half, fine, tap } of entries) addMultiple(out, l * n + half, tap, data, l * n + fine, right);
    }
    return out;
  };
}

/** The transpose of `halving`. */
function doubling(r: Multiresolution): Step {
  return (data, n, left, right) => {
    const [out, entries] = [new Float64Array(data.length), entriesOf(r, n)];
    for (let l = 0; l < left; l++) {
      for (const { half, fine, tap } of entries) addMultiple(out, l * n + fine, tap, data, l * n + half, right);
    }
    return out;
  };
}

/** An entry of the matrix of a step: row j of the low results or n/2 + j of the high ones, and column. */
interface Entry {
  readonly half: number;
  readonly fine: number;
  readonly tap: number;
}

/** The entries of a step; a ring shorter than the filter is wound around more than once. */
function entriesOf({ boundary, low, high }: Multiresolution, n: number): readonly Entry[] {
  const start = 1 - low.length / 2;
  return Array.from({ length: n / 2 }, (_, j) =>
    low.flatMap((tap, t) => {
      const place = 2 * j + t + start;
      const turns = Math.floor(place / n);
      const sign = boundary === 'antiperiodic' && turns % 2 !== 0 ? -1 : 1;
      const fine = place - turns * n;
      return [
        { half: j, fine, tap: sign * tap },
        { half: n / 2 + j, fine, tap: sign * high[t]! },
      ];
    }),
  ).flat();
}

/** Adds a multiple of block `from` of so many numbers to block `to`. */
function addMultiple(
  out: Float64Array,
  to: number,
  factor: number,
  data: Float64Array,
  from: number,
  size: number,
): void {
  const [at, source] = [to * size, from * size];
  for (let k = 0; k < size; k++) out[at + k] = out[at + k]! + factor * data[source + k]!;
}
