/** @file The findings of the study in words: answer, checks and verdicts. */

import { significant } from '../../../src/number-format.ts';
import { atLeast, atMost, type Check, equals, type Findings, type Verdict } from '../../../src/record/study-record.ts';
import type { Measured } from './measured.ts';
import { optimisedChecks, optimisedSection } from './optimised-mera.ts';
import { networkSection, pictureSection, stateSection, sweptSection, togetherSection } from './sections.ts';

/** 'linear in the open chain and the ring, logarithmic in …'. */
function byLaw(families: Measured['families'], quantity: 'hops' | 'cuts'): string {
  const laws = [...new Set(families.map((one) => one[quantity].law.best))];
  return laws
    .map((law) => {
      const members = families.filter((one) => one[quantity].law.best === law).map(({ family }) => `the ${family}`);
      const last = members.at(-1)!;
      return `${law} in ${members.length === 1 ? last : `${members.slice(0, -1).join(', ')} and ${last}`}`;
    })
    .join(', ');
}

const named = <Row extends { readonly name: string }>(rows: readonly Row[], name: string): Row =>
  rows.find((row) => row.name === name)!;

export function findings(measured: Measured): Findings {
  const { families, chains, compared } = measured;
  const [ising, gapped] = [named(chains, 'critical Ising'), named(chains, 'gapped Ising')];
  const { best } = compared.surface;
  return {
    title: 'Geometries of networks',
    question:
      'Which distances and areas do chains, trees and MERA have, and do the states that they are used for have the same? (I, II.B, II.D)',
    answer:
      `Distances are ${byLaw(families, 'hops')}; areas of intervals are ${byLaw(families, 'cuts')}. ` +
      `−ln I of the critical chain grows as ${significant(ising.decay.exponent, 4)} ln r, as distances in trees and MERA do; ` +
      `that of the gapped chain as r/${significant(gapped.decay.length)}, as distances in a chain do. Entropy grows as (c/3) ln L with c = ${significant(ising.growth.centralCharge, 4)} in the first and saturates in the second. ` +
      `The state’s own distances put the critical sites on a ${best.kind} surface${best.kind === 'euclidean' ? '' : ` of curvature radius ${significant(best.radius)}`}. ` +
      'Many networks share one law: neither distances nor areas single one out.',
    sections: [
      networkSection(measured),
      pictureSection(),
      stateSection(measured),
      togetherSection(measured),
      sweptSection(measured),
      optimisedSection(measured.optimised),
    ],
    checks: checksOf(measured),
    verdicts: verdictsOf(measured),
  };
}

function checksOf({
  options,
  families,
  defects,
  squares,
  random,
  chains,
  swept,
  optimised,
}: Measured): readonly Check[] {
  const cutsOf = (name: string) => families.find(({ family }) => family === name)!.cuts;
  const [ising, xx] = [named(chains, 'critical Ising'), named(chains, 'critical XX')];
  const [gapped, thermal] = [named(chains, 'gapped Ising'), named(chains, 'thermal Ising')];
  const asymptotic = 1 / (2 * Math.log(options.field));
  const { tree, chain, ring } = { tree: cutsOf('tree'), chain: cutsOf('open chain'), ring: cutsOf('ring') };
  const excess = tree.values.map((cut, k) => cut - (4 * Math.log(tree.at[k]!)) / Math.log(3));
  return [
    equals('D(3^{k}) = 2k + 1 in the ternary MERA of sites, greatest defect', 'closed form', defects.powers, 0, 0),
    equals('D(0, r) = min(2w + r/3^{w}) with finite levels, greatest defect', 'closed form', defects.finite, 0, 0),
    atMost('an interval of an open chain is cut off by two bonds', 'theorem', Math.max(...chain.values), 2),
    equals('an arc of a ring is cut off by two bonds', 'theorem', Math.max(...ring.values), 2, 0),
    atMost(
      'an interval of the ternary tree is cut off by 4 log₃ L bonds, greatest excess',
      'theorem',
      Math.max(...excess),
      0,
      1e-9,
    ),
    equals(
      'a square of k × k tensors of a grid is cut off by 4k bonds, greatest defect',
      'theorem',
      Math.max(...squares.map(({ side, cut }) => Math.abs(cut - 4 * side))),
      0,
      0,
    ),
    atMost('S − cut of random states, all families', 'theorem', Math.max(...random.map((one) => one.excess)), 0, 1e-9),
    atMost(
      'S − ln χ of half of the swept chains',
      'theorem',
      Math.max(...swept.map(({ half, bond }) => half - Math.log(bond))),
      0,
      1e-9,
    ),
    equals('central charge of the critical Ising chain', 'closed form', ising.growth.centralCharge, 0.5, 0.005),
    equals('central charge of the XX chain', 'closed form', xx.growth.centralCharge, 1, 0.01),
    equals('I of the critical Ising chain falls as r⁻²', 'closed form', ising.decay.exponent, 2, 0.02),
    equals('I of the XX chain falls as r⁻²', 'closed form', xx.decay.exponent, 2, 0.02),
    atMost('ξ of the gapped chain is below 1/(2 ln h)', 'closed form', gapped.decay.length, asymptotic),
    atLeast('ξ of the gapped chain is at least 0.8/(2 ln h)', 'closed form', gapped.decay.length, 0.8 * asymptotic),
    equals('entropy of the gapped chain is constant: 3ΔS/ln 2', 'closed form', gapped.effectiveCharge, 0, 0.01),
    atLeast('entropy of the thermal chain is not', 'closed form', thermal.effectiveCharge, 1),
    ...optimisedChecks(optimised),
  ];
}

function verdictsOf({ families, chains, swept, random, compared }: Measured): readonly Verdict[] {
  const [ising, gapped] = [named(chains, 'critical Ising'), named(chains, 'gapped Ising')];
  const mera = families.find(({ family }) => family === 'MERA')!;
  const shares = compared.explained.find(({ state }) => state === ising.name)!.shares;
  const least = swept[0]!;
  return [
    {
      statement: 'In Swingle’s AdS/MERA duality, MERA is regarded as a discrete version of the AdS bulk',
      source: 'II.B',
      verdict: 'analogy',
      because:
        `distances in MERA grow as ${significant(mera.hops.law.fits.logarithmic.slope)} ln r and areas as ${significant(mera.cuts.law.fits.logarithmic.slope)} ln L, both as in a hyperbolic plane, ` +
        `and −ln I of the critical chain follows them; but a tree has the same laws, and MERA is also read as de Sitter or kinematic space (arXiv:1504.06632); the laws do not decide`,
    },
    {
      statement:
        'the relationship between the holographic geometry built on the tensor network to represent the ground state and the physical geometry generated by the pattern of the interaction of the Hamiltonian',
      source: 'I',
      verdict: gapped.decay.best === 'exponential' && ising.decay.best === 'power' ? 'holds' : 'fails',
      because:
        `Evenbly and Vidal’s pattern: the gapped ground state has I ∼ exp(−r/${significant(gapped.decay.length)}) and the distances of the lattice, the critical one I ∼ r^{−${significant(ising.decay.exponent)}} and those of the holographic network; ` +
        `the other law is rejected by differences of Akaike’s criterion of ${significant(gapped.decay.evidence)} and ${significant(ising.decay.evidence)}`,
    },
    {
      statement: 'a certain generative network structure can only generate a subspace of the boundary Hilbert space',
      source: 'II.B',
      verdict: random.every(({ excess }) => excess <= 1e-9) ? 'holds' : 'fails',
      because: `S ≤ cut for all ${random.length} families. A bond dimension of ${least.bond} leaves half of the critical chain with S = ${significant(least.half)} of at most ${significant(Math.log(least.bond))}, and its mutual information falls off within ξ = ${significant(least.decay.length)} sites where the true state knows no such length`,
    },
    {
      statement: 'The bulk spatial geometry is then given by this tensor network',
      source: 'II.D',
      verdict: shares.MERA > shares['open chain'] ? 'holds in part' : 'fails',
      because: `the state’s −ln I is explained to ${percent(shares.MERA)} by distances in a MERA, to ${percent(shares.tree)} by those in a tree and to ${percent(shares['open chain'])} by those in a chain: the state excludes a line, but does not choose between the others. As a control, ln r explains ${percent(compared.shuffled)} with the sites in random order, against ${percent(compared.ordered)}`,
    },
  ];
}

const percent = (share: number): string => `${significant(100 * share, 3)} %`;
