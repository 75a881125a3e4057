/** @file The thermodynamic arrow: which way heat flows between two correlated qubits, and whether their state grows more complex. */

import type { ComplexMatrix } from '../../../src/linalg/complex.ts';
import { hermitianEigen } from '../../../src/linalg/hermitian-eigen.ts';
import { type RandomStream, randomStream } from '../../../src/linalg/random.ts';
import { type PauliSum, pauliSumMatrix } from '../../../src/operator/pauli-sum.ts';
import { atMost, type Check, equals, type StudySection } from '../../../src/record/study-record.ts';
import {
  exchangeCoupling,
  type HeatExchange,
  heatArrow,
  heatExchange,
  thermalPair,
} from '../../../src/systems/cayley/index.ts';
import type { PartStep } from '../../study.ts';

/** All words of two qubits at weight 1. */
const METRIC = { maxSize: 2, penalty: 1 };
const BETAS = [0.5, 1.5] as const;
/** XY − YX turns a real coherence into populations. */
const COUPLING = exchangeCoupling(-Math.PI / 2);
const excited = (beta: number): number => 1 / (1 + Math.exp(beta));
const [A, B] = [excited(BETAS[0]), excited(BETAS[1])];
/** The greatest coherence between |01⟩ and |10⟩. */
const MOST = Math.sqrt(A * (1 - B) * (1 - A) * B);

/** An exchange from one initial coherence, in units of the greatest. */
export interface Exchange {
  readonly coherence: number;
  readonly rows: readonly (Omit<HeatExchange, 'density'> & { readonly complexity: number })[];
  /** Greatest difference of the complexity by closed form from that of the search, at some times. */
  readonly searched: number;
}

/** One random pair: rate of heat into the hot qubit, slope of the complexity. */
export interface Case {
  readonly heat: number;
  readonly slope: number;
}

/**
 * The complexity of an exchanged state is the angle from its Bloch vector in the space of |01⟩ and |10⟩ to the axis, over 2√2: the turn that
 * takes it there is about (XX + YY)/2 and (XY − YX)/2, of length θ/2 · 1/√2.
 */
const closedComplexity = (coherence: number, time: number): number => {
  const angle = Math.abs(Math.atan2(2 * coherence * MOST, A - B) - 2 * time) % Math.PI;
  return Math.min(angle, Math.PI - angle) / (2 * Math.SQRT2);
};

export function measuredExchanges(): readonly Exchange[] {
  const times = Array.from({ length: 33 }, (_, k) => (Math.PI * k) / 64);
  return [0.8, 0, -0.8].map((coherence) => {
    const c = 2 * coherence * MOST;
    const states = heatExchange(thermalPair(BETAS, { XX: c, YY: c }), COUPLING, times);
    const searched = [5].map((k) =>
      Math.abs(heatArrow(METRIC, states[k]!.density, COUPLING).complexity - closedComplexity(coherence, times[k]!)),
    );
    const rows = states.map(({ time, energies, offDiagonal }) => ({
      time,
      energies,
      offDiagonal,
      complexity: closedComplexity(coherence, time),
    }));
    return { coherence, rows, searched: Math.max(...searched) };
  });
}

/** Random pairs, and how well their lengths are known. */
export interface RandomCases {
  readonly cases: readonly Case[];
  /** By how much six other starts find a shorter path at most, over the first pairs. */
  readonly repeated: number;
}

/** Pairs that are searched twice. */
const REPEATED = 10;

/** Random temperatures, correlations of all nine words, and phases of the exchange. */
export function* randomCases(count: number, seed: number): Generator<PartStep, RandomCases> {
  const stream = randomStream(seed, 'pairs');
  const cases: Case[] = [];
  let repeated = 0;
  while (cases.length < count) {
    yield { message: `${cases.length} of ${count}`, progress: cases.length / count };
    const [density, coupling] = [randomPair(stream), exchangeCoupling(2 * Math.PI * stream.uniform())];
    const { heat, slope, reached, complexity } = heatArrow(METRIC, density, coupling, { starts: 3 });
    if (!reached || slope === null) continue;
    cases.push({ heat, slope });
    if (cases.length > REPEATED) continue;
    const again = heatArrow(METRIC, density, coupling, { starts: 6, seed: 1 });
    if (again.reached) repeated = Math.max(repeated, complexity - again.complexity);
  }
  return { cases, repeated };
}

/** A hot and a cold qubit with correlations in a random direction, at a random share of the most that a state has. */
function randomPair(stream: RandomStream) {
  const betas = [0.2 + 0.8 * stream.uniform(), 1.2 + 1.8 * stream.uniform()] as const;
  const words = [...'XYZ'].flatMap((a) => [...'XYZ'].map((b) => a + b));
  const direction = words.map(() => stream.normal());
  const share = stream.uniform();
  const most = greatestSize(thermalPair(betas), {
    qubits: 2,
    terms: words.map((word, k) => ({ word, coefficient: direction[k]! / 4 })),
  });
  return thermalPair(betas, Object.fromEntries(words.map((word, k) => [word, share * most * direction[k]!])));
}

/** The greatest s for which ρ + sχ is a state: −1 over the least eigenvalue of ρ^{−½}χρ^{−½}; ρ is diagonal. */
function greatestSize(density: ComplexMatrix, change: PauliSum): number {
  const roots = [0, 1, 2, 3].map((k) => Math.sqrt(density.interleaved[10 * k]!));
  const { rows, cols, interleaved } = pauliSumMatrix(change);
  const relative = interleaved.map((value, at) => value / (roots[at >> 3]! * roots[(at >> 1) & 3]!));
  return -1 / hermitianEigen({ rows, cols, interleaved: relative }).values[0]!;
}

/** How often complexity falls as heat flows to the hot side, and rises as it flows to the cold one. */
export interface Agreement {
  readonly cases: number;
  readonly share: number;
  /** Probability of so large a share, or a larger one, with random signs. */
  readonly chance: number;
  /** Mean share with the slopes of other cases. */
  readonly exchanged: number;
  /** Share of cases in which heat flows to the hot side. */
  readonly reversed: number;
}

export function agreementOf(cases: readonly Case[]): Agreement {
  const n = cases.length;
  const agrees = (heat: number, slope: number): boolean => heat < 0 === slope > 0;
  const count = cases.filter(({ heat, slope }) => agrees(heat, slope)).length;
  const [cold, rising] = [
    cases.filter(({ heat }) => heat < 0).length / n,
    cases.filter(({ slope }) => slope > 0).length / n,
  ];
  return {
    cases: n,
    share: count / n,
    chance: tail(n, count),
    exchanged: cold * rising + (1 - cold) * (1 - rising),
    reversed: 1 - cold,
  };
}

/** P(at least k of n) for a fair coin. */
function tail(n: number, k: number): number {
  let [term, sum] = [2 ** -n, 0];
  for (let j = 0; j <= n; j++) {
    if (j >= k) sum += term;
    term *= (n - j) / (j + 1);
  }
  return sum;
}

export function heatSection(exchanges: readonly Exchange[], cases: readonly Case[]): StudySection {
  const name = ({ coherence }: Exchange): string => `α = ${coherence > 0 ? '+' : ''}${coherence}`;
  const agreement = agreementOf(cases);
  const chart = (caption: string, label: string, value: (row: Exchange['rows'][number]) => number) => ({
    kind: 'chart' as const,
    caption,
    x: { label: 'time of the exchange', kind: 'linear' as const, include: [0] },
    y: { label, kind: 'linear' as const, include: [0] },
    series: exchanges.map((one) => ({
      name: name(one),
      mark: 'line' as const,
      points: one.rows.map((row) => [row.time, value(row)] as const),
    })),
  });
  return {
    heading: 'Two thermal qubits',
    text:
      'A hot and a cold qubit exchange quanta. Correlations that neither can see by itself decide which way the heat flows. The complexity of the state of both is the length of ' +
      `the shortest path from a diagonal state. Then ${cases.length} pairs at random temperatures, with random correlations of all nine words and a random ` +
      'phase of the exchange: the slope of the complexity is the first variation of the length of the path that is found.',
    exhibits: [
      chart(
        'Energy of the hot qubit. Coherence α of |01⟩ and |10⟩ in units of the greatest.',
        'energy / gap',
        ({ energies }) => energies[0],
      ),
      chart(
        'Complexity of the state of both. It falls while heat flows from cold to hot.',
        'complexity',
        ({ complexity }) => complexity,
      ),
      {
        kind: 'chart',
        caption:
          'Heat and complexity of random pairs. The statement is that all points lie in the second and the fourth quadrant.',
        x: { label: 'heat into the hot qubit per time', kind: 'linear', include: [0] },
        y: { label: 'slope of the complexity', kind: 'linear', include: [0] },
        series: [
          { name: 'random pair', mark: 'hollow', points: cases.map(({ heat, slope }) => [heat, slope] as const) },
        ],
        levels: [{ y: 0, name: '' }],
      },
      {
        kind: 'table',
        caption: 'Agreement of the arrows. Complexity rises as heat flows from hot to cold, or falls as it flows back.',
        columns: ['cases', 'share that agrees', 'by chance', 'with slopes of other cases', 'heat flows back'],
        rows: [[agreement.cases, agreement.share, agreement.chance, agreement.exchanged, agreement.reversed]],
      },
    ],
  };
}

/** A time at which the hot qubit has grown hotter. */
const LATER = 0.405;

export function heatChecks(exchanges: readonly Exchange[], { repeated }: RandomCases): readonly Check[] {
  const [up, level] = exchanges;
  const c = 1.6 * MOST;
  const { energies, offDiagonal } = heatExchange(thermalPair(BETAS, { XX: c, YY: c }), COUPLING, [LATER])[0]!;
  const [turned, left] = [
    (A - B) * Math.cos(2 * LATER) + c * Math.sin(2 * LATER),
    c * Math.cos(2 * LATER) - (A - B) * Math.sin(2 * LATER),
  ];
  return [
    equals('α = +0.8: energy of the hot qubit at first, 1/(1 + √e)', 'closed form', up!.rows[0]!.energies[0], A, 1e-12),
    equals(`α = +0.8: at t = ${LATER} it has risen`, 'closed form', energies[0], (A + B + turned) / 2, 1e-12),
    equals(`and the norm off the diagonal has fallen`, 'closed form', offDiagonal, Math.abs(left) / Math.SQRT2, 1e-12),
    atMost(
      'α = 0: the hot qubit grows no hotter',
      'theorem',
      Math.max(...level!.rows.map(({ energies: [own] }) => own)),
      A,
      1e-12,
    ),
    ...exchanges.map(({ coherence, searched }) =>
      equals(`α = ${coherence}: complexity by search less the angle over 2√2`, 'closed form', searched, 0, 1e-7),
    ),
    atMost(
      `lengths of the first ${REPEATED} random pairs: six other starts find shorter ones by`,
      'independent computation',
      repeated,
      0,
      1e-6,
    ),
  ];
}
