import { readFileSync } from 'node:fs';
import { crc32 as zlibCrc32 } from 'node:zlib';
import fc from 'fast-check';
import { decode, encode } from 'fast-png';
import { strToU8, zlibSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { adler32, crc32 } from '../../datasets/formats/checksum.ts';
import { readPng } from '../../datasets/formats/png.ts';
import { greatestDifference } from '../oracle/read-oracle.ts';
import { chunk, type Written, writtenPng } from './written-png.ts';

const luma = (red: number, green: number, blue: number): number => 0.299 * red + 0.587 * green + 0.114 * blue;
/** Samples that differ from pixel to pixel. */
const sample = (depth: number, k: number): number => (k * 7919 + (k >> 3) * 104_729) % 2 ** depth;

describe('a PNG picture', () => {
  test('has grey values that are luma times opacity, row by row', () => {
    const data = Uint8Array.of(255, 0, 0, 255, 255, 255, 255, 51, 0, 255, 0, 255);
    const image = readPng(encode({ width: 3, height: 1, channels: 4, data }));
    expect([image.rows, image.columns]).toEqual([1, 3]);
    expect(greatestDifference(image.pixels, [0.299, 0.2, 0.587])).toBeLessThan(1e-15);
  });

  test('that another library writes is read as it was, of 8 and 16 bits', () => {
    const pictures = fc.record({
      width: fc.integer({ min: 1, max: 20 }),
      height: fc.integer({ min: 1, max: 20 }),
      channels: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const),
      depth: fc.constantFrom(8 as const, 16 as const),
      interlace: fc.constantFrom('null' as const, 'Adam7' as const),
    });
    fc.assert(
      fc.property(pictures, ({ interlace, ...picture }) => {
        const { width, height, channels, depth } = picture;
        const samples = Array.from({ length: width * height * channels }, (_, k) => sample(depth, k));
        const data = depth === 8 ? Uint8Array.from(samples) : Uint16Array.from(samples);
        const { pixels } = readPng(encode({ ...picture, data }, { interlace }));
        const white = 2 ** depth - 1;
        const expected = Array.from(pixels, (_, k) => {
          const [a = 0, b = 0, c = 0, d = 0] = samples.slice(k * channels, (k + 1) * channels).map((x) => x / white);
          return channels === 1 ? a : channels === 2 ? a * b : luma(a, b, c) * (channels === 4 ? d : 1);
        });
        expect(greatestDifference(pixels, expected)).toBeLessThan(1e-14);
      }),
      { seed: 21, numRuns: 60 },
    );
  });

  const depths: Readonly<Record<number, readonly number[]>> = {
    0: [1, 2, 4, 8, 16],
    2: [8, 16],
    3: [1, 2, 4, 8],
    4: [8, 16],
    6: [8, 16],
  };
  const kinds = Object.entries(depths).flatMap(([colour, all]) => all.map((depth) => [Number(colour), depth] as const));

  test.each(kinds)('of colour type %d with %d bits is read with every filter, interlaced or not', (colour, depth) => {
    const channels = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }[colour]!;
    const white = 2 ** depth - 1;
    const palette = Array.from({ length: 3 * 2 ** depth }, (_, k) => sample(8, k));
    for (const [width, height] of [
      [13, 11],
      [1, 1],
      [3, 17],
      [8, 2],
    ] as const) {
      const samples = (row: number, column: number): readonly number[] =>
        Array.from({ length: channels }, (_, c) => sample(depth, (row * width + column) * channels + c));
      const transparency = colour === 3 ? [51, 0] : samples(0, 0).flatMap((x) => [x >> 8, x & 255]);
      const expected = Array.from({ length: width * height }, (_, k) => {
        const at = samples(Math.floor(k / width), k % width);
        if (colour === 3) {
          const [r, g, b] = palette.slice(3 * at[0]!, 3 * at[0]! + 3).map((x) => x / 255) as [number, number, number];
          return luma(r, g, b) * ([0.2, 0][at[0]!] ?? 1);
        }
        const [a = 0, b = 0, c = 0, d = 0] = at.map((x) => x / white);
        if (colour === 4) return a * b;
        if (colour === 6) return luma(a, b, c) * d;
        return at.join() === samples(0, 0).join() ? 0 : colour === 0 ? a : luma(a, b, c);
      });
      for (const interlaced of [false, true]) {
        const extras = { ...(colour === 3 && { palette }), ...(colour < 4 && { transparency }) };
        const written: Written = { width, height, depth, colour, interlaced, samples, ...extras };
        expect(greatestDifference(readPng(writtenPng(written)).pixels, expected)).toBeLessThan(1e-14);
      }
    }
  });

  test('of Saturn is the same for another library', () => {
    const bytes = readFileSync('examples/saturn.png');
    const { data, channels, width, height, depth } = decode(bytes);
    const { pixels, rows, columns } = readPng(bytes);
    expect([rows, columns, depth]).toEqual([height, width, 8]);
    const expected = Array.from(pixels, (_, k) => {
      const [a = 0, b = 0, c = 0] = [...data.subarray(k * channels, (k + 1) * channels)].map((x) => x / 255);
      return channels < 3 ? a : luma(a, b, c);
    });
    expect(greatestDifference(pixels, expected)).toBeLessThan(1e-14);
  });
});

describe('what is not a whole PNG picture is refused by name', () => {
  const samples = (row: number, column: number): readonly number[] => [sample(8, 9 * row + column)];
  const good = writtenPng({ width: 9, height: 7, depth: 8, colour: 0, interlaced: false, samples });
  const signature = [...good.subarray(0, 8)];
  const header = (width: number, height: number, ...rest: number[]): readonly number[] =>
    chunk('IHDR', [...[width, height].flatMap((x) => [x >>> 24, (x >>> 16) & 255, (x >>> 8) & 255, x & 255]), ...rest]);
  const file = (...chunks: readonly (readonly number[])[]): Uint8Array => Uint8Array.of(...signature, ...chunks.flat());
  const data = (bytes: number): readonly number[] => chunk('IDAT', [...zlibSync(new Uint8Array(bytes))]);
  const end = chunk('IEND', []);

  test.each([
    ['another format', strToU8('GIF89a'), 'a.png: a PNG picture required'],
    [
      'a picture of 8192 × 8192 in few bytes',
      file(header(8192, 8192, 1, 0, 0, 0, 0), data(9), end),
      '1 to 2^25 pixels required, got 8192 × 8192',
    ],
    ['a picture of no pixels', file(header(0, 5, 8, 0, 0, 0, 0), data(9), end), '1 to 2^25 pixels required, got 0 × 5'],
    [
      'a large picture in few bytes',
      file(header(4096, 4096, 8, 0, 0, 0, 0), data(9), end),
      'pixels: 16781312 bytes required, got at most',
    ],
    [
      'fewer pixels than declared',
      file(header(4, 4, 8, 0, 0, 0, 0), data(19), end),
      'a.png: pixels: 20 bytes required, got 19',
    ],
    [
      'more pixels than declared',
      file(header(4, 4, 8, 0, 0, 0, 0), data(21), end),
      'a.png: pixels: 20 bytes required, got more',
    ],
    [
      'a bomb of pixels',
      file(header(4, 4, 8, 0, 0, 0, 0), data(1e7), end),
      'a.png: pixels: 20 bytes required, got more',
    ],
    ['no pixels', file(header(4, 4, 8, 0, 0, 0, 0), end), 'pixels in a zlib stream required, got none'],
    ['no palette', file(header(4, 4, 8, 3, 0, 0, 0), data(20), end), 'a palette required, got none'],
    [
      'a colour beyond the palette',
      file(
        header(1, 1, 8, 3, 0, 0, 0),
        chunk('PLTE', [1, 2, 3]),
        chunk('IDAT', [...zlibSync(Uint8Array.of(0, 1))]),
        end,
      ),
      'a colour of the palette required, got 1',
    ],
    [
      'an unknown filter',
      file(header(1, 1, 8, 0, 0, 0, 0), chunk('IDAT', [...zlibSync(Uint8Array.of(5, 1))]), end),
      'a filter from 0 to 4 required, got 5',
    ],
    ['a depth that the colour has not', file(header(4, 4, 4, 2, 0, 0, 0), data(20), end), 'colour type 2, 4 bits'],
    [
      'a chunk that must be understood',
      file(header(1, 1, 8, 0, 0, 0, 0), chunk('ABcD', []), end),
      'got the chunk ABcD',
    ],
    ['another first chunk', file(data(2), header(1, 1, 8, 0, 0, 0, 0), end), 'the header of a PNG picture required'],
  ])('%s', (_, bytes, message) => {
    expect(() => readPng(bytes, 'a.png')).toThrow(message);
    expect(() => readPng(bytes, 'a.png')).toThrow('a.png: ');
  });

  test('every beginning of a file, and every file with a wrong byte', () => {
    expect(readPng(good).columns).toBe(9);
    for (let length = 0; length < good.length; length++) {
      expect(() => readPng(good.subarray(0, length), 'a.png')).toThrow(/^a\.png: /);
    }
    for (let at = 0; at < good.length; at++) {
      const bytes = good.map((byte, k) => (k === at ? byte ^ 0x10 : byte));
      expect(() => readPng(bytes, 'a.png'), `byte ${at}`).toThrow(/^a\.png: /);
    }
  });

  test('pixels whose own checksum is wrong', () => {
    const stream = [...zlibSync(new Uint8Array(20))];
    stream[stream.length - 1]! ^= 1;
    const bytes = file(header(4, 4, 8, 0, 0, 0, 0), chunk('IDAT', stream), end);
    expect(() => readPng(bytes, 'a.png')).toThrow('a.png: the checksum of the pixels required, got damaged data');
  });
});

test('checksums are those of their definitions', () => {
  const bytes = Uint8Array.from({ length: 70_000 }, (_, k) => 255 - (k % 7));
  expect(crc32(strToU8('123456789'))).toBe(0xcbf43926);
  expect(adler32(strToU8('Wikipedia'))).toBe(0x11e60398);
  expect(crc32(bytes)).toBe(zlibCrc32(bytes));
  expect(adler32(bytes)).toBe(new DataView(zlibSync(bytes).slice(-4).buffer).getUint32(0));
});
