import { expect, test } from 'vitest';
import { writtenHamiltonian } from '../../../train/compute/hamiltonian-source.ts';
import { writtenNetwork } from '../../../train/compute/network-source.ts';
import { writtenState } from '../../../train/compute/state-source.ts';
import { writtenUnitary } from '../../../train/compute/unitary-source.ts';

test.each([
  ['ghz', { name: 'ghz' }],
  ['ghz(4)', { name: 'ghz', qubits: 4 }],
  [' dicke( 4 , excitations = 2 ) ', { name: 'dicke', qubits: 4, excitations: 2 }],
  ['dicke(4, 2)', { name: 'dicke', qubits: 4, excitations: 2 }],
  ['graph(4, lattice={"grid": [2, 2]})', { name: 'graph', qubits: 4, lattice: { grid: [2, 2] } }],
  ['graph(4, lattice=ring)', { name: 'graph', qubits: 4, lattice: 'ring' }],
  ['psi.npy', { name: 'file', path: 'psi.npy' }],
  ['folder/psi.JSON', { name: 'file', path: 'folder/psi.JSON' }],
  ['file(psi.npz, key=amplitudes)', { name: 'file', path: 'psi.npz', key: 'amplitudes' }],
  ['a/circuit.qasm', { name: 'file', path: 'a/circuit.qasm' }],
  ['runs/ghz-8', { name: 'run', path: 'runs/ghz-8' }],
  ['runs/ghz-8/record.json', { name: 'run', path: 'runs/ghz-8/record.json' }],
  ['{"name": "w", "qubits": 3}', { name: 'w', qubits: 3 }],
  [
    'ground-state(4, hamiltonian=xxz(anisotropy=0.5))',
    { name: 'ground-state', qubits: 4, hamiltonian: { name: 'xxz', anisotropy: 0.5 } },
  ],
  ['ground-state(4, h.json)', { name: 'ground-state', qubits: 4, hamiltonian: { name: 'file', file: 'h.json' } }],
])('the state %j', (text, json) => {
  expect(writtenState(text)).toEqual(json);
});

test('Hamiltonians, unitaries and networks alike', () => {
  expect(writtenHamiltonian('transverse-field-ising(2)')).toEqual({ name: 'transverse-field-ising', coupling: 2 });
  expect(writtenUnitary('controlled-not(3)')).toEqual({ name: 'controlled-not', qubits: 3 });
  expect(writtenUnitary('gate.npy')).toEqual({ name: 'file', path: 'gate.npy' });
  expect(writtenNetwork('brickwall(4, depth=2)')).toEqual({ name: 'brickwall', qubits: 4, depth: 2 });
  expect(writtenNetwork('net.json')).toEqual({ name: 'network-file', path: 'net.json' });
  expect(writtenNetwork('c.qasm')).toEqual({ name: 'circuit', path: 'c.qasm' });
});

test.each([
  ['ghz(4', "a name, a name with options such as 'ghz(4)', or a file required, got 'ghz(4'"],
  ['ghz(4))', 'brackets that close each other required'],
  ['ghz("4)', 'brackets and quotes that close required'],
  ['ghz(4, qubits=5)', 'one value of qubits required'],
  ['ghz(4, 5, 6)', "at most 2 values for 'ghz' required"],
  ['psi.dat', 'or a file required'],
  ['{"name": ', 'JSON required'],
])('%j is refused', (text, message) => {
  expect(() => writtenState(text)).toThrow(message);
});
