import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { SHA256 } from '../../datasets/data/optical-digits.ts';
import {
  barsAndStripes,
  barsAndStripesRows,
  binarised,
  dividedRows,
  greyRows,
  heldOutNumbers,
  opticalDigits,
  picturesOfIdx,
  picturesOfImages,
  readCsvRows,
  readIdx,
} from '../../datasets/index.ts';

/** An IDX file of bytes with this shape. */
function idx(shape: readonly number[], data: readonly number[], type = 8): Uint8Array {
  const header = new Uint8Array(4 + 4 * shape.length);
  header.set([0, 0, type, shape.length]);
  shape.forEach((extent, k) => {
    new DataView(header.buffer).setUint32(4 + 4 * k, extent);
  });
  return Uint8Array.from([...header, ...data]);
}

describe('optical digits', () => {
  const digits = opticalDigits();

  test('are the bytes that were packed', () => {
    const sum = createHash('sha256').update(digits.pixels).update(digits.labels).digest('hex');
    expect(sum).toBe(SHA256);
  });

  test('have the class counts that the repository of the data publishes', () => {
    const counts = new Array<number>(10).fill(0);
    for (const label of digits.labels) counts[label]!++;
    expect(counts).toEqual([178, 182, 177, 183, 181, 182, 181, 179, 174, 180]);
    expect(Math.max(...digits.pixels)).toBe(16);
  });

  test('are divided into 1438 to learn from and 359 held out', () => {
    const { training, heldOut } = dividedRows(binarised(digits));
    expect([training.count, heldOut.count, training.dimensions.length]).toEqual([1438, 359, 64]);
    expect(heldOutNumbers(15).heldOut).toEqual([4, 9, 14]);
    expect(() => heldOutNumbers(3)).toThrow('rows on both sides required, got every 5 from 4 on of 3');
  });

  test('independent pixels need 24.76 nats for a held-out picture, with one pseudo-count', () => {
    const { training, heldOut } = dividedRows(binarised(digits));
    const on = Array.from({ length: 64 }, (_, k) => {
      let sum = 1;
      for (let row = 0; row < training.count; row++) sum += training.digits[row * 64 + k]!;
      return sum / (training.count + 2);
    });
    let nats = 0;
    heldOut.digits.forEach((bit, at) => {
      nats -= Math.log(bit ? on[at % 64]! : 1 - on[at % 64]!);
    });
    expect(nats / heldOut.count).toBeCloseTo(24.76, 2);
  });
});

test('bars and stripes are the support of the state of that name', () => {
  const { count, digits } = barsAndStripesRows(2, 3);
  expect(count).toBe(2 ** 2 + 2 ** 3 - 2);
  const { amplitudes } = barsAndStripes(2, 3);
  const support = Array.from({ length: 64 }, (_, b) => b).filter((b) => amplitudes.interleaved[2 * b] !== 0);
  const rows = Array.from({ length: count }, (_, k) =>
    digits.subarray(6 * k, 6 * k + 6).reduce((b, bit) => 2 * b + bit, 0),
  );
  expect(rows.sort((a, b) => a - b)).toEqual(support);
  expect(barsAndStripesRows(5, 5).count).toBe(62);
  expect(() => barsAndStripesRows(0, 3)).toThrow('sides of 1 to 16 required, got 0 × 3');
});

describe('IDX files', () => {
  test('are read with their labels, packed or not', () => {
    const file = idx([2, 1, 2], [0, 255, 128, 7]);
    expect(picturesOfIdx(file, idx([2], [3, 9]))).toEqual({
      ...{ count: 2, rows: 1, columns: 2, levels: 256 },
      pixels: Uint8Array.of(0, 255, 128, 7),
      labels: Uint8Array.of(3, 9),
    });
    const packed = gzipSync(file);
    expect(picturesOfIdx(packed).pixels).toEqual(Uint8Array.of(0, 255, 128, 7));
    packed[packed.length - 6]! ^= 1;
    expect(() => picturesOfIdx(packed, undefined, 'a.gz')).toThrow('a.gz: an undamaged gzip file required');
  });

  test.each([
    [Uint8Array.of(1, 2, 3), 'an IDX file required, got other bytes at its start'],
    [idx([1], [0, 0], 0x0d), 'unsigned bytes (type 8) with axes required, got type 13 with 1 axes'],
    [idx([2], [0]), '10 bytes required for shape (2), got 9'],
    [gzipSync(idx([2], [0])).subarray(0, 12), 'a gzip file required'],
  ])('that are none are refused (%#)', (bytes, message) => {
    expect(() => readIdx(bytes)).toThrow(message);
  });

  test('of another shape, or with too few labels, are refused', () => {
    expect(() => picturesOfIdx(idx([2], [0, 0]))).toThrow('a shape (pictures, rows, columns) without zeros required');
    expect(() => picturesOfIdx(idx([2, 1, 1], [0, 0]), idx([1], [0]))).toThrow('shape (2) required, got (1)');
  });
});

describe('rows of a CSV file', () => {
  test('have as many values as the greatest of each column, and two at least', () => {
    const rows = readCsvRows('a,b,c\n0,1,2\r\n\n0;0;1\n', 'x.csv');
    expect(rows).toEqual({ dimensions: [2, 2, 3], count: 2, digits: Uint8Array.of(0, 1, 2, 0, 0, 1) });
  });

  test('that are wrong are all named', () => {
    expect(() => readCsvRows('0,1\n0\n-1,0\n0,300', 'x.csv')).toThrow(
      [
        'x.csv:2: 2 columns required, got 1',
        "x.csv:3: integers from 0 to 255 required, got '-1' in column 1",
        "x.csv:4: integers from 0 to 255 required, got '300' in column 2",
      ].join('\n'),
    );
    expect(() => readCsvRows('0,2', 'x.csv', { dimensions: [2, 2] })).toThrow('integers from 0 to 1 required');
    expect(() => readCsvRows('\n')).toThrow('at least one row of integers required, got none');
  });
});

test('pictures of different size, and thresholds that leave one shade, are refused', () => {
  const image = (rows: number) => ({ rows, columns: 1, pixels: Float64Array.from({ length: rows }, () => 0.5) });
  expect(() => picturesOfImages([image(2), image(2), image(3)])).toThrow(
    'pictures of one size required, got 2 × 1 and, as number 2, 3 × 1',
  );
  expect(() => picturesOfImages([])).toThrow('at least one picture required');
  expect(() => picturesOfImages([image(2)], [1, 2])).toThrow('1 labels required, got 2');
  const pictures = picturesOfImages([image(2)], [4]);
  expect(greyRows(pictures).digits).toEqual(Uint8Array.of(128, 128));
  expect(() => binarised(pictures)).toThrow('a threshold with pixels on both sides required, got 127.5');
});
