/** @file States of every kind, and what is known of them beforehand. */

import { ghz } from '../../../datasets/ghz.ts';
import { graph } from '../../../datasets/graph.ts';
import { haarRandom } from '../../../datasets/haar-random.ts';
import { product } from '../../../datasets/product.ts';
import { randomCircuit } from '../../../datasets/random-circuit.ts';
import { randomStabiliser, stabiliserGraph } from '../../../datasets/stabilisers.ts';
import { w } from '../../../datasets/w.ts';
import {
  type GeometryClass,
  type GeometryVerdict,
  type GeometryVerdictOptions,
  geometryVerdict,
} from '../../../src/bulk/geometry-verdict.ts';
import { redundancyDefect } from '../../../src/bulk/redundancy-defect.ts';
import { entropiesOfGaussian } from '../../../src/gaussian/entropies.ts';
import { hopping, xyChain } from '../../../src/gaussian/fermion-models.ts';
import { gaussianGroundState } from '../../../src/gaussian/ground-state.ts';
import type { QuadraticHamiltonian } from '../../../src/gaussian/quadratic-hamiltonian.ts';
import { quadraticOfHopping } from '../../../src/gaussian/quadratic-hamiltonian.ts';
import { gaussianThermal } from '../../../src/gaussian/thermal.ts';
import { fermionState } from '../../../src/generative/fermion-rules.ts';
import { regionEntropies } from '../../../src/generative/generated-entropies.ts';
import { asPure } from '../../../src/generative/state-rules.ts';
import type { PureState } from '../../../src/generative/target-state.ts';
import { randomStream } from '../../../src/linalg/random.ts';
import { chain, grid, type Lattice, ring } from '../../../src/operator/lattice.ts';
import type { RegionEntropies } from '../../../src/state/region-entropies.ts';
import type { PartStep } from '../../study.ts';
import type { Options } from './options.ts';

/** A state, how it is asked, and the class that theory gives it; null where theory gives none. */
interface Candidate {
  readonly name: string;
  readonly entropies: () => RegionEntropies;
  readonly asked?: GeometryVerdictOptions;
  readonly known: GeometryClass | null;
}

/** What was found about a state. */
export interface JudgedState {
  readonly name: string;
  readonly sites: number;
  readonly known: GeometryClass | null;
  readonly verdict: GeometryVerdict;
}

/** Ground state of an open Ising chain, as amplitudes. */
export function isingState(qubits: number, field: number, parity?: 'even' | 'odd'): PureState {
  const { state } = gaussianGroundState(xyChain(qubits, { field }), parity ? { parity } : { zeroModes: 'pure' });
  return asPure(fermionState(`ising(${field})`, state))!;
}

/** Fermions on a square lattice, half filled, with a staggered potential; `layout` is where the sites are. */
export function latticeFermions(side: number, potential: number) {
  const layout = Array.from({ length: side * side }, (_, k) => [k % side, Math.floor(k / side)] as const);
  const lattice = grid(side, side);
  const chemicalPotential = layout.map(([x, y]) => ((x + y) % 2 === 1 ? potential : -potential));
  const entropies = entropiesOfGaussian(gaussianGroundState(hopping(lattice, { chemicalPotential })).state);
  return { entropies, lattice, layout };
}

/** Redundancy defects of squares in the middle of the gapped lattice, by their side. */
export function latticeDefects(side: number): readonly { readonly side: number; readonly defect: number }[] {
  const { entropies } = latticeFermions(side, 1.5);
  const sides = [2, 3, 4, 5, 6].filter((k) => k <= side / 2);
  const corner = (k: number): number => (side - k) >> 1;
  const regions = sides.map((k) =>
    Array.from({ length: k * k }, (_, at) => (corner(k) + Math.floor(at / k)) * side + corner(k) + (at % k)),
  );
  return redundancyDefect(entropies, { regions }).regions.map(({ defect }, k) => ({ side: sides[k]!, defect }));
}

function dense({ qubits }: Options, seed: number): readonly Candidate[] {
  const of = (name: string, state: () => PureState, known: Candidate['known']): Candidate => ({
    name,
    entropies: () => regionEntropies(state()),
    known,
  });
  return [
    of('product', () => product(qubits), 'disconnected'),
    of('GHZ', () => ghz(qubits), 'area law'),
    of('W', () => w(qubits), null),
    of('cluster', () => graph(chain(qubits)), 'area law'),
    of('critical Ising', () => isingState(qubits, 1), 'critical'),
    of('gapped Ising, h = 3', () => isingState(qubits, 3), 'area law'),
    of('random circuit', () => randomCircuit(qubits, 20, seed), null),
    of('Haar', () => haarRandom(qubits, seed), 'volume law'),
  ];
}

function fermions({ sites, side }: Options, seed: number): readonly Candidate[] {
  const even = sites - (sites % 2);
  const closed = ring(even % 4 === 2 ? even : even - 2);
  const ground = (hamiltonian: QuadraticHamiltonian) => () =>
    entropiesOfGaussian(gaussianGroundState(hamiltonian).state);
  const open = chain(even);
  const amplitude = open.edges.map((_, k) => (k % 2 === 0 ? 1 : 0.5));
  const square = (potential: number): Candidate => {
    const { entropies, lattice, layout } = latticeFermions(side, potential);
    const known = potential > 1 ? ('area law' as const) : null;
    return {
      name: `square lattice, potential ${potential}`,
      entropies: () => entropies,
      asked: { lattice, layout },
      known,
    };
  };
  return [
    { name: 'hopping ring', entropies: ground(hopping(closed)), asked: { lattice: closed }, known: 'critical' },
    { name: 'dimerised chain', entropies: ground(hopping(open, { amplitude })), known: 'area law' },
    {
      name: 'hopping chain, β = 1',
      entropies: () => entropiesOfGaussian(gaussianThermal(hopping(open), 1)),
      known: 'volume law',
    },
    { name: 'random hopping between all', entropies: ground(randomHopping(even, seed)), known: 'volume law' },
    square(1.5),
    square(0.4),
  ];
}

/** Hopping between all pairs of sites, with normally distributed amplitudes. */
export function randomHopping(sites: number, seed: number): QuadraticHamiltonian {
  const { normal } = randomStream(seed, 'hopping between all');
  const data = new Float64Array(sites * sites);
  for (let i = 0; i < sites; i++) {
    for (let j = 0; j <= i; j++) {
      data[i * sites + j] = normal();
      data[j * sites + i] = data[i * sites + j]!;
    }
  }
  return quadraticOfHopping({ rows: sites, cols: sites, data });
}

function stabilisers({ stabilisers: qubits }: Options, seed: number): readonly Candidate[] {
  const nested: Lattice = {
    sites: 2 * Math.floor(qubits / 2),
    edges: Array.from({ length: Math.floor(qubits / 2) }, (_, k) => [k, 2 * Math.floor(qubits / 2) - 1 - k] as const),
  };
  return [
    {
      name: 'random stabiliser state',
      entropies: () => regionEntropies(randomStabiliser(qubits, 2, seed)),
      known: 'volume law',
    },
    {
      name: 'cluster chain',
      entropies: () => regionEntropies(stabiliserGraph(chain(qubits))),
      known: 'area law',
    },
    { name: 'nested Bell pairs', entropies: () => regionEntropies(stabiliserGraph(nested)), known: 'disconnected' },
  ];
}

/** All states, one after the other. */
export function* judgedStates(options: Options, seed: number): Generator<PartStep, readonly JudgedState[]> {
  const candidates = [...dense(options, seed), ...fermions(options, seed), ...stabilisers(options, seed)];
  const judged: JudgedState[] = [];
  for (const { name, entropies, asked = {}, known } of candidates) {
    yield { message: name, progress: judged.length / candidates.length };
    const own = entropies();
    const verdict = geometryVerdict(own, { ...asked, seed });
    judged.push({ name, sites: own.boundary, known, verdict: shortened(verdict) });
  }
  return judged;
}

/** Without the tables that no page shows. */
const shortened = (verdict: GeometryVerdict): GeometryVerdict => ({
  ...verdict,
  geometry: verdict.geometry && { ...verdict.geometry, distances: [] },
  redundancy: verdict.redundancy && { ...verdict.redundancy, regions: [] },
});
