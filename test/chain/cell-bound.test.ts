import { expect, test } from 'vitest';
import { cellBound } from '../../src/chain/cell-bound.ts';
import { hermitianEigenvalues } from '../../src/linalg/hermitian-eigen.ts';
import { frustratedHeisenberg, transverseFieldIsing, xxz } from '../../src/operator/hamiltonian.ts';
import { grid } from '../../src/operator/lattice.ts';
import { place } from '../../src/operator/pauli.ts';
import { pauliSumMatrix } from '../../src/operator/pauli-sum.ts';

test('a cell as large as the rectangle has its ground energy, smaller ones have less', () => {
  const [rows, columns] = [2, 4];
  for (const sum of [xxz(grid(rows, columns)), transverseFieldIsing(grid(rows, columns), { field: 2 })]) {
    const exact = Math.min(...hermitianEigenvalues(pauliSumMatrix(sum)));
    const bounds = [
      [2, 4],
      [2, 3],
      [2, 2],
    ].map((cell) => cellBound(sum, { rows, columns, cell: [cell[0]!, cell[1]!] }));
    expect(bounds[0]).toBeCloseTo(exact, 9);
    expect(bounds[1]).toBeLessThan(exact);
    expect(bounds[2]).toBeLessThan(bounds[1]! + 1e-9);
    expect(bounds[2]).toBeGreaterThan(1.4 * exact);
  }
});

test('cells of one bond have −3 for each bond of the Heisenberg model', () => {
  expect(cellBound(xxz(grid(1, 6)), { rows: 1, columns: 6, cell: [1, 2] })).toBeCloseTo(-15, 10);
  // Two cells share the bond in the middle of a ladder of three columns: still −3 for each of the seven bonds at least.
  expect(cellBound(xxz(grid(2, 3)), { rows: 2, columns: 3, cell: [2, 2] })).toBeGreaterThan(-21);
});

test('reflected cells are found once: the bound of a lopsided sum is that of cells one by one', () => {
  // Bonds of different strength: no two cells of 1 × 2 are alike, and each has −3 of its strength.
  const terms = [0, 1, 2].flatMap((k) =>
    ['X', 'Y', 'Z'].map((letter) => ({ word: place(4, { [k]: letter, [k + 1]: letter }), coefficient: 1 + 0.3 * k })),
  );
  const line = { rows: 1, columns: 4, cell: [1, 2] } as const;
  expect(cellBound({ qubits: 4, terms }, line)).toBeCloseTo(-3 * (1 + 1.3 + 1.6), 10);
  // Fields at the ends of a chain of three: E² = (a + b)² or (a − b)² in a bond Z Z with fields X; mirrored cells agree.
  const field = (at: number, coefficient: number) => ({ word: place(3, { [at]: 'X' }), coefficient });
  const bond = (at: number) => ({ word: place(3, { [at]: 'Z', [at + 1]: 'Z' }), coefficient: 1 });
  const bound = (a: number, c: number) =>
    cellBound(
      { qubits: 3, terms: [field(0, a), field(2, c), bond(0), bond(1)] },
      { rows: 1, columns: 3, cell: [1, 2] },
    );
  expect(bound(0.7, 0)).toBeCloseTo(-Math.hypot(1, 0.7) - 1, 10);
  expect(bound(0, 0.7)).toBeCloseTo(bound(0.7, 0), 10);
  expect(bound(0.7, 0.4)).toBeCloseTo(-Math.hypot(1, 0.7) - Math.hypot(1, 0.4), 10);
});

test('terms that fit into no cell, and cells that are too large, are refused', () => {
  const diagonal = frustratedHeisenberg(grid(2, 2), { diagonals: true });
  expect(() => cellBound(diagonal, { rows: 2, columns: 2, cell: [1, 2] })).toThrow('terms within 1 × 2 sites required');
  expect(() => cellBound(xxz(grid(5, 5)), { rows: 5, columns: 5, cell: [5, 5] })).toThrow('cells of 1 to 20 sites');
});
