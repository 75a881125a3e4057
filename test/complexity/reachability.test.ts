import { expect, test } from 'vitest';
import { productVector } from '../../src/circuit/run-circuit.ts';
import { controlWords } from '../../src/complexity/controls.ts';
import { commutingWords, connectedParts, unreachable } from '../../src/complexity/reachability.ts';
import { complexVector } from '../../src/linalg/complex.ts';
import { randomStream, randomVector } from '../../src/linalg/random.ts';
import { lattice } from '../../src/operator/lattice.ts';
import { commute } from '../../src/operator/pauli.ts';

const ghz = (n: number) =>
  complexVector(Array.from({ length: 2 ** n }, (_, b) => (b === 0 || b === 2 ** n - 1 ? Math.SQRT1_2 : 0)));
const zero = (n: number) => complexVector(Array.from({ length: 2 ** n }, (_, b) => (b === 0 ? 1 : 0)));
/** Two bonds, 0 ─ 1 and 2 ─ 3. */
const broken = { maxSize: 2, maxRange: 1, penalty: Infinity, lattice: lattice(4, [[0, 1], [2, 3]]) }; // biome-ignore format: as drawn

test('words join the qubits of their supports', () => {
  expect(connectedParts(['XXIII', 'IIZIZ', 'IIIYI'], 5)).toEqual([[3], [0, 1], [2, 4]]);
  expect(connectedParts([], 2)).toEqual([[0], [1]]);
});

test('a graph in pieces cannot entangle them, and can entangle each', () => {
  const { words } = controlWords(broken, 4);
  expect(unreachable(words, zero(4), ghz(4))).toMatch(/no control joins qubits 0, 1 to the others/);
  const pairs = complexVector(Array.from({ length: 16 }, (_, b) => ([0, 3, 12, 15].includes(b) ? 0.5 : 0)));
  expect(unreachable(words, zero(4), pairs)).toBeUndefined();
});

test('a connected graph excludes nothing', () => {
  const { words } = controlWords({ maxSize: 2, maxRange: 1, penalty: Infinity }, 4);
  expect(unreachable(words, zero(4), randomVector(16, randomStream(1, 'any')))).toBeUndefined();
});

test('one-qubit words leave product states to product states', () => {
  const { words } = controlWords({ maxSize: 1, penalty: Infinity }, 3);
  expect(unreachable(words, zero(3), ghz(3))).toMatch(/no control joins/);
  const product = productVector([1, 2, 3].map((polar) => ({ polar, azimuth: polar })));
  expect(unreachable(words, zero(3), product)).toBeUndefined();
});

test('the words that commute with all others are the null space of the symplectic form', () => {
  const words = ['XXI', 'ZZI', 'IIZ'];
  const found = commutingWords(words, 3);
  expect(found.length).toBe(2 ** 3 - 1); // XX, ZZ, Z on the third and their products
  for (const word of found) expect(words.every((other) => commute(word, other))).toBe(true);
  expect(commutingWords(['XI', 'ZI', 'IX', 'IZ'], 2)).toEqual([]);
});

test('a parity that all controls keep is kept', () => {
  const parity = ['XX', 'YY', 'ZI', 'IZ'];
  const odd = complexVector([0, Math.SQRT1_2, Math.SQRT1_2, 0]);
  expect(unreachable(parity, zero(2), odd)).toMatch(/ZZ commutes with all controls/);
  expect(unreachable(parity, zero(2), ghz(2))).toBeUndefined();
});
