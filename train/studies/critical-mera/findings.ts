/** @file The findings of the study in words: answer, checks and verdicts. */

import { significant } from '../../../src/number-format.ts';
import { atLeast, atMost, type Check, equals, type Findings, type Verdict } from '../../../src/record/study-record.ts';
import type { Certified } from './chains.ts';
import { circuitChecks, circuitSection, circuitSentence } from './circuit-section.ts';
import type { Measured } from './measured.ts';
import { chainsOf, codeSection, controlSection, correlationSection, spectrumSection } from './sections.ts';

export function findings(measured: Measured): Findings {
  const { ising, random, circuit } = measured;
  const { certificate, bond } = ising.networks.at(-1)!;
  const last = ising.leakage.at(-1)!;
  return {
    title: 'Optimised MERA of critical chains',
    question:
      'Is a MERA the network of a critical state: does it have its exponents, its central charge and its correlations, and is it a code? (I, II.B)',
    answer:
      `The ternary MERA of the critical Ising chain with ${bond} states to a site has dimensions ${listed(certificate.dimensions.slice(0, 3))} (exact ⅛, 1, 9/8), c = ${significant(certificate.centralCharge, 3)} and an energy ${significant(certificate.error!, 2)} above the exact one, relative to it. ` +
      `What an erased site tells of a coarse one falls as 3^{−2Δs} with Δ = ${significant(last.exponent!, 3)}, the least dimension of the same layer being ${significant(ising.least, 3)}. ` +
      `A good energy proves nothing: without its symmetry the XX chain stops ${significant(random.certificate.error!, 2)} above its energy at a ${random.certificate.verdict}. ` +
      circuitSentence(circuit),
    sections: [
      spectrumSection(measured),
      correlationSection(measured),
      codeSection(measured),
      controlSection(measured),
      circuitSection(circuit),
    ],
    checks: [...checksOf(measured), ...circuitChecks(circuit)],
    verdicts: verdictsOf(measured),
  };
}

const listed = (values: readonly number[]): string => values.map((x) => significant(x, 3)).join(', ');

function checksOf({ ising, others, random }: Measured): readonly Check[] {
  const all = [...ising.networks, ...others, random];
  const { certificate } = ising.networks.at(-1)!;
  const [sigma, epsilon] = certificate.dimensions;
  const worst = Math.max(...ising.correlations.map(({ found, exact }) => Math.abs(found / exact - 1)));
  return [
    ...all.map(({ name, bond, exact, certificate: { energy } }) =>
      atLeast(
        `energy per site of ${name}, χ = ${bond}, is above the exact one`,
        'theorem',
        energy,
        exact.energy,
        1e-12,
      ),
    ),
    atMost('Tr ρA(h) = Tr D(ρ)h, relative difference', 'theorem', ising.duality, 0, 1e-13),
    atMost(
      '‖W†W − 1‖ of all networks',
      'theorem',
      Math.max(...all.map((one) => one.certificate.isometryDefect)),
      0,
      1e-11,
    ),
    equals('dimension of σ in the Ising chain', 'closed form', sigma!, 1 / 8, 0.005),
    equals('dimension of ε in the Ising chain', 'closed form', epsilon!, 1, 0.04),
    equals('dimension of the disorder operator', 'closed form', certificate.twisted[0]!, 1 / 8, 0.01),
    equals('central charge of the Ising chain', 'closed form', certificate.centralCharge, 0.5, 0.02),
    equals('C_{σσε} of the Ising chain', 'closed form', ising.coefficient, 0.5, 0.05),
    atMost('correlations ⟨XX⟩ against the infinite chain, greatest relative difference', 'closed form', worst, 0, 0.03),
    ...others.filter(({ bond }) => bond >= SETTLED).flatMap(settledChecks),
    equals(
      'exponent of the leakage over the least dimension of the channel',
      'theorem',
      ising.leakage.at(-1)!.exponent! / ising.least,
      1,
      0.05,
    ),
    equals(
      'the network of the XX chain without symmetry is recognised as wrong',
      'independent computation',
      Number(random.certificate.verdict === 'wrong fixed point'),
      1,
      0,
    ),
  ];
}

/** Bond dimension from which the XX chain has its lowest dimensions and its central charge. */
const SETTLED = 8;

function settledChecks({ name, bond, exact, certificate: own }: Certified): readonly Check[] {
  const [lowest] = exact.dimensions;
  return [
    equals(
      `least dimension of the ${name} chain, χ = ${bond}, relative to the exact one`,
      'closed form',
      own.dimensions[0]! / lowest!.value,
      1,
      0.06,
    ),
    equals(
      `central charge of the ${name} chain, χ = ${bond}, relative to the exact one`,
      'closed form',
      own.centralCharge / exact.centralCharge,
      1,
      0.08,
    ),
  ];
}

function verdictsOf({ ising, others, random }: Measured): readonly Verdict[] {
  const { certificate } = ising.networks.at(-1)!;
  const believed = chainsOf(others.filter((one) => one.certificate.verdict === 'critical as expected'));
  const [first, last] = [ising.leakage[0]!, ising.leakage.at(-1)!];
  return [
    {
      statement: 'the multiscale entanglement renormalisation ansatz generates ground states of critical systems',
      source: 'I',
      verdict: certificate.verdict === 'critical as expected' ? 'holds' : 'fails',
      because: `${certificate.because}; of the other chains ${believed.length > 0 ? believed.join(' and ') : 'none'}`,
    },
    {
      statement: 'an optimal network is found by minimising',
      source: 'II.E',
      verdict: random.certificate.verdict === 'wrong fixed point' ? 'holds in part' : 'holds',
      because: `the least energy is not enough: ${random.certificate.because}`,
    },
    {
      statement: 'the bulk is protected as by a quantum error-correcting code, the deeper the better',
      source: 'II.B',
      verdict: 'analogy',
      because: `one erased site knows ${significant(first.information, 3)} nats of a coarse site one layer above and ${significant(last.information, 3)} of one ${last.layers} layers above: a power of the scale with the least scaling dimension, not perfect at any depth; the coarse sites as a bulk are a reading`,
    },
  ];
}
