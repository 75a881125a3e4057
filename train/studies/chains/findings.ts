/** @file The findings of the study: answer, checks and verdict. */

import { significant } from '../../../src/number-format.ts';
import { atLeast, atMost, type Check, equals, type Findings } from '../../../src/record/study-record.ts';
import type { OpenChain } from './critical.ts';
import { type GappedChain, isingEnergy } from './gapped.ts';
import { greatest, lengthError, type Measured, momentError } from './measured.ts';
import { sectionsOf } from './sections.ts';
import type { SpinChain } from './spin-one.ts';

/** The Heisenberg chain of spin 1: White & Affleck, Phys. Rev. B 77, 134437 (2008); string order and length: White & Huse, Phys. Rev. B 48, 3844 (1993). */
const HALDANE = { gap: 0.41047925, string: -0.374325096, energy: -1.401484038971, length: 6.03 };

const entropyError = ({ entropies, exact }: OpenChain): number => greatest(entropies.map((s, k) => s - exact[k]!));
const integrable = (gapped: readonly GappedChain[]): readonly GappedChain[] => gapped.filter(({ h }) => h === 0);

export function findings(measured: Measured): Findings {
  const { critical, gapped, moving, spins } = measured;
  const [ising] = critical.scaling;
  const local = integrable(gapped).reduce((best, one) => (one.g > best.g ? one : best));
  const worst = greatest(integrable(gapped).map(lengthError));
  const [, heisenberg] = spins as [SpinChain, SpinChain, SpinChain];
  return {
    title: 'Chains as matrix-product states',
    question:
      'Which entanglement do critical and gapped chains have, and are the networks that hold it right: lengths, times, temperatures and spins beside what is known in closed form? (II.F)',
    answer:
      `Central charges are ${critical.scaling.map(({ name, centralCharge, error }) => `${significant(centralCharge, 3)} ± ${significant(error, 1)} (${name})`).join(' and ')}; ` +
      `correlation lengths of gapped Ising chains are 1/ln g to ${significant(worst, 1)}, by the dispersion of their particle. ` +
      `A quench follows free fermions to ${significant(greatest(moving.moments.map(momentError)), 1)}. ` +
      `The spin-1 chain has a gap of ${significant(heisenberg.gap, 6)}, ξ = ${significant(heisenberg.particle!.correlationLength, 4)} and a string order of ${significant(-heisenberg.string.at(-1)!, 5)} without order of its spins.`,
    sections: sectionsOf(measured),
    checks: checksOf(measured),
    verdicts: [
      {
        statement:
          'where the correlation length is of the order of the lattice spacing, the network has the geometry of the Hamiltonian',
        source: 'II.F',
        verdict: 'holds in part',
        because: `at g = ${local.g}, ξ = ${significant(local.correlationLength, 3)} sites, a chain of ${local.bond} states on every bond has the energy per site to ${significant(Math.abs(local.energy - isingEnergy(local.g)), 1)}; at the critical point every bond dimension ends correlations, at ${significant(ising!.points[0]!.correlationLength, 3)} to ${significant(ising!.points.at(-1)!.correlationLength, 3)} sites for D = ${ising!.points[0]!.bond} to ${ising!.points.at(-1)!.bond}. That such a chain suffices is computed, not that two geometries are the same`,
      },
    ],
  };
}

function checksOf({ critical, gapped, moving, cooled, spins }: Measured): readonly Check[] {
  const [aklt, heisenberg, trivial] = spins as [SpinChain, SpinChain, SpinChain];
  const other = gapped.find(({ h }) => h !== 0);
  return [
    ...critical.open.flatMap((open) => [
      equals(`energy of the open chain at field ${open.field}`, 'closed form', open.energy, open.exactEnergy, 1e-8),
      atMost(
        `entropies of its cuts beside free fermions, greatest difference`,
        'independent computation',
        entropyError(open),
        0,
        1e-6,
      ),
    ]),
    equals('central charge of the open chain at field 1', 'closed form', critical.open[0]!.centralCharge, 0.5, 0.03),
    atMost('the same at field 2, the control', 'closed form', critical.open[1]!.centralCharge, 0, 1e-3),
    ...critical.scaling.map(({ name, centralCharge, expected, error }) =>
      equals(`central charge of the ${name} chain, within its error`, 'closed form', centralCharge, expected, error),
    ),
    ...critical.scaling.map(({ name, expected, error }) =>
      atMost(
        `error of the central charge of the ${name} chain, relative`,
        'independent computation',
        error / expected,
        0.15,
      ),
    ),
    ...integrable(gapped).flatMap((one) => [
      equals(`energy per site at g = ${one.g}`, 'closed form', one.energy, isingEnergy(one.g), 1e-8),
      equals(`ξ at g = ${one.g} by the dispersion`, 'closed form', one.correlationLength, 1 / Math.log(one.g), 1e-8),
      equals(`gap at g = ${one.g}`, 'closed form', one.gap, 2 * (one.g - 1), 1e-8),
    ]),
    ...(other === undefined
      ? []
      : [
          equals(
            `ξ at g = ${other.g}, h = ${other.h}, not integrable: dispersion beside the transfer matrix, extrapolated`,
            'independent computation',
            other.correlationLength,
            other.extrapolated,
            5e-3,
          ),
        ]),
    atMost(
      'magnetisation after the quench beside free fermions, greatest difference',
      'closed form',
      greatest(moving.moments.map(momentError)),
      0,
      1e-6,
    ),
    atMost('drift of the energy', 'theorem', moving.drift, 0, 1e-9),
    ...cooled.map(({ beta, freeEnergy, exact }) =>
      equals(`free energy at β = ${beta}`, 'closed form', freeEnergy, exact, 1e-6),
    ),
    equals('energy per site of the AKLT chain', 'closed form', aklt.energy, -2 / 3, 1e-9),
    equals('its string order', 'closed form', aklt.string.at(-1)!, -4 / 9, 1e-9),
    equals('the gap of one disturbed tensor above it', 'published value', aklt.gap, 20 / 27, 1e-6),
    equals('energy per site of the spin-1 chain', 'published value', heisenberg.energy, HALDANE.energy, 3e-6),
    equals('Haldane’s gap', 'published value', heisenberg.gap, HALDANE.gap, 5e-5),
    equals('its ξ by the dispersion', 'published value', heisenberg.particle!.correlationLength, HALDANE.length, 0.01),
    equals('string order of the spin-1 chain', 'published value', heisenberg.string.at(-1)!, HALDANE.string, 1e-4),
    atMost('its largest Schmidt values are equal in pairs, difference', 'theorem', unpaired(heisenberg), 0, 1e-9),
    atMost('string order at D = 2, the control', 'theorem', Math.abs(trivial.string.at(-1)!), 1e-6),
    atLeast('difference of its two largest Schmidt values', 'theorem', unpaired(trivial), 0.1),
  ];
}

const unpaired = ({ schmidt }: SpinChain): number => schmidt[0]! - schmidt[1]!;
