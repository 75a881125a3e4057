/** @file The findings of the study in words: answer, checks and verdicts. */

import { significant } from '../../../src/number-format.ts';
import { atLeast, atMost, type Check, equals, type Findings, type Verdict } from '../../../src/record/study-record.ts';
import type { Measured } from './measured.ts';
import { clockSection, controlSection, doubleSection, planeSection, stateSection, waveletSection } from './sections.ts';
import { type FILTERS, nameOf } from './wavelet-geometries.ts';

export function findings(measured: Measured): Findings {
  const { wavelets, states, sides } = measured;
  const [critical, massive, thermal] = states;
  const exponents = wavelets
    .map(({ filter, exponent }) => `${significant(exponent, 4)} (${nameOf(filter)})`)
    .join(', ');
  const [first, , last] = sides.doubles;
  return {
    title: 'The exact holographic mapping',
    question:
      'Which geometry does the exact holographic mapping give to a state, and is it a property of the state? (I, II)',
    answer:
      `Correlations along a layer of the critical fermion fall with exponents ${exponents}: 2K + 1, set by the K vanishing moments of the wavelet, and with them the radius of the anti-de Sitter space that they suggest. ` +
      `What the state decides is the law: a ${critical!.decay.best} law without end for the critical state, an ${massive!.decay.best} and a bulk that ends at the correlation length for the massive one, an ${thermal!.decay.best} and a horizon for the thermal one. ` +
      `The double joins its two sides there, and the throat moves from layer ${significant(first!.horizon)} to ${significant(last!.horizon)} when β grows from ${first!.beta} to ${last!.beta}. ` +
      'Entropies of layers alone do not tell the critical from the thermal state; a random transform has no geometry at all.',
    sections: [
      waveletSection(measured),
      stateSection(measured),
      clockSection(measured),
      doubleSection(measured),
      planeSection(measured),
      controlSection(measured),
    ],
    checks: checksOf(measured),
    verdicts: verdictsOf(measured),
  };
}

function checksOf(measured: Measured): readonly Check[] {
  const { options, states, time, sides, plane, control } = measured;
  const [, massive, thermal] = states;
  const [first, second, third] = sides.doubles;
  const steepest = 1 / (4 * Math.log(1 + options.mass));
  return [
    ...waveletChecks(measured),
    equals(
      'thermal information falls as exp(−4πx/β) in layer 1, length over β/4π',
      'closed form',
      (thermal!.decay.length * 4 * Math.PI) / options.beta,
      1,
      0.02,
    ),
    atMost(
      'massive information falls at least as fast as exp(−4x ln(1 + m)), length over that',
      'closed form',
      massive!.decay.length / steepest,
      1,
    ),
    equals(
      'critical clocks go slower by two from layer 3 to layer 4',
      'closed form',
      (time[0]!.times[3] ?? Number.NaN) / (time[0]!.times[2] ?? Number.NaN),
      2,
      0.1,
    ),
    atMost(
      'massive clocks are not slower than 1/m',
      'theorem',
      Math.max(...time[1]!.times.map((one) => one ?? Infinity)) * options.mass,
      1,
    ),
    equals('I(left : right) is twice the thermal entropy, difference', 'theorem', sides.joint - sides.thermal, 0, 1e-9),
    equals(
      'half the temperature moves the throat by one layer',
      'closed form',
      second!.horizon - first!.horizon,
      1,
      0.1,
    ),
    equals('a quarter moves it by two', 'closed form', third!.horizon - first!.horizon, 2, 0.2),
    atMost(
      'layer 1 over the plane has the entropy of all other layers, difference',
      'theorem',
      Math.max(...plane.map(({ imbalance }) => imbalance)),
      0,
      1e-9,
    ),
    atMost(
      'a product state has no information in the bulk',
      'theorem',
      Math.max(...control.at(-1)!.along.map(({ information }) => information)),
      0,
      1e-12,
    ),
    atLeast(
      'distance explains the information along a layer by wavelets',
      'independent computation',
      control[0]!.explained ?? 0,
      0.9,
    ),
    atMost(
      'distance does not explain it by a random transform',
      'independent computation',
      control[1]!.explained ?? 0,
      0.5,
    ),
  ];
}

function waveletChecks({ options, wavelets }: Measured): readonly Check[] {
  /** Corrections are of relative order 1/x² at the distance x of the exponents. */
  const accuracy = 4 / (2 ** options.levels / 32) ** 2;
  const greatest = (quantity: 'orthogonality' | 'moment' | 'impurity'): number =>
    Math.max(...wavelets.map((one) => one[quantity]));
  const ratio = (
    what: string,
    filter: (typeof FILTERS)[number],
    value: number,
    law: number,
    tolerance: number,
  ): Check => equals(`${what}, ${nameOf(filter)}, as a ratio`, 'closed form', value / law, 1, tolerance);
  return [
    atMost(
      'the transforms are orthogonal, greatest entry of WWᵀ − 1',
      'closed form',
      greatest('orthogonality'),
      0,
      1e-14,
    ),
    atMost('the first K moments of the wavelets vanish, greatest one', 'closed form', greatest('moment'), 0, 1e-13),
    atMost('the bulk of a pure state is pure, greatest entry of Γ² + 1', 'theorem', greatest('impurity'), 0, 1e-12),
    ...wavelets.flatMap(({ filter, moments, exponent, informationExponent, bosonExponent }) => [
      ratio('correlations along layer 1 fall with 2K + 1', filter, exponent, 2 * moments + 1, accuracy),
      ratio('mutual information falls with 4K + 2', filter, informationExponent, 4 * moments + 2, accuracy),
      ratio('correlations of a boson of dimension 0 fall with 2K', filter, bosonExponent, 2 * moments, 0.03),
    ]),
  ];
}

function verdictsOf({ options, wavelets, states, sides, control }: Measured): readonly Verdict[] {
  const radii = wavelets.map(({ exponent }) => significant(exponent)).join(', ');
  const [critical, massive, thermal] = states;
  const deep = Math.min(critical!.upwards.length - 4, options.levels - 3);
  const steps = wavelets.map(({ isotropy }) => significant(isotropy)).join(', ');
  return [
    {
      statement:
        'given a certain quantum state, its information pattern determines a space geometry. This is also the idea of EHM',
      source: 'II',
      verdict: 'holds in part',
      because:
        `the same state has radii ${radii} in units of ξ by three wavelets, and none by a random transform (distance explains ${significant(100 * (control[1]!.explained ?? 0), 2)} % of ln I). ` +
        `The state decides that the critical bulk goes on (I upwards ${significant(critical!.upwards[deep]!)} nats in layer ${deep + 1}) and the others end (${significant(massive!.upwards[deep]!)} and ${significant(thermal!.upwards[deep]!)})`,
    },
    {
      statement:
        'to design special erasure QEC-like tensor networks to support RT relations, exact holographic mapping among them',
      source: 'I',
      verdict: 'fails',
      because:
        `the mapping is an orthogonal transform, to ${significant(Math.max(...wavelets.map(({ orthogonality }) => orthogonality)), 2)}, of ${2 ** (options.levels + 1)} modes to as many: the bulk is the whole Hilbert space, not a code in it, and nothing is stored twice. ` +
        'Erasing one site of the boundary loses information of every layer; no bulk mode is recovered from a region that does not hold its wavelet',
    },
    {
      statement: 'Spacetime geometry origins from quantum states',
      source: 'I',
      verdict: 'analogy',
      because:
        `−ξ ln I of the critical state has the form of distances in anti-de Sitter space along a layer, but a step upwards is ${steps} times as long as the radius of the same ξ demands, by wavelet: Haar’s comes near to that space in both directions, smoother ones do not. ` +
        `The double has a throat at layer ${significant(sides.doubles[0]!.horizon)}; that it is a wormhole is a reading`,
    },
  ];
}
