import fc from 'fast-check';
import { deflateSync, strToU8, zipSync } from 'fflate';
import { PNG } from 'pngjs';
import { describe, expect, test } from 'vitest';
import { type FileReading, stateOfFile } from '../../datasets/file.ts';
import { readJsonArray } from '../../datasets/formats/json-array.ts';
import { readNpy, writeNpy } from '../../datasets/formats/npy.ts';
import { readNpz, writeNpz } from '../../datasets/formats/npz.ts';
import { readPng } from '../../datasets/formats/png.ts';
import { type ArrayReading, stateOfArray } from '../../datasets/state-of-array.ts';
import { greatestDifference, matrixOf, oracle, oracleFile, vectorOf } from '../oracle/read-oracle.ts';

const { psi, real, rho } = oracle.files;
const complex = vectorOf(psi).interleaved;
const density = matrixOf(rho).interleaved;
const reals = Float64Array.from({ length: 16 }, (_, k) => (k % 2 === 0 ? real[k / 2]! : 0));

function numbersOf(name: string, reading: FileReading = {}): Float64Array {
  const state = stateOfFile(oracleFile(name), name, reading);
  return state.kind === 'pure' ? state.amplitudes.interleaved : state.density.interleaved;
}

describe('files that NumPy wrote', () => {
  test.each(['little', 'big'])('every element type in %s-endian bytes', (order) => {
    expect(greatestDifference(numbersOf(`vector-c16-${order}.npy`), complex)).toBeLessThan(1e-15);
    expect(greatestDifference(numbersOf(`vector-f8-${order}.npy`), reals)).toBeLessThan(1e-15);
    expect(greatestDifference(numbersOf(`vector-c8-${order}.npy`), complex)).toBeLessThan(1e-7);
    expect(greatestDifference(numbersOf(`vector-f4-${order}.npy`), reals)).toBeLessThan(1e-7);
  });

  test.each([1, 2, 3])('header version %d', (version) => {
    expect(greatestDifference(readNpy(oracleFile(`vector-version-${version}.npy`)).interleaved, complex)).toBe(0);
  });

  test('density matrices in either memory order', () => {
    expect(greatestDifference(numbersOf('density-c.npy'), density)).toBeLessThan(1e-15);
    expect(greatestDifference(numbersOf('density-fortran.npy'), density)).toBeLessThan(1e-15);
  });

  test('stored and deflated archives', () => {
    expect(greatestDifference(numbersOf('stored.npz', { key: 'psi' }), complex)).toBeLessThan(1e-15);
    expect(greatestDifference(numbersOf('deflated.npz'), density)).toBeLessThan(1e-15);
  });

  test('qubits in the other order', () => {
    const little = { endian: 'little' } as const;
    expect(greatestDifference(numbersOf('stored.npz', { key: 'little', ...little }), complex)).toBeLessThan(1e-15);
    expect(greatestDifference(numbersOf('density-little-endian-qubits.npy', little), density)).toBeLessThan(1e-15);
  });
});

describe('writing', () => {
  test('and reading back gives the same array, in all types, orders and versions', () => {
    const shapes = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 0, maxLength: 3 });
    fc.assert(
      fc.property(
        shapes,
        fc.constantFrom('f4' as const, 'f8' as const, 'c8' as const, 'c16' as const),
        fc.constantFrom('<' as const, '>' as const),
        fc.boolean(),
        fc.constantFrom(1 as const, 2 as const, 3 as const),
        (shape, type, byteOrder, fortranOrder, version) => {
          const size = shape.reduce((a, b) => a * b, 1);
          const interleaved = Float64Array.from({ length: 2 * size }, (_, k) =>
            type.startsWith('f') && k % 2 ? 0 : Math.fround(Math.sin(k + 1)),
          );
          const bytes = writeNpy({ shape, interleaved }, { type, byteOrder, fortranOrder, version });
          expect(readNpy(bytes)).toEqual({ shape, interleaved });
          expect((bytes.length - size * Number(type.slice(1))) % 64).toBe(0); // data are aligned as NumPy's
        },
      ),
      { seed: 6, numRuns: 100 },
    );
  });

  test('gives the bytes that NumPy gives', () => {
    const array = { shape: [8], interleaved: complex };
    for (const version of [1, 2, 3] as const) {
      expect(writeNpy(array, { version })).toEqual(new Uint8Array(oracleFile(`vector-version-${version}.npy`)));
    }
    const square = { shape: [4, 4], interleaved: density };
    const fortran = writeNpy(square, { byteOrder: '>', fortranOrder: true });
    expect(fortran).toEqual(new Uint8Array(oracleFile('density-fortran.npy')));
  });

  test('an archive can be read back by key', () => {
    const archive = writeNpz({
      a: { shape: [2], interleaved: Float64Array.of(1, 2, 3, 4) },
      b: { shape: [8], interleaved: complex },
    });
    expect(readNpz(archive, 'b').interleaved).toEqual(complex);
    expect(readNpz(archive, 'a').shape).toEqual([2]);
  });

  test('complex numbers as real ones, or too few of them, is refused', () => {
    expect(() => writeNpy({ shape: [8], interleaved: complex }, { type: 'f8' })).toThrow("for type 'f8'");
    expect(() => writeNpy({ shape: [9], interleaved: complex })).toThrow('18 numbers required');
  });
});

describe('what cannot be read is said once, with the file', () => {
  test.each([
    ['not an array', 'a.npy', strToU8('hello, this is text'), 'a.npy: a .npy file required'],
    ['integers', 'integers.npy', oracleFile('integers.npy'), 'f4, f8, c8, c16) required, got <i8'],
    [
      'a truncated file',
      'a.npy',
      oracleFile('vector-c16-big.npy').subarray(0, 250),
      '256 bytes required for shape (8), got 250',
    ],
    [
      'a future version',
      'a.npy',
      oracleFile('vector-f4-big.npy').map((b, k) => (k === 6 ? 9 : b)),
      'version 1, 2 or 3 required, got 9',
    ],
    ['no archive', 'a.npz', deflateSync(strToU8('x')), 'a.npz: a .npz file (zip archive) required'],
    [
      'an archive without a key given',
      'stored.npz',
      oracleFile('stored.npz'),
      "one of the keys 'psi', 'little' required, got no key",
    ],
    ['an archive of nothing', 'a.npz', zipSync({ 'readme.txt': strToU8('x') }), 'got no key'],
    ['no JSON', 'a.json', strToU8('{re: 1}'), 'a.json: JSON required'],
    ['other JSON', 'a.json', strToU8('{"real": [1]}'), 'a.json'],
    [
      'unequal parts',
      'a.json',
      strToU8('{"re": [1, 0], "im": [0]}'),
      're and im of equal shape required, got (2) and (1)',
    ],
    ['unequal rows', 'a.json', strToU8('[[1, 0], [0]]'), 'rows of 2 numbers required'],
    ['another ending', 'a.txt', strToU8('1 0'), "a .npy, .npz or .json file required, got '.txt'"],
  ])('%s', (_, name, bytes, message) => {
    expect(() => stateOfFile(bytes, name)).toThrow(message);
  });

  test('an unknown key, with those there are', () => {
    expect(() => numbersOf('stored.npz', { key: 'phi' })).toThrow(
      "stored.npz: one of the keys 'psi', 'little' required, got 'phi'",
    );
    expect(() => numbersOf('density-c.npy', { key: 'phi' })).toThrow('a .npz file required for the key');
  });
});

test('JSON is complex, real, or a bare list; rows make a density matrix', () => {
  const read = (text: string) => readJsonArray(strToU8(text));
  expect(read('{"re": [0, 1], "im": [2, 3]}')).toEqual({ shape: [2], interleaved: Float64Array.of(0, 2, 1, 3) });
  expect(read('[0, 1]')).toEqual({ shape: [2], interleaved: Float64Array.of(0, 0, 1, 0) });
  expect(read('[[1, 0], [0, 0]]').shape).toEqual([2, 2]);
});

describe('numbers become a state only if they are one', () => {
  const state = (shape: number[], entries: number[], reading: ArrayReading = {}) => {
    const interleaved = new Float64Array(2 * entries.length);
    entries.forEach((x, k) => {
      interleaved[2 * k] = x;
    });
    return stateOfArray({ shape, interleaved }, 'psi', reading);
  };

  test.each([
    ['not normalised', [2], [1, 1], {}, 'psi: a vector of norm 1 required (or normalise: true), got 1.414'],
    ['zero', [2], [0, 0], { normalise: true }, 'psi: a vector of norm 1 required, got zero'],
    ['NaN', [2], [1, Number.NaN], {}, 'psi: finite numbers required, got NaN at entry 1'],
    ['infinite', [2], [Infinity, 0], { normalise: true }, 'got Infinity at entry 0'],
    [
      'of a wrong length',
      [3],
      [1, 0, 0],
      {},
      'psi: a power of two of entries required (or the dimensions of the sites), got 3',
    ],
    ['of other dimensions', [4], [1, 0, 0, 0], { dimensions: [2, 3] }, 'length 6 required for dimensions [2,3], got 4'],
    ['not square', [2, 4], [1, 0, 0, 0, 0, 0, 0, 0], {}, 'a vector or a square matrix required, got shape (2,4)'],
    ['of three axes', [2, 2, 2], [1, 0, 0, 0, 0, 0, 0, 0], {}, 'got shape (2,2,2)'],
    ['of trace 2', [2, 2], [1, 0, 0, 1], {}, 'a density matrix of trace 1 required (or normalise: true), got 2'],
    ['of trace 0', [2, 2], [0, 1, 1, 0], { normalise: true }, 'a density matrix of trace 1 required, got zero'],
    ['not Hermitian', [2, 2], [1, 0.5, 0, 0], {}, 'a Hermitian matrix required'],
    ['not positive', [2, 2], [1.5, 0, 0, -0.5], {}, 'eigenvalues ≥ 0 required, got -0.5'],
  ] as const)('%s', (_, shape, entries, reading, message) => {
    expect(() => state([...shape], [...entries], reading)).toThrow(message);
  });

  test('normalise: true divides by the norm or the trace', () => {
    const pure = state([2], [3, 4], { normalise: true });
    expect(pure.kind === 'pure' && [...pure.amplitudes.interleaved]).toEqual([0.6, 0, 0.8, 0]);
    const mixed = state([2, 2], [3, 0, 0, 1], { normalise: true });
    expect(mixed.kind === 'mixed' && [...mixed.density.interleaved]).toEqual([0.75, 0, 0, 0, 0, 0, 0.25, 0]);
  });

  test('sites may have any dimensions, in either order; a single column is a vector', () => {
    const entries = [1, 2, 3, 4, 5, 6].map((x) => x / Math.sqrt(91));
    const big = state([6], entries, { dimensions: [2, 3] });
    expect(big.dimensions).toEqual([2, 3]);
    const little = state([6, 1], entries, { dimensions: [2, 3], endian: 'little' }); // index = i₀ + 2 i₁
    expect(little.kind === 'pure' && little.amplitudes.interleaved[2 * (1 * 3 + 0)]).toBeCloseTo(2 / Math.sqrt(91), 14);
  });
});

describe('PNG', () => {
  test('grey values are luma times opacity, row by row', () => {
    const png = new PNG({ width: 3, height: 1 });
    png.data = Buffer.from([255, 0, 0, 255, 255, 255, 255, 51, 0, 255, 0, 255]);
    const image = readPng(PNG.sync.write(png));
    expect([image.rows, image.columns]).toEqual([1, 3]);
    expect(greatestDifference(image.pixels, [0.299, 0.2, 0.587])).toBeLessThan(1e-15);
  });

  test('what is not a PNG is named', () => {
    expect(() => readPng(strToU8('GIF89a'), 'cat.gif')).toThrow('cat.gif: a PNG picture required');
  });
});
