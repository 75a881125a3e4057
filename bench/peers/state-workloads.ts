/** @file The workloads of Gaussian and stabiliser states. */

import { bornInputs, chainInputs, cliffordInputs, hoppingInputs, oscillatorInputs } from './state-inputs.ts';
import { ours, peer, type Workload } from './workload.ts';

const QUIMB = 'quimb';
const TENPY = 'TeNPy';
const CHAINS = { ising: 'Ising', heisenberg: 'Heisenberg', xxz: 'XXZ' } as const;

const CHAIN_PROGRAMS = [ours('dmrg'), peer(QUIMB, 'quimb', 'dmrg_quimb'), peer(TENPY, 'tenpy', 'dmrg_tenpy')];

export const STATE_WORKLOADS: readonly Workload[] = [
  {
    name: 'oscillators',
    title: 'Gaussian states of oscillators',
    about: `Rings of oscillators, by their covariances: the entropy of half of the ring in its ground state (mass 0.1), the
fidelity of two thermal states (masses 0.5 and 0.6), the overlap of a thermal state with the vacuum. The Walrus has hbar = 2 by
default, so that covariances are the same. Its entropy is summed from its symplectic eigenvalues: its own function leaves out those
within 1e-5 of 1.`,
    programs: [ours('oscillators'), peer('The Walrus', 'thewalrus', 'oscillators_thewalrus')],
    cases: ['entropy', 'fidelity', 'vacuum'].flatMap((task) =>
      [50, 200].map((modes) => ({
        label: `${task}, n = ${modes}`,
        inputs: () => oscillatorInputs(task, modes),
        threads: 1,
        quick: modes === 50,
      })),
    ),
  },
  {
    name: 'fermions',
    title: 'Gaussian states of fermions',
    about: `Fermions hopping on an open chain with random potentials: the ground state with its energy and the entropy of half
of the chain; the entropies of all intervals of the ground state, by NumPy from the spectrum of each.`,
    programs: [ours('fermions'), peer('NumPy', 'numpy', 'fermions_numpy')],
    cases: [
      ...[200, 1000].map((sites) => ({
        label: `ground state, n = ${sites}`,
        inputs: () => hoppingInputs('ground', sites),
        threads: 1,
        quick: sites === 200,
      })),
      ...[40, 200].map((sites) => ({
        label: `all intervals, n = ${sites}`,
        inputs: () => hoppingInputs('intervals', sites),
        threads: 1,
        quick: sites === 40,
      })),
    ],
  },
  {
    name: 'stabilisers',
    engines: false,
    title: 'Clifford circuits and stabiliser states',
    about: `A brickwall of H, S and CNOT of 40 layers on |0…0⟩; the canonical generators of its state, of which a digest is
compared; the entropy of half of the chain. Stim has no entropies: the rank of its generators over GF(2) is NumPy's. Stim's order of
columns is another one; its canonical generators are timed, and brought into ours for the comparison.`,
    programs: [ours('stabilisers'), peer('Stim', 'stim', 'stabilisers_stim')],
    cases: ['circuit', 'canonical', 'entropy'].flatMap((task) =>
      [500, 2000].map((qubits) => ({
        label: `${task}, n = ${qubits}`,
        inputs: () => cliffordInputs(task, qubits, 40),
        threads: 1,
        quick: qubits === 500,
      })),
    ),
  },
  {
    name: 'born',
    title: 'Born machines of chains',
    about: `Mean negative log-likelihood of a batch of random rows under the Born machine of a real chain near the identity, and its
gradient, in float64. Plain PyTorch carries the batch from site to site and rescales it; TensorKrowch contracts its MPS, and its norm
is PyTorch's.`,
    programs: [
      ours('born'),
      peer('plain PyTorch', 'torch', 'born_torch'),
      peer('TensorKrowch', 'torch', 'born_tensorkrowch'),
    ],
    cases: [
      [28, 16, 256],
      [784, 10, 100],
    ].map(([sites, bond, rows]) => ({
      label: `${sites} sites, bond ${bond}, ${rows} rows`,
      inputs: () => bornInputs(sites!, bond!, rows!),
      threads: 1,
      quick: sites === 28,
    })),
  },
  {
    name: 'chains',
    title: 'Ground states of long chains',
    about: `Two-site sweeps (DMRG) on 100 sites, in real numbers, each program by its own algorithm from a product state: bonds doubled
from 8, TeNPy with its mixer, ours ending with single sites; until the energy changes by less than 1e-10 of itself from one passage along the chain to the
next (TeNPy: from one double sweep to the next, and the entropy by less than 1e-5). H in Pauli matrices: the critical Ising chain, the Heisenberg chain, XXZ at Δ = ½;
60 sites of the Heisenberg chain of spin 1. *S_z*: in the sector of as
many spins up as down, which quimb does not have. Each run is made twice, the second one is the steady time; energies within 1e-7 count as the same,
since at bond 32 they depend on what is dropped and when, and stand in the last column. TeNPy is left out where it would take more than four minutes.`,
    tolerance: 1e-7,
    shown: 'energy',
    programs: CHAIN_PROGRAMS,
    cases: [
      ...(['ising', 'heisenberg', 'xxz'] as const).flatMap((model) =>
        [32, 200].map((bond) => ({
          label: `${CHAINS[model]}, bond ${bond}`,
          inputs: () => chainInputs(model, bond),
          threads: 1,
          slow: bond > 32,
          without: bond > 32 ? [TENPY] : [],
        })),
      ),
      ...(['heisenberg', 'xxz'] as const).flatMap((model) =>
        [32, 200].map((bond) => ({
          label: `${CHAINS[model]}, S_z, bond ${bond}`,
          inputs: () => chainInputs(model, bond, 100, { symmetry: true }),
          threads: 1,
          slow: bond > 32,
          without: [QUIMB],
        })),
      ),
      {
        label: 'spin 1, 60 sites, bond 100',
        inputs: () => chainInputs('spin-one', 100, 60),
        threads: 1,
        slow: true,
        without: [TENPY],
      },
      { label: 'XXZ, 40 sites, bond 32', inputs: () => chainInputs('xxz', 32, 40), threads: 1, quick: true },
    ],
  },
  {
    name: 'chains-within',
    title: 'Ground states of long chains to a given energy',
    about: `The same searches, ended at the first energy within a fraction of the ground energy, the same for all programs: asked after every double sweep
of ours, after every passage of the others. Energies in the last column are the first that each program meets.`,
    tolerance: 2e-6,
    shown: 'energy',
    programs: CHAIN_PROGRAMS,
    cases: (['ising', 'heisenberg', 'xxz'] as const).flatMap((model) =>
      [32, 200].map((bond) => {
        const within = model === 'ising' || bond === 200 ? 1e-9 : 2e-6;
        return {
          label: `${CHAINS[model]}, bond ${bond}, within ${within.toExponential()}`,
          inputs: () => chainInputs(model, bond, 100, { within }),
          threads: 1,
          slow: bond > 32,
          without: bond > 32 ? [TENPY] : [],
        };
      }),
    ),
  },
];
