/** @file Every reader of files, with good files for it and what must hold of all that it accepts. */

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { expect } from 'vitest';
import { loadExperiment } from '../../cli/experiment-file.ts';
import { loadCheckpoint, loadRecord } from '../../cli/run-folder.ts';
import { arrayOfFile, stateOfFile } from '../../datasets/file.ts';
import { readEdgeList } from '../../datasets/formats/edge-list.ts';
import { readGraphml } from '../../datasets/formats/graphml.ts';
import { writeNpy } from '../../datasets/formats/npy.ts';
import { readPng } from '../../datasets/formats/png.ts';
import { MODELS } from '../../models/index.ts';
import { matrixProductState } from '../../models/matrix-product-state.ts';
import { treeTensorNetwork } from '../../models/tree-tensor-network.ts';
import { angleAt, checkCircuit } from '../../src/circuit/circuit.ts';
import { readOpenQasm } from '../../src/circuit/open-qasm/read-open-qasm.ts';
import { openQasmWithInputs } from '../../src/circuit/open-qasm/write-open-qasm.ts';
import { runCircuit } from '../../src/circuit/run-circuit.ts';
import { type ComplexArray, identityMatrix, sizeOf } from '../../src/linalg/complex.ts';
import { scaledVector } from '../../src/linalg/vector.ts';
import { networkMistakes } from '../../src/network/check-network.ts';
import { parsePauliSum } from '../../src/operator/hamiltonian-file.ts';
import { checkPauliSum } from '../../src/operator/pauli-sum.ts';
import { exactJson, parseExactJson } from '../../src/record/exact-json.ts';
import { RECORD_SCHEMA } from '../../src/record/run-record.ts';
import { sealed } from '../../src/record/sealed-json.ts';
import { chunk, writtenPng } from '../datasets/written-png.ts';
import { greatestDifference } from '../oracle/read-oracle.ts';
import { denseUnitary } from './dense-program.ts';
import { bytesOf, changedBytes, changedJson, changedJsonText } from './mutations.ts';
import { changedPrograms, openQasmPrograms } from './open-qasm-programs.ts';

/** A reader under test. */
export interface Reader {
  readonly name: string;
  /** Good files, and files made from them by changes. */
  readonly files: fc.Arbitrary<Uint8Array>;
  /** How many times more files than for the others where there are many; default once. */
  readonly times?: number;
  /** What the error must name. */
  readonly place: string;
  /** Reads the file; expects what must hold of the result. */
  readonly read: (file: Uint8Array) => void;
}

/** As OpenFermion, Qiskit and programs of chemistry write them. */
const HAMILTONIANS: readonly string[] = [
  '0.125 [] +\n0.5 [X0 Y1] +\n(-0.25+0j) [Z2]',
  'FermionOperator:\n1.0 [0^ 1] +\n1.0 [1^ 0] +\n0.5 [0^ 0]',
  "SparsePauliOp(['XXI', 'IIZ'],\n              coeffs=[ 0.5 +0.j, -1.25+0.j])",
  '[["XXI", 0.5], ["IIZ", [-1.25, 0]]]',
  '&FCI NORB=2,NELEC=2,MS2=0,\n ORBSYM=1,1\n &END\n 0.67 1 1 1 1\n 0.18 2 1 2 1\n-1.25 1 1 0 0\n 0.71 0 0 0 0\n',
];
const GRAPHML =
  '<graphml><key id="w" for="edge" attr.name="weight"/><graph edgedefault="undirected"><node id="a"/><node id="b"/>' +
  '<edge source="a" target="b"><data key="w">2.5</data></edge></graph></graphml>';

const shapes = fc.constantFrom<readonly number[]>([4], [8], [2, 2], [4, 4], [2, 2, 2], [4, 1], [3, 5], []);
const arrays: fc.Arbitrary<ComplexArray> = fc.tuple(shapes, fc.nat(100)).map(([shape, seed]) => {
  const interleaved = Float64Array.from({ length: 2 * sizeOf(shape) }, (_, k) => (k % 2 ? 0 : Math.sin(k + seed)));
  return { shape, interleaved };
});
const npyFiles = fc
  .tuple(
    arrays,
    fc.record({
      type: fc.constantFrom('f4' as const, 'f8' as const, 'c8' as const, 'c16' as const),
      byteOrder: fc.constantFrom('<' as const, '>' as const),
      fortranOrder: fc.boolean(),
      version: fc.constantFrom(1 as const, 2 as const, 3 as const),
    }),
  )
  .map(([array, options]) => writeNpy(array, options));
/** Another element type, shape or length in the header of the file. */
const npyHeaders = fc
  .tuple(
    npyFiles,
    fc.constantFrom('<i8', '>u2', '|b1', '<f2', '|O', '<U3', '<c32'),
    fc.array(fc.nat(2 ** 31), { maxLength: 4 }),
  )
  .map(([file, type, shape]) => {
    const text = Array.from(file, (byte) => String.fromCharCode(byte)).join('');
    const other = text.replace(/'[<>][fc]\d+'/, `'${type}'`).replace(/\([\d, ]*\)/, `(${shape.join(', ')},)`);
    return Uint8Array.from(other, (letter) => letter.charCodeAt(0));
  });
const npy = fc.oneof(npyFiles, npyHeaders, changedBytes(npyFiles), changedBytes(npyHeaders));

const npz = fc
  .tuple(npy, npy, fc.constantFrom<0 | 6>(0, 6), fc.boolean())
  .map(([a, b, level, both]) =>
    zipSync({ 'a.npy': [a, { level }], ...(both && { 'b.npy': b, 'note.txt': bytesOf('x') }) }),
  );

const pngFiles = fc
  .record({
    width: fc.integer({ min: 1, max: 12 }),
    height: fc.integer({ min: 1, max: 12 }),
    kind: fc.constantFrom(
      [0, 1],
      [0, 2],
      [0, 4],
      [0, 8],
      [0, 16],
      [2, 8],
      [2, 16],
      [3, 1],
      [3, 8],
      [4, 8],
      [6, 8],
      [6, 16],
    ),
    interlaced: fc.boolean(),
    transparency: fc.option(fc.array(fc.nat(255), { maxLength: 7 }), { nil: [] }),
  })
  .map(({ kind: [colour = 0, depth = 8], transparency, ...size }) => {
    const channels = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }[colour]!;
    const samples = (row: number, column: number): readonly number[] =>
      Array.from({ length: channels }, (_, c) => (31 * row + 17 * column + 7 * c) % 2 ** depth);
    const palette = Array.from({ length: 3 * 2 ** Math.min(depth, 8) }, (_, k) => (37 * k) % 256);
    return writtenPng({
      ...size,
      colour,
      depth,
      samples,
      ...(colour === 3 && { palette }),
      ...(colour < 4 && { transparency }),
    });
  });
/** The picture with one chunk changed, and its checksum made right again. */
const pngChunks = fc
  .tuple(pngFiles, fc.nat(), changedBytes(fc.constant(new Uint8Array(0))), fc.nat(), fc.nat(255))
  .map(([file, which, inserted, at, value]) => {
    const [parts, view] = [[...file.subarray(0, 8)], new DataView(file.buffer)];
    for (let from = 8, k = 0; from < file.length; k++) {
      const length = view.getUint32(from);
      const type = String.fromCharCode(...file.subarray(from + 4, from + 8));
      const data = [...file.subarray(from + 8, from + 8 + length)];
      if (k === which % 6) data.splice(at % (length + 1), 1, value, ...inserted);
      parts.push(...chunk(type, data));
      from += 12 + length;
    }
    return Uint8Array.from(parts);
  });

const jsonArrays = fc.oneof(
  arrays.map(({ shape, interleaved }) => {
    const re = nested(
      [...shape],
      Array.from(interleaved).filter((_, k) => k % 2 === 0),
    );
    return { re, im: re };
  }),
  arrays.map(({ shape, interleaved }) =>
    nested(
      [...shape],
      Array.from(interleaved).filter((_, k) => k % 2 === 0),
    ),
  ),
  fc.constant([
    [0.6, 0],
    [0, 0],
    [0, 0],
    [0, 0.8],
  ]),
);
const networks = fc
  .constantFrom(
    matrixProductState([2, 2, 2], { bond: 2 }),
    matrixProductState([2, 3], { boundary: 'periodic' }),
    treeTensorNetwork([2, 2, 2, 2]),
  )
  .map((network) => JSON.parse(JSON.stringify(network)) as unknown);
const sums = fc.constantFrom({
  qubits: 2,
  terms: [
    { word: 'ZZ', coefficient: -1 },
    { word: 'XI', coefficient: 0.5 },
  ],
});
const experiments = fc
  .constantFrom('ghz-against-w', 'critical-ising-16', 'w-6-grown', 'saturn', 'gate-counts', 'teleportation')
  .map((name) => JSON.parse(readFileSync(`train/experiments/${name}.json`, 'utf8')) as unknown);
const trained = {
  time: null,
  target: { name: 'nothing', kind: 'pure', dimensions: [2] },
  training: {
    network: { kind: 'circuit', qubits: 1, parameters: 1, gates: [{ word: 'X', angle: { parameter: 0 } }] },
    theta: [0.1],
    infidelity: { $number: 'Infinity' },
    complexity: { name: 'length', value: null },
    result: 'diverged',
    starts: [0.5],
    gates: null,
    history: [{ step: 1, phase: 'start 1', loss: 1, infidelity: 0.5, complexity: null, gradientNorm: 2 }],
  },
  ...{ geodesic: null, fisher: null, bulk: null, shape: null, gravity: null, picture: null, notes: [] },
};
const records = experiments.map((experiment) => {
  const head = { schema: RECORD_SCHEMA, versions: {}, backend: 'cpu', startedAt: 'now', seconds: 1 };
  return { ...head, experiment, points: [trained], overTime: null };
});
const checkpoints = experiments.map((experiment) => {
  const head = {
    schema: 'bulkweave/checkpoint/1',
    folder: '.',
    backend: 'cpu',
    startedAt: 'now',
    seconds: 1,
    inputs: [],
  };
  return { ...head, experiment, checkpoint: null };
});
/** Changed before the checksum was made, after it, or without one. */
const changedSealed = (values: fc.Arbitrary<unknown>): fc.Arbitrary<Uint8Array> => {
  const seal = (json: unknown): string => {
    const text = JSON.stringify(json);
    return text.endsWith('}') && text !== '{}' ? sealed(text) : text;
  };
  const after = changedJsonText(values.map((json) => JSON.parse(seal(json)) as unknown));
  return fc.oneof(
    changedJson(values).map((json) => bytesOf(seal(json))),
    after,
    changedJsonText(values),
  );
};

/** The readers; those of the command line read files of the folder. */
export function readersIn(folder: string): readonly Reader[] {
  mkdirSync(folder, { recursive: true });
  const file = (name: string, bytes: Uint8Array): string => {
    writeFileSync(join(folder, name), bytes);
    return join(folder, name);
  };
  const array = (path: string, key?: string) => (bytes: Uint8Array) => {
    const { shape, interleaved } = arrayOfFile(bytes, path, key);
    expect(interleaved.length).toBe(2 * sizeOf(shape));
  };
  const state = (path: string) => (bytes: Uint8Array) => {
    const read = stateOfFile(bytes, path, { normalise: true });
    if (read.kind === 'network') throw new Error('amplitudes or a density matrix expected');
    const numbers = read.kind === 'pure' ? read.amplitudes.interleaved : read.density.interleaved;
    const scale =
      read.kind === 'pure'
        ? numbers.reduce((sum, x) => sum + x * x, 0)
        : numbers.reduce((sum, x, k) => sum + (k % (2 * read.density.rows + 2) === 0 ? x : 0), 0);
    expect(scale).toBeCloseTo(1, 9);
  };
  const context = (bytes: Uint8Array) => ({ dimensions: [2], metric: { penalty: 1 }, read: () => bytes });
  return [
    { name: '.npy', place: 'a.npy', files: npy, read: array('a.npy') },
    { name: 'state in .npy', place: 'a.npy', files: npy, read: state('a.npy') },
    { name: '.npz', place: 'a.npz', files: fc.oneof(npz, changedBytes(npz)), read: array('a.npz', 'a') },
    {
      name: 'PNG',
      place: 'a.png',
      files: fc.oneof(pngFiles, pngChunks, changedBytes(pngFiles)),
      read: (bytes) => {
        const { rows, columns, pixels } = readPng(bytes, 'a.png');
        expect(pixels.length).toBe(rows * columns);
        expect(pixels.every((x) => x >= 0 && x <= 1 + 1e-12)).toBe(true);
      },
    },
    { name: 'JSON array', place: 'a.json', files: changedJsonText(jsonArrays), read: array('a.json') },
    { name: 'state in JSON', place: 'a.json', files: changedJsonText(jsonArrays), read: state('a.json') },
    {
      name: 'network',
      place: 'n.json',
      files: changedJsonText(networks),
      read: (bytes) => {
        const network = MODELS['network-file'].build({ path: 'n.json' }, context(bytes));
        expect(network.kind === 'network' && networkMistakes(network)).toEqual([]);
      },
    },
    {
      name: 'Pauli sum',
      place: 'h.json',
      files: changedJsonText(sums),
      read: (bytes) => checkPauliSum(parsePauliSum(bytes, 'h.json')),
    },
    {
      name: 'Hamiltonian of another program',
      place: 'h.txt',
      files: changedBytes(fc.constantFrom(...HAMILTONIANS).map(bytesOf)),
      read: (bytes) => checkPauliSum(parsePauliSum(bytes, 'h.txt')),
    },
    {
      name: 'GraphML',
      place: 'g.graphml',
      files: changedBytes(fc.constant(GRAPHML).map(bytesOf)),
      read: (bytes) => expect(readGraphml(new TextDecoder().decode(bytes), 'g.graphml').length).toBeGreaterThan(0),
    },
    {
      name: 'list of edges',
      place: 'g.csv',
      files: changedBytes(fc.constantFrom('a b 2.5\nb c\n', "a,b,1\nb,c,{'weight': 2}\n# end\n").map(bytesOf)),
      read: (bytes) => expect(readEdgeList(new TextDecoder().decode(bytes), 'g.csv').length).toBeGreaterThan(0),
    },
    {
      name: 'experiment',
      place: join(folder, 'e.json'),
      files: changedJsonText(experiments),
      read: (bytes) => expect(loadExperiment(file('e.json', bytes)).experiment).toHaveProperty('seed'),
    },
    {
      name: 'record',
      place: join(folder, 'record.json'),
      files: changedSealed(records),
      read: (bytes) => {
        file('record.json', bytes);
        expect(loadRecord(folder)).toHaveProperty('experiment');
      },
    },
    {
      name: 'checkpoint',
      place: join(folder, 'checkpoint.json'),
      files: changedSealed(checkpoints),
      read: (bytes) => {
        file('checkpoint.json', bytes);
        expect(loadCheckpoint(folder).schema).toBe('bulkweave/checkpoint/1');
      },
    },
    {
      name: 'OpenQASM, words changed',
      place: 'c.qasm',
      times: 3,
      files: changedPrograms.map(bytesOf),
      read: readProgram,
    },
    { name: 'OpenQASM', place: 'c.qasm', files: changedBytes(openQasmPrograms.map(bytesOf)), read: readProgram },
    {
      name: 'exact JSON',
      place: '',
      files: changedJson(experiments).map((json) => bytesOf(exactJson(json))),
      read: (bytes) => {
        const value = parseExactJson(new TextDecoder().decode(bytes));
        expect(parseExactJson(exactJson(value))).toEqual(value);
      },
    },
  ];
}

/**
 * What is read is the circuit that it is written as, with its phase, whatever the values of its inputs; and that of the
 * specification, in version 3 on few qubits.
 */
function readProgram(bytes: Uint8Array): void {
  const { version, circuit, phase, parameters } = readOpenQasm(new TextDecoder().decode(bytes), {
    name: 'c.qasm',
  }).value;
  checkCircuit(circuit);
  if (circuit.qubits > 6 || circuit.gates.length > 2000) return;
  const again = readOpenQasm(openQasmWithInputs(circuit, { phase }), { name: 'c.qasm' }).value;
  const theta = Float64Array.from(parameters, (_, k) => Math.sin(k + 1));
  const size = 2 ** circuit.qubits;
  const identity = { length: size * size, interleaved: identityMatrix(size).interleaved };
  const [a, b] = [{ circuit, phase }, again].map((program) => {
    const sum = program.phase.reduce<number>((total, angle) => total + angleAt(angle, theta), 0);
    return scaledVector([Math.cos(sum), Math.sin(sum)], runCircuit(program.circuit, theta, identity)).interleaved;
  });
  const largest = Math.max(1, ...circuit.gates.map(({ angle }) => Math.abs(angleAt(angle, theta))));
  expect(greatestDifference(a!, b!)).toBeLessThan(1e-10 * largest);
  if (version === 2 || circuit.qubits > 4) return;
  const dense = denseUnitary(new TextDecoder().decode(bytes), [...theta]);
  expect(greatestDifference(a!, dense.interleaved)).toBeLessThan(1e-9 * largest);
}

function nested(shape: readonly number[], entries: readonly number[]): unknown {
  const [rows, ...rest] = shape;
  if (rows === undefined) return entries[0];
  const size = sizeOf(rest);
  return Array.from({ length: rows }, (_, k) => nested(rest, entries.slice(k * size, (k + 1) * size)));
}
