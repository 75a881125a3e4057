/** @file The findings of the study in words, tables and pictures. */

import { counted, significant } from '../../../src/number-format.ts';
import type { Findings, StudySection } from '../../../src/record/study-record.ts';
import { checksOf, type Measured, verdictsOf } from './checks.ts';
import type { CliffordCone } from './clifford-cone.ts';
import type { CodeCopies } from './copies.ts';

export function findings(measured: Measured): Findings {
  const { options, clifford, fronts, copies } = measured;
  const last = clifford.at(-1)!;
  const tail = fronts.at(-1)!.tails.find(({ beyond }) => beyond === 10)!;
  const [repetition, five] = copies as [CodeCopies, CodeCopies];
  return {
    title: 'Light cones at size',
    question:
      'How sharp is the cone that a finite speed of information gives, and does redundancy protect what is inside? (II.A, II.B)',
    answer:
      `In a Clifford circuit of ${options.qubits} qubits nothing of what entered at one of them is outside of its cone after any of ` +
      `${counted(last.layer, 'layer')}, and inside it fills ${percent(filled(last))} of the width. Fermions that hop in continuous time leave a tail: ` +
      `${significant(tail.probability, 2)} beyond ten sites in front of the cone at time ${fronts.at(-1)!.time}, as Bessel functions say. ` +
      `A ${repetition.code} of ${repetition.sites} sites has ${repetition.fragments[0]!.copies} copies of a bit and corrects ` +
      `${repetition.corrected === 0 ? 'no loss' : `the loss of ${counted(repetition.corrected, 'site')}`}, the ${five.code} has one and corrects the loss of any ${five.corrected}: copying is not correcting.`,
    sections: [gateSection(measured), cliffordSection(measured), fermionSection(measured), copySection(measured)],
    checks: checksOf(measured),
    verdicts: verdictsOf(measured),
  };
}

const percent = (share: number): string => `${Math.round(100 * share)} %`;

/** Width of the least symmetric interval that has all of the information, relative to the cone. */
function filled({ cone: [first, last], within }: CliffordCone): number {
  const inward = within.findLastIndex((share) => share > 1 - 1e-9);
  return (last - first + 1 - 2 * inward) / (last - first + 1);
}

function gateSection({ gates }: Measured): StudySection {
  return {
    heading: 'Gates and the cone of two sites',
    text:
      'What enters a gate is maximally entangled with a reference. The share of it that two sites at the end know is zero for every gate ' +
      'outside of their past cone, and falls with depth inside.',
    exhibits: [
      {
        kind: 'scale',
        caption:
          'A brickwork of random gates. Shaded, all gates on which two sites depend; coloured, what they know of each.',
        sites: gates.sites,
        nodes: gates.places.map(({ id, site, depth }) => ({
          name: id,
          shape: 'disentangler' as const,
          site,
          depth,
          value: gates.known[id]!,
        })),
        bonds: gates.bonds,
        legs: gates.legs,
        cone: {
          name: 'causal cone',
          nodes: gates.places.flatMap(({ id }, k) => (gates.cone.includes(id) ? [k] : [])),
        },
        region: { name: 'two sites', sites: gates.region },
        quantity: 'I(R : two sites)/(2S(R))',
      },
    ],
  };
}

function cliffordSection({ clifford, options }: Measured): StudySection {
  const chosen = clifford.filter(({ layer }) => layer > 0 && layer % Math.ceil(options.layers / 4) === 0);
  return {
    heading: 'A Clifford circuit',
    text:
      `One of ${options.qubits} qubits is maximally entangled with a reference, and random two-qubit Clifford gates act on neighbours in ` +
      'alternating pairs. All entropies are exact, by ranks. Information moves more slowly than the cone: intervals smaller ' +
      'than it have all of it.',
    exhibits: [
      {
        kind: 'chart',
        caption: 'Information within intervals. The middle of the circuit; at 1 on the axis the interval is the cone.',
        x: { label: 'interval/cone', kind: 'linear', include: [0, 1] },
        y: { label: 'I(R : interval)/(2 ln 2)', kind: 'linear', include: [0, 1] },
        series: chosen.map(({ layer, cone: [first, last], within }) => ({
          name: counted(layer, 'layer'),
          mark: 'line-and-points' as const,
          points: within.map((share, k) => [(last - first + 1 - 2 * k) / (last - first + 1), settled(share)] as const),
        })),
      },
      {
        kind: 'table',
        caption:
          'The cone and what is in it. Qubits of the cone, and of the least interval in its middle that has everything.',
        columns: ['layer', 'cone', 'interval', 'I outside of the cone, nats'],
        rows: clifford.map((row) => [
          row.layer,
          row.cone[1] - row.cone[0] + 1,
          Math.round(filled(row) * (row.cone[1] - row.cone[0] + 1)),
          settled(row.outside),
        ]),
      },
    ],
  };
}

function fermionSection({ fronts, stepped, options }: Measured): StudySection {
  const shown = (values: readonly number[], expected: readonly number[]) =>
    values.flatMap((p, r) => (expected[r]! > 1e-27 ? [[r, p] as const] : []));
  return {
    heading: 'Free fermions',
    text:
      `A fermion starts in the middle of ${options.sites} sites, H = −Σ (c†c + h.c.). Its amplitude is a Bessel function, J_{r}(2t); no mode is ` +
      'faster than 2, and beyond r = 2t the probability falls faster than any exponential, but is never zero. Applied gate by ' +
      'gate, the same hopping has a cone of two sites for each step, and exact zeros beyond.',
    exhibits: [
      {
        kind: 'chart',
        caption:
          'Probability by distance. Points by Gaussian evolution; lines J_{r}(2t)², down to 10⁻²⁷; further below there is rounding.',
        x: { label: 'distance r', kind: 'linear' },
        y: { label: 'probability', kind: 'log' },
        series: fronts.flatMap(({ time, probability, bessel }) => [
          { name: `t = ${time}`, mark: 'points' as const, points: shown(probability, bessel) },
          { name: `J(${2 * time})²`, mark: 'line' as const, points: shown(bessel, bessel) },
        ]),
      },
      {
        kind: 'table',
        caption:
          'Beyond the cone. I of all sites further away with a reference that tells whether the fermion is there.',
        columns: ['t', 'sites beyond 2t', 'probability', 'by Bessel functions', 'I, nats'],
        rows: fronts.flatMap(({ time, tails }) =>
          tails
            .filter(({ closed }) => closed > 1e-28)
            .map(({ beyond, probability, closed, information }) => [time, beyond, probability, closed, information]),
        ),
      },
      {
        kind: 'table',
        caption: 'Gate by gate. Time 10 in so many steps.',
        columns: ['steps', 'duration', 'probability beyond the cone', 'greatest difference from continuous time'],
        rows: stepped.map(({ steps, duration, beyond, difference }) => [steps, duration, beyond, difference]),
      },
    ],
  };
}

function copySection({ copies }: Measured): StudySection {
  return {
    heading: 'Copying is not correcting',
    text:
      'A fragment with I(R : A) = ln 2 knows a bit of the encoded qubit, as every site of the repetition code does: there are as many copies as ' +
      'sites. It can rebuild the qubit only with 2 ln 2. What many fragments know cannot be the whole: the qubit is not cloned.',
    exhibits: [
      {
        kind: 'chart',
        caption:
          'Knowledge and copies. Lines: what a fragment knows on average; circles: disjoint fragments that know a bit.',
        x: { label: 'sites of the fragment', kind: 'linear' },
        y: { label: 'I(R : A)/ln 2; number of fragments', kind: 'linear', include: [0] },
        series: copies.slice(0, 2).flatMap(({ code, fragments }) => [
          {
            name: code.replace(' code', ''),
            mark: 'line-and-points' as const,
            points: fragments.map(({ size, known }) => [size, known] as const),
          },
          {
            name: 'its copies',
            mark: 'hollow' as const,
            points: fragments.map(({ size, copies: number }) => [size, number] as const),
          },
        ]),
        levels: [{ y: 2, name: 'the whole qubit' }],
      },
      {
        kind: 'table',
        caption: 'Codes of one qubit. Losses that are corrected wherever they are, and copies of a bit.',
        columns: ['code', 'sites', 'losses corrected', 'copies of a bit', 'of sites each'],
        rows: copies.map(({ code, sites, corrected, fragments }) => {
          const most = fragments.reduce((a, b) => (b.copies > a.copies ? b : a));
          return [code, sites, corrected, most.copies, most.size];
        }),
      },
    ],
  };
}

const settled = (value: number): number =>
  Math.abs(value - Math.round(2 * value) / 2) < 1e-9 ? Math.round(2 * value) / 2 + 0 : value;
