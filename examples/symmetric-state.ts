// Symmetric states of 40 qubits by their 41 Dicke components: entropies of any region, without 2⁴⁰ amplitudes.
import { symmetricDicke, symmetricGhz, symmetricW } from 'bulkweave/datasets';
import { regionEntropies } from 'bulkweave/network';

const region = (size: number): readonly number[] => Array.from({ length: size }, (_, qubit) => qubit);
const states = { GHZ: symmetricGhz(40), W: symmetricW(40), 'Dicke, 20 of 40': symmetricDicke(40, 20) };
for (const [name, state] of Object.entries(states)) {
  const { entropy } = regionEntropies(state);
  const [one, ten, half] = [1, 10, 20].map((size) => entropy(region(size)).toFixed(6));
  console.log(`${name}: entropy of 1, 10 and 20 qubits ${one} ${ten} ${half} nats`);
}

// In W the excitation is in a region of k qubits with probability k/40.
const binary = (p: number): number => -p * Math.log(p) - (1 - p) * Math.log(1 - p);
console.log('in closed form, W:', [1, 10, 20].map((size) => binary(size / 40).toFixed(6)).join(' '));
