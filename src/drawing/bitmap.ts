/** @file Grey pictures as data URIs, in the oldest format that every browser reads. */

/**
 * A grey picture as a data URI of an 8-bit BMP file.
 *
 * @param pixels - grey values from 0 (black) to 1 (white), row by row from the top; others are clamped
 */
export function bitmapUri(rows: number, columns: number, pixels: readonly number[]): string {
  const stride = 4 * Math.ceil(columns / 4); // rows are padded to four bytes
  const start = 14 + 40 + 4 * 256;
  const bytes = new Uint8Array(start + rows * stride);
  const view = new DataView(bytes.buffer);
  bytes.set([0x42, 0x4d]); // 'BM'
  const words: readonly (readonly [at: number, value: number])[] = [
    [2, bytes.length],
    [10, start],
    [14, 40],
    [18, columns],
    [22, rows],
    [26, 1 | (8 << 16)], // one plane of eight bits
    [34, rows * stride],
    [46, 256],
  ];
  for (const [at, value] of words) view.setUint32(at, value, true);
  for (let grey = 0; grey < 256; grey++) bytes.set([grey, grey, grey, 0], 54 + 4 * grey);
  pixels.forEach((value, k) => {
    const row = Math.floor(k / columns);
    const at = start + (rows - 1 - row) * stride + (k % columns); // the last row comes first
    bytes[at] = Math.round(255 * Math.min(1, Math.max(0, value)));
  });
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return `data:image/bmp;base64,${btoa(binary)}`;
}
