/** @file The chunks of a PNG file: its header and its data, checked before any pixel is made. */

import { DomainError, ShapeError } from '../../src/errors.ts';
import { adler32, crc32 } from './checksum.ts';
import { inflated } from './inflate.ts';

/** The header of a picture. */
export interface PngHeader {
  readonly width: number;
  readonly height: number;
  /** Bits of a sample: 1, 2, 4, 8 or 16. */
  readonly depth: number;
  /** 0 grey, 2 colour, 3 palette, 4 grey with opacity, 6 colour with opacity. */
  readonly colour: number;
  /** Samples per pixel. */
  readonly channels: number;
  readonly interlaced: boolean;
}

/** Header, palette and transparency, and the pixels in packed form. */
export interface PngChunks {
  readonly header: PngHeader;
  /** Red, green and blue of each colour of the palette; empty without one. */
  readonly palette: Uint8Array;
  /** Opacity of each colour of the palette, or the one transparent pixel, two bytes a sample; empty without one. */
  readonly transparency: Uint8Array;
  /** A zlib stream. */
  readonly data: Uint8Array;
}

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Most pixels of a picture: enough for a camera. */
const LARGEST = 2 ** 25;
/** Samples per pixel and possible bits per sample for each colour type. */
const COLOURS: Readonly<Record<number, readonly [channels: number, depths: readonly number[]]>> = {
  0: [1, [1, 2, 4, 8, 16]],
  2: [3, [8, 16]],
  3: [1, [1, 2, 4, 8]],
  4: [2, [8, 16]],
  6: [4, [8, 16]],
};

/**
 * The chunks that make the picture; text, times and profiles are passed over.
 *
 * @throws {DomainError} not a PNG file, a wrong checksum, a missing or unknown chunk, or more than 2²⁵ pixels
 * @throws {ShapeError} the file ends too soon
 *
 * @see W3C, Portable Network Graphics (PNG) Specification, sections 5 and 11
 */
export function pngChunks(bytes: Uint8Array, name: string): PngChunks {
  if (SIGNATURE.some((byte, k) => bytes[k] !== byte)) {
    throw new DomainError(`${name}: a PNG picture required, got other bytes at its start`);
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept = new Map<string, Uint8Array[]>();
  for (let at = SIGNATURE.length; !kept.has('IEND'); ) {
    if (at + 12 > bytes.length) throw new ShapeError(`${name}: a PNG picture required, got only its beginning`);
    const length = view.getUint32(at);
    const end = at + 8 + length;
    if (end + 4 > bytes.length) throw new ShapeError(`${name}: a PNG picture required, got only its beginning`);
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (!/^[A-Za-z]{4}$/.test(type))
      throw new DomainError(`${name}: chunks of a PNG picture required, got damaged data`);
    if (crc32(bytes.subarray(at + 4, end)) !== view.getUint32(end)) {
      throw new DomainError(`${name}: the checksum of chunk ${type} required, got damaged data`);
    }
    if (/^[A-Z]/.test(type) && !['IHDR', 'PLTE', 'IDAT', 'IEND'].includes(type)) {
      throw new DomainError(`${name}: a PNG picture of the standard required, got the chunk ${type}`);
    }
    if (kept.size === 0) headerOf(type === 'IHDR' ? bytes.subarray(at + 8, end) : new Uint8Array(), name);
    kept.set(type, [...(type === 'IDAT' ? (kept.get(type) ?? []) : []), bytes.subarray(at + 8, end)]);
    at = end + 4;
  }
  const only = (type: string): Uint8Array => kept.get(type)?.[0] ?? new Uint8Array();
  const header = headerOf(only('IHDR'), name);
  const [palette, transparency, data] = [only('PLTE'), only('tRNS'), joined(kept.get('IDAT') ?? [])];
  if (header.colour === 3 && palette.length < 3) throw new DomainError(`${name}: a palette required, got none`);
  return { header, palette, transparency, data };
}

/**
 * The bytes of a zlib stream.
 *
 * @throws {DomainError | ShapeError} another number of bytes than `size`, or a wrong checksum
 */
export function zlibInflated(data: Uint8Array, size: number, name: string): Uint8Array {
  if (data.length < 6 || (data[0]! & 15) !== 8 || ((data[0]! << 8) | data[1]!) % 31 !== 0 || (data[1]! & 32) !== 0) {
    throw new DomainError(
      `${name}: pixels in a zlib stream required, got ${data.length === 0 ? 'none' : 'other data'}`,
    );
  }
  const bytes = inflated(data.subarray(2, -4), size, `${name}: pixels`);
  const checksum = new DataView(data.buffer, data.byteOffset + data.length - 4).getUint32(0);
  if (adler32(bytes) !== checksum)
    throw new DomainError(`${name}: the checksum of the pixels required, got damaged data`);
  return bytes;
}

function headerOf(chunk: Uint8Array, name: string): PngHeader {
  if (chunk.length !== 13) throw new DomainError(`${name}: the header of a PNG picture required, got another chunk`);
  const view = new DataView(chunk.buffer, chunk.byteOffset, chunk.length);
  const [width, height] = [view.getUint32(0), view.getUint32(4)];
  const [depth, colour, compression, filter, interlace] = [...chunk.subarray(8)] as [
    number,
    number,
    number,
    number,
    number,
  ];
  if (!(width > 0 && height > 0 && width * height <= LARGEST)) {
    throw new DomainError(`${name}: 1 to 2^${Math.log2(LARGEST)} pixels required, got ${width} × ${height}`);
  }
  const [channels, depths] = COLOURS[colour] ?? [0, []];
  if (!depths.includes(depth) || compression !== 0 || filter !== 0 || interlace > 1) {
    const got = `colour type ${colour}, ${depth} bits, methods ${compression}, ${filter}, ${interlace}`;
    throw new DomainError(`${name}: a PNG picture of the standard required, got ${got}`);
  }
  return { width, height, depth, colour, channels, interlaced: interlace === 1 };
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
