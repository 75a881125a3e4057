import { zlibSync } from 'fflate';
import { crc32 } from '../../datasets/formats/checksum.ts';

/** A picture by its samples, and how it is to be written. */
export interface Written {
  readonly width: number;
  readonly height: number;
  readonly depth: number;
  readonly colour: number;
  readonly interlaced: boolean;
  /** Samples of the pixel in a row and a column. */
  readonly samples: (row: number, column: number) => readonly number[];
  readonly palette?: readonly number[];
  readonly transparency?: readonly number[];
}

/** A PNG file with every filter in turn: all types of colour, all depths, interlaced or not. */
export function writtenPng({ width, height, depth, colour, interlaced, ...picture }: Written): Uint8Array {
  const header = [...uint32(width), ...uint32(height), depth, colour, 0, 0, interlaced ? 1 : 0];
  const raw: number[] = [];
  const passes = interlaced
    ? ['0 0 8 8', '4 0 8 8', '0 4 4 8', '2 0 4 4', '0 2 2 4', '1 0 2 2', '0 1 1 2']
    : ['0 0 1 1'];
  for (const [x, y, dx, dy] of passes.map((pass) => pass.split(' ').map(Number) as [number, number, number, number])) {
    let above: readonly number[] = [];
    for (let row = y; row < height; row += dy) {
      let bits = '';
      for (let column = x; column < width; column += dx) {
        for (const sample of picture.samples(row, column)) bits += sample.toString(2).padStart(depth, '0');
      }
      if (bits === '') break;
      const line = bits.match(/.{1,8}/g)!.map((byte) => Number.parseInt(byte.padEnd(8, '0'), 2));
      const step = Math.max(1, (picture.samples(0, 0).length * depth) / 8);
      const filter = row % 5;
      raw.push(filter);
      line.forEach((byte, k) => {
        const [left, up, corner] = [line[k - step] ?? 0, above[k] ?? 0, (k < step ? 0 : above[k - step]) ?? 0];
        const linear = left + up - corner;
        const nearest = [left, up, corner].reduce((a, b) => (Math.abs(linear - b) < Math.abs(linear - a) ? b : a));
        raw.push((byte - [0, left, up, (left + up) >> 1, nearest][filter]!) & 255);
      });
      above = line;
    }
  }
  const packed = [...zlibSync(Uint8Array.from(raw))];
  return Uint8Array.of(
    ...[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
    ...chunk('IHDR', header),
    ...(picture.palette === undefined ? [] : chunk('PLTE', picture.palette)),
    ...(picture.transparency === undefined ? [] : chunk('tRNS', picture.transparency)),
    ...chunk('tEXt', [65, 0, 66]),
    ...chunk('IDAT', packed.slice(0, 5)),
    ...chunk('IDAT', packed.slice(5)),
    ...chunk('IEND', []),
  );
}

/** A chunk with its length and checksum. */
export function chunk(type: string, data: readonly number[]): readonly number[] {
  const body = Uint8Array.of(...[...type].map((letter) => letter.charCodeAt(0)), ...data);
  return [...uint32(data.length), ...body, ...uint32(crc32(body))];
}

const uint32 = (value: number): readonly number[] => [
  value >>> 24,
  (value >>> 16) & 255,
  (value >>> 8) & 255,
  value & 255,
];
