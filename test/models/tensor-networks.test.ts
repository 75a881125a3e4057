import { describe, expect, test } from 'vitest';
import { readNpz, writeNpz } from '../../datasets/formats/npz.ts';
import { holographicCode } from '../../models/holographic-code.ts';
import { MODELS } from '../../models/index.ts';
import { isometricMera } from '../../models/isometric-mera.ts';
import { locallyPurifiedMps } from '../../models/locally-purified-mps.ts';
import { matrixProductState } from '../../models/matrix-product-state.ts';
import { networkFile, networkFilePoint } from '../../models/network-file.ts';
import { projectedEntangledPairState } from '../../models/projected-entangled-pair-state.ts';
import { treeTensorNetwork } from '../../models/tree-tensor-network.ts';
import { checkNetwork } from '../../src/network/check-network.ts';
import { networkState } from '../../src/network/network-state.ts';
import type { TensorNetwork } from '../../src/network/tensor-network.ts';

const qubits = (n: number): number[] => new Array(n).fill(2);
const siteDimensions = ({ boundary, dimensions }: TensorNetwork): number[] => boundary.map((leg) => dimensions[leg]!);

test.each<[string, TensorNetwork, readonly number[]]>([
  ['matrix-product state', matrixProductState([2, 3, 4], { bond: 5 }), [2, 3, 4]],
  ['matrix-product state of one site', matrixProductState([3]), [3]],
  ['isometric matrix-product state', matrixProductState(qubits(7), { bond: 6, form: 'isometric' }), qubits(7)],
  ['ring of two sites', matrixProductState([2, 2], { boundary: 'periodic' }), [2, 2]],
  ['tree of an odd number of sites', treeTensorNetwork([2, 3, 2, 2, 2], { bond: 3 }), [2, 3, 2, 2, 2]],
  ['isometric tree', treeTensorNetwork(qubits(11), { bond: 5, form: 'isometric' }), qubits(11)],
  ['MERA', isometricMera(16, { bond: 4 }), qubits(16)],
  ['holographic code', holographicCode({ layers: 1 }), qubits(20)],
  [
    'holographic code of qutrits',
    holographicCode({ p: 4, q: 5, layers: 1, generators: ['X X X I', 'Z Z Z I', 'X X2 I X', 'Z Z2 I Z'], prime: 3 }),
    new Array(12).fill(3),
  ],
  ['PEPS', projectedEntangledPairState({ rows: 4, columns: 4, bond: 2 }), qubits(16)],
  ['PEPS of spins 1', projectedEntangledPairState({ rows: 1, columns: 3, dimension: 3 }), [3, 3, 3]],
  ['locally purified state', locallyPurifiedMps([2, 3], { bond: 9, purification: 3 }), [2, 3]],
])('a %s is a correct network of the sites asked for', (_, network, sites) => {
  expect(() => checkNetwork(network)).not.toThrow();
  expect(siteDimensions(network)).toEqual(sites);
});

test('no bond is larger than its side can fill', () => {
  const { dimensions } = matrixProductState(qubits(6), { bond: 100 });
  expect([1, 2, 3, 4, 5].map((k) => dimensions[`b${k}`])).toEqual([2, 4, 8, 4, 2]);
  const purified = locallyPurifiedMps(qubits(3), { bond: 100, purification: 2 }).dimensions;
  expect([1, 2].map((k) => purified[`b${k}`])).toEqual([4, 4]);
});

test('a binary MERA on n sites has n − 2 disentanglers, n − 2 isometries and a top', () => {
  for (const n of [4, 8, 16]) {
    const count = (letter: string): number => isometricMera(n).nodes.filter(({ id }) => id.startsWith(letter)).length;
    // n/2 + n/4 + … + 2 pairs on the levels with more than two legs
    expect([count('u'), count('w'), count('top')]).toEqual([n - 2, n - 2, 1]);
  }
});

test.each<[string, () => unknown, RegExp]>([
  ['no sites', () => matrixProductState([]), /at least one site/],
  ['an isometric ring', () => matrixProductState([2, 2], { boundary: 'periodic', form: 'isometric' }), /form 'free'/],
  ['an unknown option', () => matrixProductState([2], { chi: 3 } as object), /chi/],
  ['a bond of zero', () => treeTensorNetwork([2, 2], { bond: 0 }), /bond|expected number/i],
  ['a tree of one site', () => treeTensorNetwork([2]), /at least two sites required, got 1/],
  ['a MERA on six sites', () => isometricMera(6), /power of two of 4 or more sites required, got 6/],
  ['a PEPS of nine rows', () => projectedEntangledPairState({ rows: 9, columns: 2 }), /rows/],
  ['a holographic code on a flat tiling', () => holographicCode({ p: 4 }), /hyperbolic|> 4/],
  ['a seed of other size', () => holographicCode({ p: 7 }), /a code of 7 qudits/],
  ['a purified chain without sites', () => locallyPurifiedMps([]), /at least one site/],
])('%s is refused', (_, make, message) => {
  expect(make).toThrow(message);
});

describe('a network file', () => {
  const network = matrixProductState([2, 2], { bond: 2 });

  test('is read as it was written, with bulk and environment optional', () => {
    expect(networkFile(JSON.parse(JSON.stringify(network)))).toEqual(network);
    const { bulk: _bulk, environment: _environment, ...short } = network;
    expect(networkFile(short)).toEqual(network);
  });

  test('of the wrong form names every field that is wrong', () => {
    const wrong = { ...network, parameters: -1, nodes: [{ id: 'A', legs: 'x', tensor: { kind: 'magic' } }], extra: 1 };
    expect(() => networkFile(wrong)).toThrow(/parameters.*nodes\.0\.legs.*nodes\.0\.tensor.*extra/s);
    expect(() => networkFile(null)).toThrow('network file: the whole file: object required, got null');
  });

  const uniform = { maxSize: 2, maxRange: 2, penalty: 1 };
  const read = (text: string) => () => {
    const context = { dimensions: [2, 2], metric: uniform, read: () => new TextEncoder().encode(text) };
    return MODELS['network-file'].build({ path: 'net.json' }, context);
  };

  test('that is not JSON is refused at its place, without its content', () => {
    expect(read('root:x:0:0:')).toThrow("net.json:1:1: not JSON: a JSON value required, got 'r'");
    expect(read('{"kind": "network", "kind": "network"}')).toThrow(
      'net.json:1:21: not JSON: a key that has not occurred',
    );
  });

  test('is named in the error, with the key, what is expected and what was got', () => {
    expect(read(JSON.stringify({ ...network, boundary: 's0' }))).toThrow(
      'net.json: boundary: a list required, got "s0"',
    );
    expect(read(JSON.stringify({ ...network, boundary: ['s0'] }))).toThrow("net.json: leg 's1' of node 'A1' dangles");
  });

  test('whose sizes are beyond reason is refused before memory is taken', () => {
    expect(() => networkFile({ ...network, parameters: 1e8 })).toThrow(/parameters: number to be ≤ 16777216 required/);
    const wide = { ...network.dimensions, b1: 2.5e8 };
    expect(() => networkFile({ ...network, dimensions: wide })).toThrow(
      /dimensions\.b1: .*≤ 16777216 required, got 250/,
    );
    const ones = Array.from({ length: 2 * 65 }, () => 1);
    const ends = ['A', 'B', 'C'].map((id) => ({ id, legs: ['x'], tensor: { kind: 'constant', interleaved: ones } }));
    const star = { kind: 'network', parameters: 0, dimensions: { x: 65 }, nodes: ends, boundary: ['x'] };
    expect(() => networkFile(star)).toThrow("leg 'x' has more than two ends and needs a dimension of at most 64");
  });

  test('may be what a run exported, with the parameters from which a training starts', () => {
    const theta = Array.from({ length: network.parameters }, (_, k) => k / 8);
    const exported = { target: 'ghz(2)', infidelity: 1e-9, network, theta };
    expect(networkFilePoint(exported, 'net.json')).toEqual({ network, theta: Float64Array.from(theta) });
    expect(() => networkFilePoint({ network, theta: [1] }, 'net.json')).toThrow(
      `net.json: theta: a list of ${network.parameters} numbers required`,
    );
  });

  test('may name arrays in files for its constant tensors', () => {
    const bell = { shape: [2, 2], interleaved: Float64Array.of(Math.SQRT1_2, 0, 0, 0, 0, 0, Math.SQRT1_2, 0) };
    const drawn = (legs: readonly string[]) => ({
      kind: 'network',
      parameters: 0,
      dimensions: Object.fromEntries(legs.map((leg) => [leg, leg === 'c' ? 3 : 2])),
      nodes: [{ id: 'A', legs, tensor: { kind: 'constant', path: 'tensors.npz', key: 'A' } }],
      boundary: legs,
    });
    const files: Readonly<Record<string, Uint8Array>> = {
      'net.json': new TextEncoder().encode(JSON.stringify(drawn(['a', 'b']))),
      'wrong.json': new TextEncoder().encode(JSON.stringify(drawn(['a', 'c']))),
      'tensors.npz': writeNpz({ A: bell, B: { shape: [1], interleaved: Float64Array.of(1, 0) } }),
    };
    const readFile = (path: string): Uint8Array => files[path]!;
    const array = (path: string, key?: string) => readNpz(readFile(path), key, path);
    const context = { dimensions: [2, 2], metric: uniform, read: readFile, array };
    const built = MODELS['network-file'].build({ path: 'net.json' }, context);
    if (built.kind !== 'network') throw new Error('a tensor network expected');
    expect([...networkState(built, new Float64Array(0)).interleaved]).toEqual([...bell.interleaved]);
    expect(() => MODELS['network-file'].build({ path: 'wrong.json' }, context)).toThrow(
      "wrong.json: node 'A': shape (2,3) required, got (2,2) in tensors.npz['A']",
    );
  });

  test('of the right form is checked as a network', () => {
    expect(() => networkFile({ ...network, boundary: ['s0'] })).toThrow(/leg 's1' of node 'A1' dangles/);
  });
});

test('the seed of a holographic code is read from a file of generators', () => {
  const text = 'XZZXI\nIXZZX\nXIXZZ\nZXIXZ\n';
  const context = {
    dimensions: [],
    metric: { maxSize: 2, maxRange: 2, penalty: 1 },
    read: () => new TextEncoder().encode(text),
  };
  const { options, build } = MODELS['holographic-code'];
  const network = build(options.parse({ layers: 1, bulk: 'open', path: 'seed.txt' }), context) as TensorNetwork;
  expect(network.bulk.length).toBe(6);
  expect(siteDimensions(network)).toEqual(qubits(20));
});
