import { expect, test } from 'vitest';
import { boundaryLogNorm } from '../../src/chain/boundary-chain.ts';
import { boundaryExpectations } from '../../src/chain/boundary-expectation.ts';
import { type IsingPlane, isingPlane } from '../../src/chain/ising-plane.ts';
import { stateVector } from '../../src/generative/generative-network.ts';
import { normalised } from '../../src/linalg/vector.ts';
import { localTerms } from '../../src/operator/local-terms.ts';
import { place } from '../../src/operator/pauli.ts';
import { expectation } from '../../src/operator/pauli-sum.ts';

const CRITICAL = Math.log(1 + Math.SQRT2) / 2;

/** ⟨Π letters⟩ of the plane. */
function mean(plane: IsingPlane, letters: Readonly<Record<number, string>>, bond = 16): number {
  const { network, theta } = isingPlane(plane);
  const { rows, columns } = plane;
  const sum = { qubits: rows * columns, terms: [{ word: place(rows * columns, letters), coefficient: 1 }] };
  return boundaryExpectations(network, theta, localTerms(sum), { rows, columns, bond }).values[0]!;
}

test('terms on a site, along a row, across rows and between distant columns are those of the vector', () => {
  for (const edges of ['free', 'plus'] as const) {
    const plane = { rows: 3, columns: 4, beta: 0.3, edges };
    const { network, theta } = isingPlane(plane);
    const psi = normalised(stateVector(network, theta));
    for (const letters of [
      { 5: 'Z' },
      { 5: 'X' },
      { 4: 'Z', 5: 'Z' },
      { 1: 'Z', 5: 'Z' },
      { 4: 'X', 7: 'Z' },
      { 0: 'Z', 5: 'X', 7: 'Z' },
    ]) {
      const exact = expectation(
        { qubits: 12, terms: [{ word: place(12, letters as Record<number, string>), coefficient: 1 }] },
        psi,
      );
      expect(mean(plane, letters as Record<number, string>, 64)).toBeCloseTo(exact, 10);
    }
  }
});

test('at the critical point a bond of the free rectangle and its dual among fixed spins add up to √2', () => {
  // The dual of n × n free spins: (n − 1) × (n − 1) faces, and one fixed spin for the outside.
  for (const n of [5, 8]) {
    const [free, dual] = [n, n - 1];
    const [r, c] = [Math.floor(n / 2), Math.floor(n / 2)];
    const horizontal = mean(
      { rows: free, columns: free, beta: CRITICAL },
      { [r * free + c - 1]: 'Z', [r * free + c]: 'Z' },
      24,
    );
    // That bond is crossed by the one between the faces above and below it.
    const face = (row: number): number => row * dual + c - 1;
    const plus = { rows: dual, columns: dual, beta: CRITICAL, edges: 'plus' } as const;
    const vertical = mean(plus, { [face(r - 1)]: 'Z', [face(r)]: 'Z' }, 24);
    expect((horizontal + vertical) / 2).toBeCloseTo(Math.SQRT1_2, 7);
  }
});

test('the magnetisation in the middle of fixed spins tends to that of Onsager and Yang, 0.91132 at β = ½', () => {
  const [first, second, third] = [9, 13, 17].map((n) =>
    mean({ rows: n, columns: n, beta: 0.5, edges: 'plus' }, { [Math.floor((n * n) / 2)]: 'Z' }, 6),
  ) as [number, number, number];
  const exact = (1 - Math.sinh(1) ** -4) ** 0.125;
  expect(exact).toBeCloseTo(0.91132, 5);
  expect(third).toBeCloseTo(exact, 3);
  // What the walls add falls exponentially: Aitken's extrapolation takes it off.
  const limit = third - (third - second) ** 2 / (third - second - (second - first));
  expect(limit).toBeCloseTo(exact, 4);
});

test('the free energy of a critical site tends to ½ ln 2 + 2G/π', () => {
  const catalan = 0.915965594177219;
  const log = (rows: number, columns: number): number => {
    const { network, theta } = isingPlane({ rows, columns, beta: CRITICAL });
    return boundaryLogNorm(network, { rows, columns, bond: 16 })(theta).value;
  };
  // One more row and column: edges cancel, corners and what is critical fall with 1/n².
  const perSite = (n: number): number => log(n + 1, n + 1) - 2 * log(n + 1, n) + log(n, n);
  const exact = Math.log(2) / 2 + (2 * catalan) / Math.PI;
  const [four, eight] = [perSite(4) - exact, perSite(8) - exact];
  expect(Math.abs(eight)).toBeLessThan(2e-3);
  expect(four / eight).toBeGreaterThan(2.5);
  expect(four / eight).toBeLessThan(4.5);
});

test('matrices that do not fit are refused', () => {
  const { network, theta } = isingPlane({ rows: 3, columns: 2, beta: 0.2 });
  const [one] = localTerms({ qubits: 6, terms: [{ word: 'ZIIIII', coefficient: 1 }] });
  const wrong = [{ sites: [0, 1], matrix: one!.matrix }];
  expect(() => boundaryExpectations(network, theta, wrong, { rows: 3, columns: 2 })).toThrow(
    /a matrix 4×4 on sites \[0,1\]/,
  );
});
