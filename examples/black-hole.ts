// Entropies around a black hole by geodesics, and the thermofield double of free fermions beside them.
import { evolvingThermofieldDouble, gaussianEntropy, hopping } from 'bulkweave/gaussian';
import { ring } from 'bulkweave/operator';
import { geodesicEntropy, twoSidedEntropy } from 'bulkweave/systems/anti-de-sitter';

const [sites, beta, length] = [240, 10, 40];
const horizon = sites / beta;
const units = { circumference: sites, cutoff: Math.exp(-3 * 0.726067) }; // the constant of the hopping chain

// two intervals: six surfaces, of which the least counts
for (const gap of [1, 4]) {
  const [first, second] = [[0, length] as const, [length + gap, 2 * length + gap] as const];
  const { entropy, winner, candidates } = geodesicEntropy({ kind: 'btz', horizon }, [first, second], units);
  const covered = winner.geodesics.map(({ from, to }) => to - from);
  console.log('gap:', gap, 'entropy:', entropy, 'candidates:', candidates.length, 'geodesics over', ...covered);
}

// the same interval on both sides: growth, then none
const { state } = evolvingThermofieldDouble(hopping(ring(sites), { amplitude: 0.5 }), beta); // velocity 1
const region = Array.from({ length }, (_, site) => site);
for (const time of [0, 5, 10, 15, 30]) {
  const geodesics = twoSidedEntropy(horizon, length, time, units);
  const fermions = gaussianEntropy(state(2 * time, region, region));
  console.log('t:', time, 'fermions:', fermions, 'geodesics:', geodesics.entropy, geodesics.winner);
}
