import { expect, test } from 'vitest';
import { matrixProductState } from '../../models/matrix-product-state.ts';
import { checkNetwork, networkMistakes } from '../../src/network/check-network.ts';
import type { TensorNetwork } from '../../src/network/tensor-network.ts';

/** A Bell pair: two free matrices joined by a bond. */
const pair: TensorNetwork = {
  kind: 'network',
  parameters: 16,
  dimensions: { a: 2, x: 2, b: 2 },
  nodes: [
    { id: 'A', legs: ['a', 'x'], tensor: { kind: 'free', offset: 0 } },
    { id: 'B', legs: ['x', 'b'], tensor: { kind: 'free', offset: 8 } },
  ],
  boundary: ['a', 'b'],
  bulk: [],
  environment: [],
};
const [A, B] = pair.nodes as [TensorNetwork['nodes'][number], TensorNetwork['nodes'][number]];

test('a correct network has no mistakes', () => {
  expect(networkMistakes(pair)).toEqual([]);
  expect(networkMistakes(matrixProductState([2, 3, 2], { bond: 4 }))).toEqual([]);
});

test.each<[string, Partial<TensorNetwork>, RegExp]>([
  ['a leg without dimension', { dimensions: { a: 2, b: 2 } }, /leg 'x' of node 'A' has no dimension/],
  ['a dimension that is no number of values', { dimensions: { a: 2, x: 1.5, b: 2 } }, /'x' needs a positive whole/],
  ['a dimension of no leg', { dimensions: { a: 2, x: 2, b: 2, c: 2 } }, /leg 'c' has a dimension but lies on no node/],
  ['a boundary leg of no node', { boundary: ['a', 'b', 'c'] }, /boundary leg 'c' lies on no node/],
  ['a leg declared twice', { environment: ['b'] }, /leg 'b' is declared twice/],
  ['an undeclared dangling leg', { boundary: ['a'] }, /leg 'b' of node 'B' dangles, but is not declared/],
  [
    'a wrong number of constants',
    { nodes: [A, { ...B, tensor: { kind: 'constant', interleaved: [1, 2, 3] } }] },
    /node 'B' of shape \[2,2\] needs 8 numbers \(re, im\), got 3/,
  ],
  [
    'a constant that is not finite',
    { nodes: [A, { ...B, tensor: { kind: 'constant', interleaved: [1, 0, 0, 0, 0, 0, 0, Number.NaN] } }] },
    /not finite/,
  ],
  [
    'an isometry with fewer rows than columns',
    { nodes: [A, { ...B, tensor: { kind: 'isometry', offset: 8, rows: 1, columns: 4 } }] },
    /node 'B' is an isometry and needs rows ≥ columns, got 1 × 4/,
  ],
  [
    'an isometry of another size',
    { nodes: [A, { ...B, tensor: { kind: 'isometry', offset: 8, rows: 4, columns: 2 } }] },
    /node 'B' of shape \[2,2\] cannot be an isometry of 4 × 2/,
  ],
  [
    'a rotation with the wrong legs',
    { nodes: [A, { ...B, tensor: { kind: 'rotation', word: 'XX', angle: 1 } }] },
    /node 'B' needs 4 legs of dimension 2 for the word 'XX'/,
  ],
  ['a word of other letters', { nodes: [A, { ...B, tensor: { kind: 'rotation', word: 'Q', angle: 1 } }] }, /got 'Q'/],
  ['parameters beyond the end', { parameters: 15 }, /node 'B' uses parameters 8 to 15 of 15/],
  ['a parameter that nobody uses', { parameters: 17 }, /parameter 16 belongs to no node/],
  [
    'overlapping parameters',
    { nodes: [A, { ...B, tensor: { kind: 'free', offset: 4 } }], parameters: 12 },
    /nodes 'A' and 'B' have overlapping parameter ranges/,
  ],
  ['two nodes of the same name', { nodes: [A, { ...B, id: 'A' }] }, /node 'A' occurs twice/],
  [
    'a leg twice on a node',
    { nodes: [A, { id: 'B', legs: ['x', 'b', 'c', 'c'], tensor: { kind: 'free', offset: 8 } }] },
    /leg 'c' lies on node 'B' twice/,
  ],
])('%s is named', (_, change, message) => {
  expect(() => checkNetwork({ ...pair, ...change })).toThrow(message);
});

test('all mistakes come in one message', () => {
  expect(() => checkNetwork({ ...pair, boundary: ['a'], parameters: 17 })).toThrow(/dangles.*; parameter 16/s);
});

test('two nodes may share one whole range of parameters', () => {
  const shared = { ...pair, parameters: 8, nodes: [A, { ...B, tensor: { kind: 'free' as const, offset: 0 } }] };
  expect(networkMistakes(shared)).toEqual([]);
});

test('a leg on three nodes, or on two and declared, is a hyper-index and no mistake', () => {
  const C = { id: 'C', legs: ['x'], tensor: { kind: 'constant' as const, interleaved: [1, 0, 0, 0] } };
  expect(networkMistakes({ ...pair, nodes: [A, B, C] })).toEqual([]);
  expect(networkMistakes({ ...pair, boundary: ['a', 'b', 'x'] })).toEqual([]);
});
