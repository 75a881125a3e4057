import { expect, test } from 'vitest';
import { compressedChain } from '../../src/chain/chain-compression.ts';
import { chainExpectations } from '../../src/chain/chain-expectation.ts';
import { type Chain, chainOfVector, chainOverlap, schmidtValues } from '../../src/chain/matrix-product-state.ts';
import { DomainError, ShapeError } from '../../src/errors.ts';
import { complexMatrix } from '../../src/linalg/complex.ts';
import { randomStream, randomVector } from '../../src/linalg/random.ts';
import { xxz } from '../../src/operator/hamiltonian.ts';
import { chain as chainLattice } from '../../src/operator/lattice.ts';
import { localTerms } from '../../src/operator/local-terms.ts';
import { expectation } from '../../src/operator/pauli-sum.ts';

const n = 8;
const psi = randomVector(2 ** n, randomStream(1, 'chain'));
const exact = chainOfVector(psi, new Array(n).fill(2));
const scaledBy = (chain: Chain, factor: number): Chain =>
  chain.map(({ shape, interleaved }) => ({ shape, interleaved: interleaved.map((x) => x * factor) }));

test.each([1, 3, 6, 16])('compression to bond %i makes exactly the error that it states', (bond) => {
  const { chain, error, logNorm } = compressedChain(exact, { bond });
  expect(Math.max(...chain.map(({ shape }) => shape[0]!))).toBeLessThanOrEqual(bond);
  expect(logNorm).toBeCloseTo(0, 13);
  expect(chainOverlap(chain, chain)[0]).toBeCloseTo(1, 13);
  // ψ̃ ∝ Pψ with ⟨ψ̃|ψ⟩ = ‖Pψ‖, so that ‖ψ − Pψ‖² = 1 − |⟨ψ̃|ψ⟩|².
  const [re, im] = chainOverlap(chain, exact);
  expect(re * re + im * im).toBeCloseTo(1 - error * error, 12);
});

test('a cut in the middle alone keeps the Schmidt values, the best possible', () => {
  const middle = schmidtValues(exact)[n / 2 - 1]!;
  const { error } = compressedChain(exact, { bond: 2 ** (n / 2) - 1 });
  expect(error).toBeCloseTo(middle.at(-1)!, 12);
});

test('chains whose norm leaves the number range are compressed by logarithms', () => {
  const { chain, logNorm } = compressedChain(scaledBy(exact, 1e80));
  expect(logNorm).toBeCloseTo(n * 80 * Math.LN10, 9);
  expect(chainOverlap(chain, exact)[0]).toBeCloseTo(1, 12);
  expect(compressedChain(scaledBy(exact, 0)).logNorm).toBe(-Infinity);
});

test('expectation values by transfer are those of the amplitudes, in any gauge and norm', () => {
  const hamiltonian = xxz(chainLattice(n), { anisotropy: 0.7, field: 0.3 });
  const terms = localTerms(hamiltonian);
  const values = chainExpectations(scaledBy(exact, 3), terms);
  expect(values.reduce((sum, x) => sum + x, 0)).toBeCloseTo(expectation(hamiltonian, psi), 12);
  terms.forEach(({ sites }, k) => {
    const own = hamiltonian.terms.filter(({ word }) =>
      [...word].every((letter, site) => (letter !== 'I') === sites.includes(site)),
    );
    expect(values[k]).toBeCloseTo(expectation({ qubits: n, terms: own }, psi), 12);
  });
});

test('sites that are not neighbours, and matrices that do not fit, are refused', () => {
  const z = complexMatrix([
    [1, 0],
    [0, -1],
  ]);
  expect(() => chainExpectations(exact, [{ sites: [0, 2], matrix: z }])).toThrow(DomainError);
  expect(() => chainExpectations(exact, [{ sites: [n], matrix: z }])).toThrow(DomainError);
  expect(() => chainExpectations(exact, [{ sites: [0, 1], matrix: z }])).toThrow(ShapeError);
});
