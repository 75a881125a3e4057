/** @file The findings of the study in words, tables and pictures. */

import type { TimeOptimalControl } from '../../../src/control/time-optimal-control.ts';
import { atMost, type Check, equals, type Findings, type StudySection } from '../../../src/record/study-record.ts';
import { bangOffBang, turningFieldTime } from './closed-forms.ts';
import type { Options } from './options.ts';

interface Measured {
  readonly options: Options;
  /** Landau–Zener with an unlimited field, and with each bound. */
  readonly unlimited: TimeOptimalControl;
  readonly landauZener: readonly TimeOptimalControl[];
  /** A transverse field of each strength. */
  readonly turning: readonly TimeOptimalControl[];
  /** Gates in an Ising coupling between one-qubit gates of no duration. */
  readonly gates: readonly { readonly name: string; readonly known: number; readonly found: TimeOptimalControl }[];
  readonly swap: { readonly found: TimeOptimalControl; readonly length: number };
}

export function findings(measured: Measured): Findings {
  const { options, unlimited, landauZener, turning, gates } = measured;
  const [few, many] = [landauZener[0]!, landauZener.at(-1)!];
  return {
    title: 'Least times with a drift',
    question:
      'How quickly can a state or a gate be made where a drift cannot be switched off and controls are bounded?',
    answer:
      `A qubit with the drift X crosses in ${few.time.toFixed(4)} if |u| ≤ ${options.bounds[0]}, in ${many.time.toFixed(4)} if ` +
      `|u| ≤ ${options.bounds.at(-1)}, and in ${unlimited.time.toFixed(4)} without a bound: the drift sets the pace. ` +
      `In an Ising coupling J = ${options.coupling} ${gates.map(({ name, found }) => `${name} takes ${found.time.toFixed(4)}`).join(', ')}. ` +
      `exp(−iαX) by a transverse field takes ${turning.map(({ time }) => time.toFixed(4)).join(', ')}.`,
    sections: [crossing(measured), fieldSection(measured), gateSection(measured)],
    checks: checksOf(measured),
    verdicts: [],
  };
}

/** 'bang 0.235, singular 1.012, bang 0.235' */
const arcsOf = ({ arcs }: TimeOptimalControl): string =>
  arcs
    .filter(({ kind }) => kind !== 'impulse')
    .map(({ kind, duration }) => `${kind} ${duration.toFixed(3)}`)
    .join(', ');

const residualOf = ({ pontryagin }: TimeOptimalControl): number => Math.max(pontryagin.hamiltonian, pontryagin.excess);

/** The least time that is known, for each bound; null where it is not. */
const knownTimes = ({ angle, bounds }: Options): readonly (number | null)[] =>
  bounds.map((bound) => {
    const parts = bangOffBang({ angle, bound });
    return parts && 2 * (parts[0] + parts[1]);
  });

function crossing({ options, unlimited, landauZener }: Measured): StudySection {
  const known = knownTimes(options);
  return {
    heading: 'Landau and Zener’s crossing',
    text:
      'H = X + uZ with |u| ≤ b. Bangs lead to states that the drift moves at full speed, on which the control is off: there its ' +
      'switching function vanishes. Without a bound the bangs take no time.',
    exhibits: [
      {
        kind: 'chart',
        caption: 'Least time against the greatest field.',
        x: { label: 'greatest field b, in units of the drift', kind: 'log' },
        y: { label: 'time, in units of the inverse drift', kind: 'linear' },
        series: [
          { name: 'search', mark: 'points', points: options.bounds.map((b, k) => [b, landauZener[k]!.time] as const) },
          { name: 'bang, off, bang', mark: 'dash', points: options.bounds.map((b, k) => [b, known[k]!] as const) },
        ],
        levels: [{ y: unlimited.time, name: 'unlimited' }],
      },
      {
        kind: 'table',
        caption: 'What the search found. Residual: how far Pontryagin’s principle is missed, where it is 1.',
        columns: ['|u| ≤', 'time', 'bang, off, bang', 'arcs', 'residual', 'starts'],
        rows: options.bounds.map((bound, k) => {
          const found = landauZener[k]!;
          return [bound, found.time, known[k]!, arcsOf(found), residualOf(found), startsOf(found)];
        }),
      },
    ],
  };
}

const startsOf = ({ starts }: TimeOptimalControl): string =>
  starts.map((time) => (Number.isFinite(time) ? time.toFixed(4) : 'missed')).join(', ');

function fieldSection({ options, turning }: Measured): StudySection {
  return {
    heading: 'A transverse field of bounded strength',
    text:
      `exp(−iαX) at α = ${options.rotation.toFixed(4)} by H = Z + u_{x}X + u_{y}Y. The best field has full strength and turns at a constant ` +
      'rate. Arcs of constant control come close; the extremal near them is met by shooting.',
    exhibits: [
      {
        kind: 'table',
        caption: `Least times. Of ${options.arcs} arcs, of the extremal, and of the best field that turns at a constant rate.`,
        columns: ['|u| ≤', 'arcs', 'extremal', 'turning field', 'residual'],
        rows: turning.map((found, k) => {
          const known = turningFieldTime({ field: options.fields[k]!, rotation: options.rotation });
          return [
            options.fields[k]!,
            found.arcTime,
            found.extremal?.time ?? null,
            known,
            found.extremal?.residual ?? null,
          ];
        }),
      },
    ],
  };
}

function gateSection({ gates, swap }: Measured): StudySection {
  return {
    heading: 'Two qubits',
    text:
      'An Ising coupling between one-qubit gates that take no time; the least time follows from the Weyl coordinates (Khaneja, Brockett & ' +
      'Glaser 2001). Without a drift, and |H| ≤ 1 by XX, YY, ZZ, the least time of SWAP is its bi-invariant length.',
    exhibits: [
      {
        kind: 'table',
        caption: 'Least times of gates. The lower bound is the closed form for one-qubit gates of no duration.',
        columns: ['gate', 'search', 'known', 'status', 'arcs of drift'],
        rows: [
          ...gates.map(({ name, known, found }) => [name, found.time, known, found.status, arcsOf(found)] as const),
          ['SWAP, no drift', swap.found.time, swap.length, swap.found.status, arcsOf(swap.found)],
        ],
      },
    ],
  };
}

function checksOf({ options, unlimited, landauZener, turning, gates, swap }: Measured): readonly Check[] {
  const known = knownTimes(options);
  return [
    equals('Landau–Zener, unlimited', 'published value', unlimited.time, Math.PI / 2 - options.angle, 1e-7),
    ...options.bounds.flatMap((bound, k) => {
      const time = known[k];
      return time === null || time === undefined
        ? []
        : [
            atMost(
              `Landau–Zener, |u| ≤ ${bound}: no longer than bang, off, bang`,
              'closed form',
              landauZener[k]!.time,
              time,
              1e-7,
            ),
          ];
    }),
    ...options.bounds.map((bound, k) =>
      atMost(
        `Landau–Zener, |u| ≤ ${bound}: no quicker than without a bound`,
        'theorem',
        unlimited.time,
        landauZener[k]!.time,
        1e-7,
      ),
    ),
    ...turning.map((found, k) => {
      const expected = turningFieldTime({ field: options.fields[k]!, rotation: options.rotation });
      return equals(`transverse field ${options.fields[k]}`, 'closed form', found.time, expected, 1e-7);
    }),
    ...gates.map(({ name, known: time, found }) =>
      equals(`${name} in an Ising coupling`, 'published value', found.time, time, 1e-7),
    ),
    equals('SWAP of norm 1', 'closed form', swap.found.time, swap.length, 1e-7),
  ];
}
