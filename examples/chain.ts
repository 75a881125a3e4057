// A Heisenberg chain of 40 spins in the sector of 20 up, and what a wall between up and down becomes in the XX chain.

import {
  chainEvolution,
  chainExpectations,
  chainMoments,
  chainOf,
  groundStateBySweeps,
  networkOfChain,
  operatorWithSymmetry,
} from 'bulkweave/network';
import { chain, localTerms, place, xxz } from 'bulkweave/operator';

const sites = 40;
const heisenberg = operatorWithSymmetry(xxz(chain(sites)), 'excitations').operator;
const { energy, network, theta } = groundStateBySweeps(heisenberg, { bond: 24, sector: sites / 2, sweeps: 8 }).value;
console.log('energy per site:', energy / sites, 'without end 1 − 4 ln 2 =', 1 - 4 * Math.LN2);
console.log('variance:', chainMoments(heisenberg, chainOf(network, theta)).variance);

// |0…01…1⟩: the wall melts, and the profile depends on site/time alone: ⟨Z⟩ = −(2/π) arcsin(x/(4t))
const wall = networkOfChain(
  Array.from({ length: sites }, (_, k) => ({
    shape: [1, 2, 1],
    interleaved: k < sites / 2 ? Float64Array.of(1, 0, 0, 0) : Float64Array.of(0, 0, 1, 0),
  })),
);
const hopping = operatorWithSymmetry(xxz(chain(sites), { anisotropy: 0 }), 'excitations').operator;
const time = 2;
let state = wall;
for (const step of chainEvolution(hopping, wall, { time, steps: 21, bond: 40, tolerance: 1e-8 })) state = step.state();
const word = place(sites, { [sites / 2 + 3]: 'Z' });
const [measured] = chainExpectations(
  chainOf(state.network, state.theta),
  localTerms({ qubits: sites, terms: [{ word, coefficient: 1 }] }),
);
const reached = (20 / 21) * time;
console.log('⟨Z⟩ 3½ sites from the wall:', measured, 'in the limit:', (-2 / Math.PI) * Math.asin(3.5 / (4 * reached)));
