import { expect, test } from 'vitest';
import { cellBound } from '../../src/chain/cell-bound.ts';
import { hermitianEigenvalues } from '../../src/linalg/hermitian-eigen.ts';
import { frustratedHeisenberg, transverseFieldIsing, xxz } from '../../src/operator/hamiltonian.ts';
import { grid } from '../../src/operator/lattice.ts';
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

test('terms that fit into no cell, and cells that are too large, are refused', () => {
  const diagonal = frustratedHeisenberg(grid(2, 2), { diagonals: true });
  expect(() => cellBound(diagonal, { rows: 2, columns: 2, cell: [1, 2] })).toThrow('terms within 1 × 2 sites required');
  expect(() => cellBound(xxz(grid(5, 5)), { rows: 5, columns: 5, cell: [5, 5] })).toThrow('cells of 1 to 16 sites');
});
