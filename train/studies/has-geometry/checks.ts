/** @file The numbers that the study must get right, and what they say of the paper. */

import { significant } from '../../../src/number-format.ts';
import { atLeast, atMost, type Check, equals, type Verdict } from '../../../src/record/study-record.ts';
import type { Options } from './options.ts';
import type { PlantedState } from './planted.ts';
import type { SeparableRow } from './separable.ts';
import type { JudgedState } from './states.ts';
import type { Superposed } from './superpositions.ts';

export interface Measured {
  readonly options: Options;
  readonly states: readonly JudgedState[];
  readonly squares: readonly { readonly side: number; readonly defect: number }[];
  readonly planted: PlantedState;
  readonly superposed: readonly Superposed[];
  readonly separable: readonly SeparableRow[];
}

/** The state of this name. */
export const named = (states: readonly JudgedState[], name: string): JudgedState =>
  states.find((state) => state.name === name)!;

export function checksOf(measured: Measured): readonly Check[] {
  const { states, planted } = measured;
  const wrong = states.filter(({ known, verdict }) => known !== null && known !== verdict.class);
  const page = (name: string): number => named(states, name).verdict.pageRatio!;
  const n = measured.options.qubits;
  const half = Math.floor(n / 2);
  return [
    equals('states whose class is not the one of theory', 'theorem', wrong.length, 0, 0),
    equals('Haar: half of the sites over Page’s entropy', 'published value', page('Haar'), 1, 0.03),
    atLeast(
      'random stabiliser state: half of the sites over Page’s entropy',
      'published value',
      page('random stabiliser state'),
      1,
      0.02,
    ),
    equals(
      'GHZ: mean redundancy defect of a cut in the middle, 1 − 2/(k(n − k))',
      'closed form',
      1 - 2 / (half * (n - half)),
      named(states, 'GHZ').verdict.redundancy!.greatest!,
      1e-9,
    ),
    equals(
      'nested Bell pairs: redundancy defect',
      'theorem',
      named(states, 'nested Bell pairs').verdict.redundancy!.greatest ?? 0,
      0,
      1e-10,
    ),
    equals('Bell pairs on a weighted graph in the plane: redundancy defect', 'theorem', planted.defect, 0, 1e-10),
    equals(
      'random stabiliser state: s of s|A| over ln 2',
      'theorem',
      named(states, 'random stabiliser state').verdict.terms!.volume.coefficient / Math.LN2,
      1,
      0.03,
    ),
    ...superpositionChecks(measured),
    ...separableChecks(measured),
    ...latticeChecks(measured),
  ];
}

function superpositionChecks({ superposed }: Measured): readonly Check[] {
  const told = superposed.filter(({ isTold }) => isTold);
  const excess = told.map(({ regions }) => Math.abs(regions.at(-1)!.excess - Math.LN2));
  return [
    atMost(
      'superpositions of states that both sides tell apart: S − Σ pS − ln 2',
      'theorem',
      Math.max(...excess),
      0,
      1e-9,
    ),
    equals(
      'a state superposed with itself: change of I',
      'theorem',
      superposed.find(({ name }) => name === 'a state with itself')!.informationChange!,
      0,
      1e-9,
    ),
  ];
}

function separableChecks({ separable }: Measured): readonly Check[] {
  const most = (of: (row: SeparableRow) => number): number => Math.max(...separable.map(of));
  return [
    atMost(
      'Bures distance to separable states: roof against closed form',
      'closed form',
      most(({ found, closed }) => Math.abs(found - closed.buresDistance)),
      0,
      1e-5,
    ),
    atMost(
      'entanglement of formation: roof below the closed form',
      'closed form',
      most(({ formation, closed }) => closed.entanglementOfFormation - formation),
      0,
      1e-8,
    ),
    atMost(
      'entanglement of formation: roof above the closed form',
      'closed form',
      most(({ formation, closed }) => formation - closed.entanglementOfFormation),
      0,
      1e-3,
    ),
    atMost(
      'bound by the partial transpose above the distance',
      'theorem',
      most(({ bound, closed }) => bound - closed.buresDistance),
      0,
      1e-9,
    ),
  ];
}

function latticeChecks({ options, states, squares }: Measured): readonly Check[] {
  if (options.side !== 22) return [];
  const shape = named(states, 'square lattice, potential 1.5').verdict.geometry!.shape!;
  const soft = named(states, 'square lattice, potential 0.4').verdict.geometry!.shape!;
  return [
    equals('square lattice: λ₂/λ₃', 'independent computation', shape.gapRatio!, 2.8, 0.05),
    equals(
      'square lattice: share of negative eigenvalues',
      'independent computation',
      shape.embedding.negativeShare,
      0.25,
      0.005,
    ),
    equals(
      'square lattice: Procrustes distance from the lattice',
      'independent computation',
      shape.procrustes!,
      0.19,
      0.01,
    ),
    equals(
      'square lattice: greatest redundancy defect of squares',
      'independent computation',
      Math.max(...squares.map(({ defect }) => defect)),
      0.32,
      0.01,
    ),
    equals('square lattice, weaker potential: λ₂/λ₃', 'independent computation', soft.gapRatio!, 1.15, 0.01),
  ];
}

export function verdictsOf({ states, squares, superposed, planted }: Measured): readonly Verdict[] {
  const local = states.filter(({ verdict }) => (verdict.locality?.probability ?? 1) <= 0.01);
  const none = states.filter(({ verdict }) => verdict.geometry?.shape == null);
  const volume = states.filter(({ verdict }) => verdict.class === 'volume law' && verdict.isPure);
  const lattice = named(states, 'square lattice, potential 1.5').verdict;
  const vacua = superposed[0]!;
  const random = superposed.find(({ name }) => name === 'two random states')!;
  const worst = Math.max(...squares.map(({ defect }) => defect));
  return [
    {
      statement: 'every state, however complex, has a correspondent geometry',
      source: 'III.A',
      verdict: 'fails',
      because:
        `as a space of low dimension from entropies and pairs: of ${states.length} states ${local.length} have blocks with less entropy than random sets, ` +
        `${volume.length} pure ones have a volume law, and in ${none.length} the pairs share nothing or all the same`,
    },
    {
      statement: 'entropies are areas of a graph of mutual information (redundancy-constrained states)',
      source: 'I, III.A',
      verdict: 'holds in part',
      because:
        `exactly for Bell pairs on any graph (defect ${significant(planted.defect, 2)}); ground states of local Hamiltonians are ${significant(worst, 2)} away ` +
        '(square lattice), states without locality by nearly all',
    },
    {
      statement: 'bulk entanglement gravity: the space of a local ground state is its lattice',
      source: 'I, II.C',
      verdict: 'holds in part',
      because:
        `two dimensions, λ₂/λ₃ = ${significant(lattice.geometry!.shape!.gapRatio!, 3)}, and the lattice up to ${significant(lattice.geometry!.shape!.procrustes!, 2)} ` +
        `(shuffled information: ${significant(lattice.geometry!.shuffled!.procrustes!, 2)}); at a smaller gap the second dimension is lost`,
    },
    {
      statement:
        'the geometry of a superposition can be totally unrelated to those of its parts: the correspondence is nonlinear',
      source: 'III.A',
      verdict: 'holds',
      because:
        `superposing the vacua of an ordered chain changes I by ${significant(vacua.informationChange!, 3)} times its mean and distances by ${significant(vacua.distanceChange!, 2)}; ` +
        `entropies gain at most ln 2. Two random states: distances change by ${significant(random.distanceChange!, 2)}, all are alike`,
    },
    {
      statement: 'for two qubits the Bures distance to separable states fixes the entanglement of formation',
      source: 'II.A',
      verdict: 'holds',
      because:
        'E_F = h(F) for all states tried, by closed form and by search over ensembles; for qutrits the two no longer determine each other by this formula',
    },
  ];
}
