/**
 * @file The catalogue of requests. What computes one is loaded when it is
 * asked for. Adding one: a file in `requests`, a line here.
 */

import type { AnyRequest } from './request.ts';

/** A request of the catalogue: what it computes, and the module that does. */
export interface CatalogueRequest {
  readonly summary: string;
  readonly load: () => Promise<{ readonly request: AnyRequest }>;
}

const entry = (summary: string, load: CatalogueRequest['load']): CatalogueRequest => ({ summary, load });

/** All requests by name. */
export const REQUESTS = {
  complexity: entry(
    'complexity of a state: shortest path found, lower bound',
    () => import('./requests/complexity.ts'),
  ),
  geodesic: entry(
    'shortest path to a pure state, slice by slice, with its certificate',
    () => import('./requests/geodesic.ts'),
  ),
  'lower-bound': entry('what no path to a state can be shorter than', () => import('./requests/lower-bound.ts')),
  'unitary-complexity': entry(
    'complexity of a unitary: shortest geodesic found',
    () => import('./requests/unitary-complexity.ts'),
  ),
  curvature: entry('curvature of a complexity metric', () => import('./requests/curvature.ts')),
  gates: entry('gate counts and lengths of a circuit', () => import('./requests/gates.ts')),
  'fewest-gates': entry('fewest two-qubit gates for a state or a unitary', () => import('./requests/fewest-gates.ts')),
  'discrete-complexity': entry(
    'exact least number of gates for a CNOT or Clifford circuit or a permutation',
    () => import('./requests/discrete-complexity.ts'),
  ),
  'two-qubit-gate': entry('Weyl coordinates of a two-qubit gate', () => import('./requests/two-qubit-gate.ts')),
  'least-time': entry(
    'least time to a state or a gate with a drift and bounded controls',
    () => import('./requests/least-time.ts'),
  ),
  state: entry('amplitudes or density matrix of a state', () => import('./requests/state.ts')),
  fidelity: entry('fidelity and distances of two states', () => import('./requests/fidelity.ts')),
  entropies: entry('entanglement entropies of regions', () => import('./requests/entropies.ts')),
  schmidt: entry('Schmidt coefficients between a region and the rest', () => import('./requests/schmidt.ts')),
  negativity: entry('negativity between a region and the rest', () => import('./requests/negativity.ts')),
  'mutual-information': entry(
    'mutual information of regions or of all pairs of sites',
    () => import('./requests/mutual-information.ts'),
  ),
  distances: entry('distances from mutual information, and their shape', () => import('./requests/distances.ts')),
  'geometry-verdict': entry(
    'whether a state has a geometry: growth of entropies, space of its pairs',
    () => import('./requests/geometry-verdict.ts'),
  ),
  energy: entry('energy of a ground state or of a given state', () => import('./requests/energy.ts')),
  chain: entry('ground state of a chain by sweeps, levels above it, correlations', () => import('./requests/chain.ts')),
  'chain-evolution': entry(
    'evolution of a chain in time from a product state',
    () => import('./requests/chain-evolution.ts'),
  ),
  'thermal-chain': entry('thermal state of a chain by purification', () => import('./requests/thermal-chain.ts')),
  plane: entry(
    'ground state of a rectangle by a two-dimensional network, with bounds',
    () => import('./requests/plane.ts'),
  ),
  'ising-plane': entry(
    'classical Ising model on a rectangle, by a two-dimensional network',
    () => import('./requests/ising-plane.ts'),
  ),
  'uniform-chain': entry('ground state of a chain without end', () => import('./requests/uniform-chain.ts')),
  'scaling-dimensions': entry(
    'scaling dimensions and central charge of a critical chain',
    () => import('./requests/scaling-dimensions.ts'),
  ),
  fisher: entry('quantum Fisher information of the parameters of a network', () => import('./requests/fisher.ts')),
  geometry: entry('a network as a geometry: areas, minimal cuts, curvature', () => import('./requests/geometry.ts')),
  gravity: entry('gravity defect of the entropies of all intervals of a state', () => import('./requests/gravity.ts')),
  cut: entry('minimal cut between two sides of a graph', () => import('./requests/cut.ts')),
  'graph-curvature': entry(
    'Ollivier–Ricci curvature and hyperbolicity of a graph',
    () => import('./requests/graph-curvature.ts'),
  ),
  'holographic-entropy': entry(
    'entropy of a boundary region by geodesics in AdS₃, with all candidates',
    () => import('./requests/holographic-entropy.ts'),
  ),
  'optimised-metric': entry(
    'metric of least Liouville action on a domain, entropies from its geodesics',
    () => import('./requests/optimised-metric.ts'),
  ),
  'path-ensemble': entry(
    'sum over all paths to a state: degrees of freedom, complexity as a limit',
    () => import('./requests/path-ensemble.ts'),
  ),
  'entanglement-features': entry(
    'Ising couplings of a network learned from the entropies of a state',
    () => import('./requests/entanglement-features.ts'),
  ),
  likelihood: entry(
    'Born machine of rows of data: likelihood on rows held out, samples',
    () => import('./requests/likelihood.ts'),
  ),
  'neural-state': entry(
    'ground state of a Hamiltonian by a neural network: energy, variance, error',
    () => import('./requests/neural-state.ts'),
  ),
  'six-j': entry('symbol {6j} of six spins, exactly, and its tetrahedron', () => import('./requests/six-j.ts')),
  'turaev-viro': entry('Turaev–Viro invariant of a closed three-manifold', () => import('./requests/turaev-viro.ts')),
  'match-landmarks': entry(
    'cheapest smooth deformation that takes points to others',
    () => import('./requests/match-landmarks.ts'),
  ),
  'match-images': entry(
    'cheapest deformation of one picture into another, without folds',
    () => import('./requests/match-images.ts'),
  ),
  contract: entry('contraction of a tensor network', () => import('./requests/contract.ts')),
  compare: entry('finished runs beside each other', () => import('./requests/compare.ts')),
} as const;

/** The name of a request. */
export type RequestName = keyof typeof REQUESTS;

export const isRequestName = (name: string): name is RequestName => Object.hasOwn(REQUESTS, name);
