import { expect, test } from 'vitest';
import { bitmapUri } from '../../src/drawing/bitmap.ts';

const bytesOf = (uri: string): Uint8Array => Uint8Array.from(Buffer.from(uri.split(',')[1]!, 'base64'));

test('a picture is an 8-bit BMP: header, grey palette, rows from the bottom, padded to four bytes', () => {
  const uri = bitmapUri(2, 3, [0, 0.5, 1, 2, -1, 0.2]);
  expect(uri.startsWith('data:image/bmp;base64,')).toBe(true);
  const bytes = bytesOf(uri);
  const view = new DataView(bytes.buffer);
  expect(String.fromCharCode(bytes[0]!, bytes[1]!)).toBe('BM');
  expect(view.getUint32(2, true)).toBe(bytes.length);
  expect(view.getUint32(10, true)).toBe(1078);
  expect([view.getInt32(18, true), view.getInt32(22, true)]).toEqual([3, 2]);
  expect([view.getUint16(26, true), view.getUint16(28, true)]).toEqual([1, 8]);
  expect([...bytes.subarray(54 + 4 * 200, 54 + 4 * 201)]).toEqual([200, 200, 200, 0]);
  expect([...bytes.subarray(1078)]).toEqual([255, 0, 51, 0, 0, 128, 255, 0]);
});
