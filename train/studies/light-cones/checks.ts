/** @file The numbers that the study must get right, and what they say of the paper. */

import { significant } from '../../../src/number-format.ts';
import { atLeast, atMost, type Check, equals, type Verdict } from '../../../src/record/study-record.ts';
import type { CliffordCone } from './clifford-cone.ts';
import type { CodeCopies } from './copies.ts';
import type { FermionFront, SteppedFront } from './fermion-front.ts';
import type { LeakingGates } from './leaking-gates.ts';
import type { Options } from './options.ts';

export interface Measured {
  readonly options: Options;
  readonly gates: LeakingGates;
  readonly clifford: readonly CliffordCone[];
  readonly fronts: readonly FermionFront[];
  readonly stepped: readonly SteppedFront[];
  readonly gaussian: number;
  readonly copies: readonly CodeCopies[];
}

export const checksOf = (measured: Measured): readonly Check[] => [
  ...gateChecks(measured),
  ...fermionChecks(measured),
  ...codeChecks(measured),
];

function gateChecks({ gates, clifford }: Measured): readonly Check[] {
  const within = Object.entries(gates.known).filter(([id]) => gates.cone.includes(id));
  const without = Object.entries(gates.known).filter(([id]) => !gates.cone.includes(id));
  return [
    atMost(
      'gates outside of the cone: greatest share known',
      'theorem',
      Math.max(...without.map(([, x]) => x)),
      0,
      1e-9,
    ),
    atLeast('gates inside of the cone: least share known', 'theorem', Math.min(...within.map(([, x]) => x)), 1e-6),
    atMost(
      'Clifford circuit: information outside of the cone',
      'theorem',
      Math.max(...clifford.map(({ outside }) => Math.abs(outside))),
      0,
      1e-9,
    ),
    atLeast(
      'Clifford circuit: share of the information in the cone',
      'theorem',
      Math.min(...clifford.map((row) => row.within[0]!)),
      1,
      1e-9,
    ),
  ];
}

function fermionChecks({ fronts, stepped, gaussian }: Measured): readonly Check[] {
  return [
    atMost(
      'probabilities by Gaussian evolution against Bessel functions',
      'closed form',
      Math.max(...fronts.map(({ difference }) => difference)),
      0,
      1e-10,
    ),
    atMost(
      'tails above 10⁻²⁰: greatest relative difference from Bessel functions',
      'closed form',
      Math.max(
        ...fronts.flatMap(({ tails }) =>
          tails.map(({ probability, closed }) => (closed > 1e-20 ? Math.abs(probability / closed - 1) : 0)),
        ),
      ),
      0,
      1e-4,
    ),
    atMost(
      'information of a fermion’s places, by its probability and by covariances',
      'closed form',
      gaussian,
      0,
      1e-9,
    ),
    equals(
      'hopping gate by gate: probability beyond the cone',
      'theorem',
      Math.max(...stepped.map(({ beyond }) => beyond)),
      0,
      0,
    ),
    atMost(
      'hopping gate by gate: error of half the step, relative',
      'theorem',
      stepped.at(-1)!.difference / stepped.at(-2)!.difference,
      0.55,
    ),
  ];
}

function codeChecks({ copies }: Measured): readonly Check[] {
  const [repetition, five, steane] = copies as [CodeCopies, CodeCopies, CodeCopies];
  return [
    equals('repetition code: losses corrected', 'closed form', repetition.corrected, 0, 0),
    equals('repetition code: copies', 'closed form', repetition.fragments[0]!.copies, repetition.sites, 0),
    equals('five-qubit code: losses corrected', 'published value', five.corrected, 2, 0),
    equals('Steane’s code: losses corrected', 'published value', steane.corrected, 2, 0),
  ];
}

export function verdictsOf({ clifford, fronts, copies }: Measured): readonly Verdict[] {
  const [repetition, five] = copies as [CodeCopies, CodeCopies];
  const tail = fronts.at(-1)!.tails.find(({ beyond }) => beyond === 20)!;
  return [
    {
      statement: 'operations of finite size and range give a finite speed of information, and causal wedges with it',
      source: 'II.B',
      verdict: 'holds in part',
      because:
        `exact for gates, with zero outside of all ${clifford.length - 1} cones; in continuous time only up to a tail, ${significant(tail.probability, 2)} ` +
        `twenty sites beyond the cone at t = ${fronts.at(-1)!.time}`,
    },
    {
      statement: 'the information redundancy is the soul of quantum error-correcting codes',
      source: 'II.B',
      verdict: 'holds in part',
      because:
        `${repetition.fragments[0]!.copies} copies of a bit correct ${repetition.corrected} losses, and the code with one copy corrects ${five.corrected}: the redundancy that ` +
        'protects is that of a qubit in overlapping parts, not of copies in disjoint ones',
    },
  ];
}
