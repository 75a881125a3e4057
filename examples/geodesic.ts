// The shortest path to a Bell state, slice by slice, with what certifies it.
import { shortestPath } from 'bulkweave';
import { ghz } from 'bulkweave/datasets';

const metric = { maxSize: 2, penalty: Number.POSITIVE_INFINITY };
const { value } = shortestPath(metric, ghz(2).amplitudes, { slices: 4 });
console.log('length:', value.complexity, 'which is π/(4√2), and no path is shorter than', value.lowerBound);
console.log('infidelity at the end:', value.infidelity, '-', value.status);

// The Hamiltonian is constant on it: coefficients of the words that act.
const { words, velocity } = value;
words.forEach((word, k) => {
  const strength = velocity[0]![k]!;
  if (Math.abs(strength) > 1e-6) console.log(`  ${word} ${strength.toFixed(6)}`);
});
