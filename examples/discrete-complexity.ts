// Exact least numbers of CNOTs on a device of one's own: four qubits, 1 coupled to 0, 2 and 3.
import { lattice } from 'bulkweave/operator';
import { cayleyDistances, cnotCircuitCode, linearGroup, shortestWord } from 'bulkweave/systems/cayley';

const device = lattice(4, [
  [0, 1],
  [1, 2],
  [1, 3],
]);
const group = linearGroup(device);
const distances = cayleyDistances(group);
console.log('circuits:', group.order, 'at most', distances.diameter, 'CNOTs, on average', distances.mean);

// A CNOT between qubits that are not coupled.
const distant = cnotCircuitCode(4, [{ control: 0, target: 3 }]);
const word = shortestWord(distances, distant) ?? [];
console.log('CNOT(0,3) =', word.map((k) => group.generators[k]?.name).join(' '));
