import { describe, expect, test } from 'vitest';
import { brickwall } from '../../models/brickwall.ts';
import { isometricMera } from '../../models/isometric-mera.ts';
import { matrixProductState } from '../../models/matrix-product-state.ts';
import { treeTensorNetwork } from '../../models/tree-tensor-network.ts';
import { DomainError, ShapeError } from '../../src/errors.ts';
import { complexMatrix } from '../../src/linalg/complex.ts';
import { randomStream } from '../../src/linalg/random.ts';
import { normSquared } from '../../src/linalg/vector.ts';
import { networkOf } from '../../src/network/from-circuit.ts';
import { initialParameters } from '../../src/network/initial-parameters.ts';
import { networkEnergy } from '../../src/network/network-energy.ts';
import { manifoldOf } from '../../src/network/network-manifold.ts';
import { networkState } from '../../src/network/network-state.ts';
import type { TensorNetwork } from '../../src/network/tensor-network.ts';
import { xxz } from '../../src/operator/hamiltonian.ts';
import { chain, ring } from '../../src/operator/lattice.ts';
import { localTerms } from '../../src/operator/local-terms.ts';
import { expectation, type PauliSum } from '../../src/operator/pauli-sum.ts';
import { checkGradient } from '../../src/optimise/check-gradient.ts';
import { conjugateGradient } from '../../src/optimise/conjugate-gradient.ts';
import { minimise, solution } from '../../src/optimise/minimise.ts';
import { productManifold } from '../../src/optimise/stiefel.ts';

/** Words of one to three letters, near and far, and the identity, on so many qubits. */
function scattered(qubits: number): PauliSum {
  const pad = (word: string): string => word.padEnd(qubits, 'I');
  const words = ['', 'X', 'IZ', 'ZIY', 'YXX', 'IXIZ'].map(pad);
  const far = `Z${'I'.repeat(qubits - 2)}X`;
  return { qubits, terms: [...words, far].map((word, k) => ({ word, coefficient: 0.3 * k - 0.8 })) };
}

describe.each<[string, TensorNetwork, PauliSum]>([
  ['a MERA of 8 sites, Heisenberg', isometricMera(8, { bond: 4 }), xxz(ring(8))],
  ['a MERA of 8 sites, words near and far', isometricMera(8, { bond: 3 }), scattered(8)],
  ['a MERA of 4 sites', isometricMera(4), scattered(4)],
  ['a tree', treeTensorNetwork([2, 2, 2, 2, 2], { bond: 3, form: 'isometric' }), scattered(5)],
  ['a circuit', networkOf(brickwall(4, { depth: 2 })), scattered(4)],
])('%s', (name, network, hamiltonian) => {
  const theta = initialParameters(network, randomStream(5, name));
  const energy = networkEnergy(network, localTerms(hamiltonian));

  test('has the energy of its amplitudes', () => {
    const psi = networkState(network, theta);
    expect(normSquared(psi)).toBeCloseTo(1, 12);
    expect(energy(theta).value).toBeCloseTo(expectation(hamiltonian, psi), 12);
  });

  test('has the gradient of its energy along the manifold', () => {
    const manifold = productManifold(manifoldOf(network));
    const { relativeError, taylorOrder } = checkGradient(energy, theta, { manifold });
    expect(relativeError).toBeLessThan(1e-8);
    expect(taylorOrder).toBeGreaterThan(1.8);
  });
});

test('a mixed state of a circuit on a spectrum has the energy Tr ρH', () => {
  const circuit = { ...brickwall(2, { depth: 1 }), reference: { spectrum: [0.4, 0.3, 0.2, 0.1] } };
  const network = networkOf(circuit);
  const theta = initialParameters(network, randomStream(6, 'mixed'));
  const sum = scattered(4);
  const hamiltonian: PauliSum = { qubits: 2, terms: sum.terms.map((t) => ({ ...t, word: t.word.slice(0, 2) })) };
  const { length, interleaved } = networkState(network, theta); // ρ = A A† with A of 4 × 4
  const whole = { length, interleaved };
  const beyond = { qubits: 4, terms: hamiltonian.terms.map((t) => ({ ...t, word: `${t.word}II` })) };
  expect(networkEnergy(network, localTerms(hamiltonian))(theta).value).toBeCloseTo(expectation(beyond, whole), 12);
});

// E₀ = −3.651093409 J for spins ½, by exact diagonalisation; σ·σ is four times S·S.
test('an optimised MERA of the Heisenberg ring of 8 sites is above and within 0.1 % of the ground energy', () => {
  const exact = 4 * -3.651093409;
  const network = isometricMera(8, { bond: 4 });
  const manifold = productManifold(manifoldOf(network));
  const start = initialParameters(network, randomStream(2, 'ground'));
  const energy = networkEnergy(network, localTerms(xxz(ring(8))));
  const run = minimise(energy, conjugateGradient({ manifold }), start, { maxSteps: 150, manifold });
  const { value } = solution(run).value.evaluation;
  expect(value).toBeGreaterThan(exact);
  expect(value).toBeLessThan(0.999 * exact);
});

describe('what does not fit is refused', () => {
  const network = isometricMera(4);
  const z = complexMatrix([
    [1, 0],
    [0, -1],
  ]);
  test.each<[string, () => unknown, typeof DomainError | typeof ShapeError]>([
    ['a site twice', () => networkEnergy(network, [{ sites: [1, 1], matrix: z }]), DomainError],
    ['a site beyond the boundary', () => networkEnergy(network, [{ sites: [4], matrix: z }]), DomainError],
    ['a matrix of another size', () => networkEnergy(network, [{ sites: [0, 1], matrix: z }]), ShapeError],
    [
      'a term that is not Hermitian',
      () =>
        networkEnergy(network, [
          {
            sites: [0],
            matrix: complexMatrix([
              [0, 1],
              [0, 0],
            ]),
          },
        ]),
      DomainError,
    ],
    ['no term', () => networkEnergy(network, []), DomainError],
    ['free tensors', () => networkEnergy(matrixProductState([2, 2], {}), localTerms(xxz(chain(2)))), DomainError],
  ])('%s', (_, work, error) => {
    expect(work).toThrow(error);
  });
});
