// A state of your own: amplitudes, their entanglement, and the shortest path to them.
import { entanglementEntropy, shortestPath } from 'bulkweave';
import { stateOfArray } from 'bulkweave/datasets';

// √0.8 |00⟩ + √0.2 |11⟩; complex numbers are re, im, re, im, …
const interleaved = Float64Array.of(Math.sqrt(0.8), 0, 0, 0, 0, 0, Math.sqrt(0.2), 0);
const state = stateOfArray({ shape: [4], interleaved }, 'my state');
if (state.kind !== 'pure') throw new Error('amplitudes expected');

const entropy = entanglementEntropy(state.amplitudes, state.dimensions, [0]);
console.log('entropy of a qubit, nats:', entropy);

// Words of one and two qubits cost 1; the length is that of ∫ √(Σ h_P²) dt.
const { value } = shortestPath({ maxSize: 2, penalty: Number.POSITIVE_INFINITY }, state.amplitudes);
console.log('length of the shortest path:', value.complexity, 'at least', value.lowerBound);
