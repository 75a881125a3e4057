// Which states have a geometry? Entropies of blocks, pairs of sites, and a control tell.
import { geometryVerdict, redundancyDefect } from 'bulkweave/bulk';
import { ghz, haarRandom } from 'bulkweave/datasets';
import { entropiesOfGaussian, gaussianGroundState, hopping } from 'bulkweave/gaussian';
import { grid } from 'bulkweave/operator';
import { entropiesOfState } from 'bulkweave/state';

for (const { name, amplitudes, dimensions } of [ghz(10), haarRandom(10)]) {
  const { reading, pageRatio } = geometryVerdict(entropiesOfState(amplitudes, dimensions));
  console.log(`${name}: ${reading}; ${pageRatio!.toFixed(2)} of Page's entropy`);
}

// Fermions on a square lattice with a gap: do they know where they are?
const side = 12;
const lattice = grid(side, side);
const layout = Array.from({ length: side * side }, (_, k) => [k % side, Math.floor(k / side)]);
const chemicalPotential = layout.map(([x, y]) => ((x! + y!) % 2 ? 1.5 : -1.5));
const entropies = entropiesOfGaussian(gaussianGroundState(hopping(lattice, { chemicalPotential })).state);
const { class: found, geometry } = geometryVerdict(entropies, { lattice, layout, pairs: 20 });
console.log(`lattice: ${found}, ${geometry!.shape!.gapDimension} dimensions`);
console.log('away from the lattice by', geometry!.shape!.procrustes!.toFixed(2));
console.log('with shuffled information by', geometry!.shuffled!.procrustes!.toFixed(2));
console.log('redundancy defect', redundancyDefect(entropies, { lattice, pairs: 20 }).mean!.toFixed(2));
