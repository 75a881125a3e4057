// A Hamiltonian of your own, as OpenFermion or Qiskit print it, and its ground state.
import { expectation } from 'bulkweave';
import { groundState } from 'bulkweave/datasets';
import { parsePauliSum } from 'bulkweave/operator';

// Two spins in a field: E = −√(1 + 4g²), here g = 0.75.
const hamiltonian = parsePauliSum('-1.0 [Z0 Z1] + -0.75 [X0] + -0.75 [X1]');
const { amplitudes } = groundState(hamiltonian);
console.log('lowest energy:', expectation(hamiltonian, amplitudes));

const correlation = parsePauliSum("SparsePauliOp(['ZZ'], coeffs=[1.+0.j])");
console.log('⟨ZZ⟩:', expectation(correlation, amplitudes));
