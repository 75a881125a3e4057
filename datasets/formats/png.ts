/** @file PNG pictures as arrays of grey values. */

import { DomainError } from '../../src/errors.ts';
import { type PngChunks, type PngHeader, pngChunks, zlibInflated } from './png-chunks.ts';

/** A grey picture, row-major from the top left corner; 0 is black, 1 is white. */
export interface GreyImage {
  readonly rows: number;
  readonly columns: number;
  /** Shape (rows·columns,). */
  readonly pixels: Float64Array;
}

/**
 * The grey values of a PNG picture: luma 0.299 R + 0.587 G + 0.114 B, times opacity (transparent is black).
 *
 * @throws {DomainError} not a PNG file, a damaged one (all its checksums are tested), or more than 2²⁵ pixels
 * @throws {ShapeError} fewer or more pixels than its header says
 *
 * @see ITU-R Recommendation BT.601 for the weights
 * @see W3C, Portable Network Graphics (PNG) Specification
 */
export function readPng(bytes: Uint8Array, name = 'PNG file'): GreyImage {
  const chunks = pngChunks(bytes, name);
  const { width, height, interlaced } = chunks.header;
  const passes = (interlaced ? ADAM7 : WHOLE).map((pass) => ({
    ...pass,
    columns: Math.ceil((width - pass.x) / pass.dx),
    rows: Math.ceil((height - pass.y) / pass.dy),
  }));
  const reduced = passes.filter(({ rows, columns }) => rows > 0 && columns > 0);
  const lineOf = (columns: number): number => Math.ceil((columns * bitsOf(chunks.header)) / 8);
  const size = reduced.reduce((sum, { rows, columns }) => sum + rows * (1 + lineOf(columns)), 0);
  const data = zlibInflated(chunks.data, size, name);
  const pixels = new Float64Array(width * height);
  let start = 0;
  for (const { x, y, dx, dy, rows, columns } of reduced) {
    const length = lineOf(columns);
    let above: Uint8Array = new Uint8Array(length);
    for (let row = 0; row < rows; row++, start += 1 + length) {
      const line = data.subarray(start + 1, start + 1 + length);
      unfilter(data[start]!, line, above, Math.max(1, bitsOf(chunks.header) / 8), name);
      const grey = greyOf(line, chunks, name);
      for (let column = 0; column < columns; column++) {
        pixels[(y + row * dy) * width + x + column * dx] = grey(column);
      }
      above = line;
    }
  }
  return { rows: height, columns: width, pixels };
}

const WHOLE = [{ x: 0, y: 0, dx: 1, dy: 1 }];
/** The seven reduced pictures of an interlaced one: the first pixel and the steps of each. */
const ADAM7 = [
  { x: 0, y: 0, dx: 8, dy: 8 },
  { x: 4, y: 0, dx: 8, dy: 8 },
  { x: 0, y: 4, dx: 4, dy: 8 },
  { x: 2, y: 0, dx: 4, dy: 4 },
  { x: 0, y: 2, dx: 2, dy: 4 },
  { x: 1, y: 0, dx: 2, dy: 2 },
  { x: 0, y: 1, dx: 1, dy: 2 },
];

const bitsOf = ({ channels, depth }: PngHeader): number => channels * depth;

/** Adds to every byte what its filter predicts from the bytes to the left, above and above left; overwrites `line`. */
function unfilter(filter: number, line: Uint8Array, above: Uint8Array, step: number, name: string): void {
  const predict = PREDICTIONS[filter];
  if (predict === undefined) throw new DomainError(`${name}: a filter from 0 to 4 required, got ${filter}`);
  if (filter === 0) return;
  for (let k = 0; k < line.length; k++) {
    line[k] = line[k]! + predict(k < step ? 0 : line[k - step]!, above[k]!, k < step ? 0 : above[k - step]!);
  }
}

const PREDICTIONS: readonly ((left: number, up: number, corner: number) => number)[] = [
  () => 0,
  (left) => left,
  (_, up) => up,
  (left, up) => (left + up) >> 1,
  (left, up, corner) => {
    const [a, b, c] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)];
    return a <= b && a <= c ? left : b <= c ? up : corner;
  },
];

/** The grey value of each pixel of an unfiltered line. */
function greyOf(line: Uint8Array, { header, palette, transparency }: PngChunks, name: string) {
  const { depth, colour, channels } = header;
  const full = depth === 16 ? 65535 : 255;
  const scale = depth < 8 && colour !== 3 ? 255 / (2 ** depth - 1) : 1;
  const sample = (k: number): number => {
    if (depth === 16) return 256 * line[2 * k]! + line[2 * k + 1]!;
    return scale * ((line[(k * depth) >> 3]! >> (8 - depth - ((k * depth) & 7))) & (2 ** depth - 1));
  };
  if (colour === 3) {
    return (column: number): number => {
      const k = sample(column);
      if (3 * k + 2 >= palette.length) throw new DomainError(`${name}: a colour of the palette required, got ${k}`);
      return grey(palette[3 * k]!, palette[3 * k + 1]!, palette[3 * k + 2]!, transparency[k] ?? 255, full);
    };
  }
  const [toGreen, toBlue] = (colour & 2) === 0 ? [0, 0] : [1, 2];
  const hasOpacity = (colour & 4) !== 0;
  // In a picture without opacity one colour may be declared transparent, each of its samples given by two bytes.
  const transparent = [0, toGreen, toBlue].map((c) => scale * (256 * transparency[2 * c]! + transparency[2 * c + 1]!));
  return (column: number): number => {
    const first = column * channels;
    const [red, green, blue] = [sample(first), sample(first + toGreen), sample(first + toBlue)];
    if (hasOpacity) return grey(red, green, blue, sample(first + channels - 1), full);
    const isTransparent = red === transparent[0] && green === transparent[1] && blue === transparent[2];
    return isTransparent ? 0 : grey(red, green, blue, full, full);
  };
}

/** Luma times opacity, for samples from 0 to `full`. */
function grey(red: number, green: number, blue: number, opacity: number, full: number): number {
  return ((299 * red + 587 * green + 114 * blue) * opacity) / (1000 * full * full);
}
