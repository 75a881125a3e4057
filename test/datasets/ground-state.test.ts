import { describe, expect, test } from 'vitest';
import { graph } from '../../datasets/graph.ts';
import { groundState, lowestState } from '../../datasets/ground-state.ts';
import { addScaled, norm } from '../../src/linalg/vector.ts';
import { clusterIsing, frustratedHeisenberg, transverseFieldIsing, xxz } from '../../src/operator/hamiltonian.ts';
import { hamiltonianOfSpec } from '../../src/operator/hamiltonian-spec.ts';
import { chain, ring } from '../../src/operator/lattice.ts';
import { applyPauliSum, combinePauliSums, type PauliSum } from '../../src/operator/pauli-sum.ts';
import { entanglementEntropy } from '../../src/state/entropy.ts';
import { fidelity } from '../../src/state/fidelity.ts';
import { oracle, vectorOf } from '../oracle/read-oracle.ts';

const energy = (hamiltonian: PauliSum): number => lowestState(hamiltonian).value.energy;

/** Singular values of a real matrix by one-sided Jacobi rotations of its rows. */
function singularValues(matrix: readonly (readonly number[])[]): readonly number[] {
  const rows = matrix.map((row) => [...row]);
  const dot = (a: number[], b: number[]): number => a.reduce((sum, x, k) => sum + x * b[k]!, 0);
  for (let sweep = 0; sweep < 40; sweep++) {
    for (let p = 0; p < rows.length; p++) {
      for (let q = p + 1; q < rows.length; q++) {
        const [a, b] = [rows[p]!, rows[q]!];
        const angle = 0.5 * Math.atan2(2 * dot(a, b), dot(a, a) - dot(b, b));
        const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
        rows[p] = a.map((x, k) => cos * x + sin * b[k]!);
        rows[q] = b.map((x, k) => cos * x - sin * a[k]!);
      }
    }
  }
  return rows.map((row) => Math.sqrt(dot(row, row)));
}

/**
 * Free fermions: the open chain is −Σ_k σ_k with the singular values of the bidiagonal matrix of g and J
 * (Lieb, Schultz & Mattis 1961); the ring is −Σ_k √(J² + g² − 2Jg cos k) over the momenta (2m + 1)π/n.
 */
function openChainEnergy(n: number, J: number, g: number): number {
  const matrix = Array.from({ length: n }, (_, i) =>
    Array.from({ length: n }, (_, j) => (i === j ? g : j === i + 1 ? J : 0)),
  );
  return -singularValues(matrix).reduce((sum, value) => sum + value, 0);
}
function ringEnergy(n: number, J: number, g: number): number {
  const momenta = Array.from({ length: n }, (_, m) => ((2 * m + 1) * Math.PI) / n);
  return -momenta.reduce((sum, k) => sum + Math.sqrt(J * J + g * g - 2 * J * g * Math.cos(k)), 0);
}

describe('the Ising chain has the energy of free fermions', () => {
  test.each([4, 5, 6, 7, 8, 9, 10, 11, 12])(
    'n = %d, open and periodic, in both phases and at the critical point',
    (n) => {
      for (const [coupling, field] of [
        [1, 1],
        [1, 0.6],
        [0.8, 1.7],
      ] as const) {
        if (n > 10 && field !== 1) continue;
        const open = transverseFieldIsing(chain(n), { coupling, field });
        const closed = transverseFieldIsing(ring(n), { coupling, field });
        expect(Math.abs(energy(open) - openChainEnergy(n, coupling, field))).toBeLessThan(1e-10);
        expect(Math.abs(energy(closed) - ringEnergy(n, coupling, field))).toBeLessThan(1e-10);
      }
      expect(openChainEnergy(n, 1, 1)).toBeCloseTo(1 - 1 / Math.sin(Math.PI / (2 * (2 * n + 1))), 12); // Pfeuty
      expect(ringEnergy(n, 1, 1)).toBeCloseTo(-2 / Math.sin(Math.PI / (2 * n)), 12);
    },
  );

  test('and at the critical point the entropy of half a ring grows as (c/3) log n with c = ½', () => {
    const half = (n: number): number => {
      const { amplitudes, dimensions } = groundState(transverseFieldIsing(ring(n)));
      return entanglementEntropy(
        amplitudes,
        dimensions,
        Array.from({ length: n / 2 }, (_, k) => k),
      );
    };
    expect((3 * (half(12) - half(6))) / Math.log(2)).toBeCloseTo(0.5, 2); // Calabrese & Cardy (2004)
  });
});

describe('exact energies', () => {
  test('of Heisenberg chains and rings', () => {
    expect(energy(xxz(chain(2)))).toBeCloseTo(-3, 11);
    expect(energy(xxz(chain(3)))).toBeCloseTo(-4, 11);
    expect(energy(xxz(chain(4)))).toBeCloseTo(-(3 + 2 * Math.sqrt(3)), 11);
    expect(energy(xxz(ring(4)))).toBeCloseTo(-8, 11);
    expect(energy(xxz(ring(6)))).toBeCloseTo(-(4 + 2 * Math.sqrt(13)), 11);
  });

  test('of the XX chain, by free fermions: −4 Σ cos(kπ/(n + 1)) over positive terms', () => {
    const n = 9;
    const levels = Array.from({ length: n }, (_, k) => 4 * Math.cos(((k + 1) * Math.PI) / (n + 1)));
    const expected = -levels.filter((level) => level > 0).reduce((sum, level) => sum + level, 0);
    expect(energy(xxz(chain(n), { anisotropy: 0 }))).toBeCloseTo(expected, 10);
  });

  test('of the Majumdar–Ghosh ring: −3/2 for each site', () => {
    for (const n of [6, 8, 10]) expect(energy(frustratedHeisenberg(ring(n)))).toBeCloseTo(-1.5 * n, 10);
  });

  test('of cluster Hamiltonians, whose ground state is the graph state', () => {
    for (const lattice of [chain(6), ring(7)]) {
      const hamiltonian = clusterIsing(lattice, { coupling: 0, cluster: 1.25 });
      const { value, result } = lowestState(hamiltonian);
      expect(result).toBe('converged');
      expect(value.energy).toBeCloseTo(-1.25 * lattice.sites, 11);
      expect(fidelity(value.state.amplitudes, graph(lattice).amplitudes)).toBeCloseTo(1, 12);
    }
  });
});

describe('against NumPy', () => {
  const context = { read: (): Uint8Array => new Uint8Array() };
  test.each(oracle.hamiltonians)('the spectrum of $spec', ({ spec, qubits, lowest, highest }) => {
    const hamiltonian = hamiltonianOfSpec(spec, qubits, context);
    expect(Math.abs(energy(hamiltonian) - lowest[0]!)).toBeLessThan(1e-10);
    expect(Math.abs(energy(combinePauliSums([[-1, hamiltonian]])) + highest)).toBeLessThan(1e-10);
  });

  test('the ground state of a Hamiltonian with complex entries', () => {
    const { qubits, terms, ground } = oracle.dynamics;
    const { amplitudes } = groundState({ qubits, terms });
    expect(1 - fidelity(amplitudes, vectorOf(ground.state))).toBeLessThan(1e-13);
  });
});

test('the residual is that of the state, and the phase and the seed are fixed', () => {
  const hamiltonian = xxz(chain(8), { field: 0.3 });
  const { value, result } = lowestState(hamiltonian, { seed: 3 });
  expect(result).toBe('converged');
  const { amplitudes } = value.state;
  const residual = norm(addScaled(applyPauliSum(hamiltonian, amplitudes), [-value.energy, 0], amplitudes));
  expect(residual).toBeLessThan(1e-10);
  expect(amplitudes.interleaved.filter((_, k) => k % 2).every((y) => Math.abs(y) < 1e-11)).toBe(true); // H is real
  expect(groundState(hamiltonian, 3)).toEqual(value.state);
  expect(norm(addScaled(groundState(hamiltonian, 4).amplitudes, [-1, 0], amplitudes))).toBeLessThan(1e-9);
});

test('too many qubits are refused before anything is computed', () => {
  expect(() => groundState(transverseFieldIsing(chain(21)))).toThrow(
    '1 to 20 required, got 21, whose state needs 704 MB',
  );
});
