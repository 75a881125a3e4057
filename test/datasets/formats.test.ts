import fc from 'fast-check';
import { deflateSync, strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { type FileReading, stateOfFile } from '../../datasets/file.ts';
import { readJsonArray } from '../../datasets/formats/json-array.ts';
import { readNpy, writeNpy } from '../../datasets/formats/npy.ts';
import { readNpz, writeNpz } from '../../datasets/formats/npz.ts';
import { type ArrayReading, stateOfArray } from '../../datasets/state-of-array.ts';
import { greatestDifference, matrixOf, oracle, oracleFile, vectorOf } from '../oracle/read-oracle.ts';

const { psi, real, rho } = oracle.files;
const complex = vectorOf(psi).interleaved;
const density = matrixOf(rho).interleaved;
const reals = Float64Array.from({ length: 16 }, (_, k) => (k % 2 === 0 ? real[k / 2]! : 0));

/** A .npy file of one element, given its type and bytes. */
function typed(descr: string, data = new Uint8Array(16)): Uint8Array {
  const header = `{'descr': '${descr}', 'fortran_order': False, 'shape': (1,), }\n`;
  return Uint8Array.of(
    ...oracleFile('vector-version-1.npy').subarray(0, 8),
    header.length,
    0,
    ...strToU8(header),
    ...data,
  );
}

function numbersOf(name: string, reading: FileReading = {}): Float64Array {
  const state = stateOfFile(oracleFile(name), name, reading);
  if (state.kind === 'network') throw new Error('amplitudes or a density matrix expected');
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
    ['text', 'a.npy', typed('<U3'), 'a.npy: an element type of b1, i1, '],
    ['half precision', 'a.npy', typed('<f2'), 'f4, f8, c8, c16 required, got <f2'],
    [
      'an integer beyond float64',
      'a.npy',
      typed('<u8', Uint8Array.of(1, 0, 0, 0, 0, 0, 0, 128)),
      'integers that float64 holds required, got another at entry 0',
    ],
    [
      'a header cut short',
      'a.npy',
      oracleFile('vector-version-2.npy').subarray(0, 11),
      'header of 12 bytes required, got a file of 11',
    ],
    [
      'a header cut short later',
      'a.npy',
      oracleFile('vector-version-3.npy').subarray(0, 40),
      'header of 128 bytes required, got a file of 40',
    ],
    [
      'nothing but the signature',
      'a.npy',
      oracleFile('vector-version-1.npy').subarray(0, 6),
      'header of 12 bytes required',
    ],
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
    ['no archive', 'a.npz', deflateSync(strToU8('x')), 'a.npz: a zip archive required'],
    [
      'an archive without a key given',
      'stored.npz',
      oracleFile('stored.npz'),
      "one of the keys 'psi', 'little' required, got no key",
    ],
    ['an archive of nothing', 'a.npz', zipSync({ 'readme.txt': strToU8('x') }), 'got no key'],
    ['no JSON', 'a.json', strToU8('{re: 1}'), 'a.json:1:2: not JSON'],
    ['a key twice', 'a.json', strToU8('{"re": [1, 0],\n"re": [0, 1]}'), 'a.json:2:1: not JSON'],
    [
      'other JSON',
      'a.json',
      strToU8('{"real": [1]}'),
      '{"re": […], "im": […]} or a list of numbers required, got the keys \'real\'',
    ],
    [
      'a word among the numbers',
      'a.json',
      strToU8('{"re": [1, 0], "im": [0, "one"]}'),
      'a.json: im[1]: a finite number required, got "one"',
    ],
    [
      'numbers of different depth',
      'a.json',
      strToU8('[[1, 0, 0], 1]'),
      'a.json[1]: a list of 3 entries required, got 1',
    ],
    ['no numbers', 'a.json', strToU8('[[]]'), 'a.json: at least one number required, got none'],
    ['a number beyond float64', 'a.json', strToU8('[1e999, 0]'), 'a.json[0]: a finite number required'],
    [
      'unequal parts',
      'a.json',
      strToU8('{"re": [1, 0], "im": [0]}'),
      're and im of equal shape required, got (2) and (1)',
    ],
    ['unequal rows', 'a.json', strToU8('[[1, 0], [0]]'), 'a.json[1]: a list of 2 entries required, got 1'],
    ['another ending', 'a.txt', strToU8('1 0'), "a .npy, .npz, .h5 or .json file required, got '.txt'"],
  ])('%s', (_, name, bytes, message) => {
    expect(() => stateOfFile(bytes, name)).toThrow(message);
  });

  test('an unknown key, with those there are', () => {
    expect(() => numbersOf('stored.npz', { key: 'phi' })).toThrow(
      "stored.npz: one of the keys 'psi', 'little' required, got 'phi'",
    );
    expect(() => numbersOf('density-c.npy', { key: 'phi' })).toThrow('a .npz or .h5 file required for the key');
  });
});

describe('JSON', () => {
  const read = (text: string) => readJsonArray(strToU8(text), 'a.json');

  test('is complex or real, with a list for each axis', () => {
    expect(read('{"re": [0, 1], "im": [2, 3]}')).toEqual({ shape: [2], interleaved: Float64Array.of(0, 2, 1, 3) });
    expect(read('[0, 1]')).toEqual({ shape: [2], interleaved: Float64Array.of(0, 0, 1, 0) });
    expect(read('{"re": [[1, 0], [0, 0]]}').shape).toEqual([2, 2]);
    expect(read('[[[1], [0]], [[0], [2]]]')).toEqual({
      shape: [2, 2, 1],
      interleaved: Float64Array.of(1, 0, 0, 0, 0, 0, 2, 0),
    });
  });

  test('in pairs is complex, and refused where it may mean something else', () => {
    const bell = '[[0.6, 0], [0, 0], [0, 0], [0, 0.8]]';
    expect(read(bell)).toEqual({ shape: [4], interleaved: Float64Array.of(0.6, 0, 0, 0, 0, 0, 0, 0.8) });
    const row = [
      [1, 0],
      [0, -1],
      [0, 0],
      [0, 0],
    ];
    expect(read(JSON.stringify([row, row, row, row])).shape).toEqual([4, 4]);
    for (const text of ['[[1, 0], [0, 0]]', '[[1, 0]]', '[[[1, 0], [0, 0]], [[0, 0], [0, 0]]]']) {
      expect(() => read(text)).toThrow('which may mean real numbers or pairs (re, im)');
    }
  });
});

test('integers and truth values of every width are read, in both byte orders', () => {
  for (const [type, width] of Object.entries({ b1: 1, i1: 1, u1: 1, i2: 2, u2: 2, i4: 4, u4: 4, i8: 8, u8: 8 })) {
    for (const order of width === 1 ? ['|'] : ['<', '>']) {
      const data = new Uint8Array(width);
      data[order === '>' ? width - 1 : 0] = 1;
      expect(readNpy(typed(`${order}${type}`, data)).interleaved, type).toEqual(Float64Array.of(1, 0));
      if (type.startsWith('i')) {
        expect(readNpy(typed(`${order}${type}`, data.fill(255))).interleaved, type).toEqual(Float64Array.of(-1, 0));
      }
    }
  }
  expect(readNpy(oracleFile('integers.npy')).shape.length).toBeGreaterThan(0);
});

describe('an archive', () => {
  const array = { shape: [8], interleaved: complex };
  /** The archive with other bytes from a place before its end. */
  const altered = (archive: Uint8Array, fromEnd: number, value: number): Uint8Array =>
    archive.map((byte, k) => (k === archive.length - fromEnd ? value : byte));

  test('is unpacked only as far as it is asked for', () => {
    const archive = zipSync({ 'bomb.npy': new Uint8Array(1e6), 'psi.npy': [writeNpy(array), { level: 0 }] });
    const entry = archive.length - 22 - (46 + 'psi.npy'.length) - (46 + 'bomb.npy'.length); // the directory's first
    new DataView(archive.buffer, archive.byteOffset).setUint32(entry + 24, 4e8, true);
    expect(readNpz(archive, 'psi').interleaved).toEqual(complex);
    const bytes = 'at most 268500992 bytes required, got 400000000';
    expect(() => readNpz(archive, 'bomb', 'a.npz')).toThrow(`a.npz['bomb']: ${bytes}`);
  });

  test('whose directory names another size than its content has is refused', () => {
    const archive = writeNpz({ psi: array });
    const entry = archive.length - 22 - 46 - 'psi.npy'.length; // the directory's only entry
    for (const size of [100, 1000]) {
      const other = archive.slice();
      new DataView(other.buffer).setUint32(entry + 24, size, true);
      expect(() => readNpz(other, 'psi', 'a.npz')).toThrow(`a.npz['psi']: ${size} bytes required`);
    }
  });

  test('that is damaged is refused by its checksum', () => {
    const stored = zipSync({ 'psi.npy': [writeNpy(array), { level: 0 }] });
    expect(() => readNpz(altered(stored, 120, 77), 'psi', 'a.npz')).toThrow("a.npz['psi']: the checksum");
    const deflated = oracleFile('deflated.npz');
    for (let k = 0; k < deflated.length; k += 7) {
      const bytes = deflated.map((byte, at) => (at === k ? byte ^ 0x55 : byte));
      try {
        expect(greatestDifference(readNpz(bytes).interleaved, density)).toBe(0); // no byte that matters
      } catch (error) {
        expect(error).toBeInstanceOf(RangeError);
        expect((error as Error).message).toMatch(/^\.npz file/);
      }
    }
  });

  test('cut short, with a password, or packed by another method is refused', () => {
    const archive = writeNpz({ psi: array });
    for (let length = 0; length < archive.length; length++) {
      expect(() => readNpz(archive.subarray(0, length))).toThrow('a zip archive required');
    }
    const secret = archive.map((byte, k) => (k === 6 ? byte | 1 : byte));
    expect(() => readNpz(secret)).toThrow('a file without a password required');
    const entry = archive.length - 22 - 46 - 'psi.npy'.length;
    const other = archive.map((byte, k) => (k === entry + 10 ? 12 : byte));
    expect(() => readNpz(other)).toThrow('a stored or deflated file required, got compression method 12');
  });
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
    [
      'not square',
      [2, 4],
      [1, 0, 0, 0, 0, 0, 0, 0],
      {},
      'a vector, a square matrix, or an axis for each site required (unequal ones: with their dimensions), got shape (2,4)',
    ],
    ['of unequal axes', [2, 2, 4], new Array(16).fill(0.25), {}, 'got shape (2,2,4)'],
    [
      'of other axes than declared',
      [2, 4],
      new Array(8).fill(0),
      { dimensions: [4, 2] },
      'an axis for each site of dimensions [4,2] required, got shape (2,4)',
    ],
    ['beyond float64', [2], [1.5e308, 1.5e308], { normalise: true }, 'a vector of norm 1 required, got Infinity'],
    ['of trace 2', [2, 2], [1, 0, 0, 1], {}, 'a density matrix of trace 1 required (or normalise: true), got 2'],
    ['of trace 0', [2, 2], [0, 1, 1, 0], { normalise: true }, 'a density matrix of trace 1 required, got zero'],
    [
      'not Hermitian',
      [2, 2],
      [1, 0.5, 0, 0],
      {},
      'psi: a Hermitian matrix required, got 0.5 + 0i in row 0, column 1 and 0 + 0i in row 1, column 0',
    ],
    ['not positive', [2, 2], [1.5, 0, 0, -0.5], {}, 'eigenvalues ≥ 0 required, got -0.5'],
  ] as const)('%s', (_, shape, entries, reading, message) => {
    expect(() => state([...shape], [...entries], reading)).toThrow(message);
  });

  test('a complex number on the diagonal of a density matrix is named', () => {
    const array = { shape: [2, 2], interleaved: Float64Array.of(0.5, 0.1, 0, 0, 0, 0, 0.5, -0.1) };
    expect(() => stateOfArray(array, 'rho')).toThrow(
      'rho: a Hermitian matrix required, got 0.5 + 0.1i in row 0, column 0',
    );
  });

  test('an axis for each site is a pure state; two axes are a density matrix unless the sites are declared', () => {
    const qubits = state([2, 2, 2], [0.6, 0, 0, 0, 0, 0, 0.8, 0]);
    expect([qubits.kind, qubits.dimensions]).toEqual(['pure', [2, 2, 2]]);
    expect(qubits.kind === 'pure' && qubits.amplitudes.interleaved[2 * 6]).toBe(0.8);
    expect(state([3, 3, 3], [1, ...new Array(26).fill(0)]).dimensions).toEqual([3, 3, 3]);
    expect(state([2, 2], [0.5, 0, 0, 0.5]).kind).toBe('mixed');
    expect(state([2, 2], [0.6, 0, 0, 0.8], { dimensions: [2, 2] }).kind).toBe('pure');
    expect(state([2, 3], [0, 0.6, 0, 0, 0.8, 0], { dimensions: [2, 3] }).kind).toBe('pure');
    const mixed = state([2, 2, 2, 2], [0.5, 0, 0, 0.5, ...new Array(8).fill(0), 0.5, 0, 0, 0.5], {
      dimensions: [2, 2],
    });
    expect(mixed.kind === 'mixed' && mixed.density.rows).toBe(4);
  });

  test('with endian little the last axis is site 0', () => {
    const entries = [1, 2, 3, 4, 5, 6].map((x) => x / Math.sqrt(91));
    const flat = state([6], entries, { dimensions: [2, 3], endian: 'little' });
    expect(state([3, 2], entries, { dimensions: [2, 3], endian: 'little' })).toEqual(flat);
    expect(() => state([2, 3], entries, { dimensions: [2, 3], endian: 'little' })).toThrow('got shape (2,3)');
  });

  test('normalise: true divides by the norm or the trace', () => {
    const pure = state([2], [3, 4], { normalise: true });
    expect(pure.kind === 'pure' && [...pure.amplitudes.interleaved]).toEqual([0.6, 0, 0.8, 0]);
    for (const scale of [1e200, 1e-200]) {
      const extreme = state([2], [3 * scale, 4 * scale], { normalise: true });
      expect(extreme.kind === 'pure' && extreme.amplitudes.interleaved[2]).toBeCloseTo(0.8, 15);
    }
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
