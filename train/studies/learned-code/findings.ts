/** @file The findings of the study in words. */

import { counted, significant } from '../../../src/number-format.ts';
import { atLeast, atMost, type Check, type Findings, type Verdict } from '../../../src/record/study-record.ts';
import { type Compared, comparisons, type Measured } from './comparisons.ts';
import { explainedSection, explainedVerdict } from './explained-section.ts';
import { type Leak, mean } from './leakage.ts';
import { comparisonSection, depthSection, scaleSection, waySection } from './sections.ts';

/** An infidelity above this is no learned state. */
const LEARNED = 0.05;
/** Standard deviations that count. */
const CLEAR = 2;

export function findings(measured: Measured): Findings {
  const { qubits, scales } = measured;
  const learned = comparisons(measured).filter(({ code }) => code.infidelity < LEARNED);
  const better = learned.filter(({ excess }) => excess < -CLEAR).length;
  const worse = learned.filter(({ excess }) => excess > CLEAR).length;
  const ratio = scales.trained.at(-1)! / scales.random.at(-1)!;
  return {
    title: 'Learned networks as codes',
    question:
      'Is a network that has learned a state an erasure code, as the optimal network is said to be, and does it owe that to learning or to its graph? (II.B)',
    answer:
      `What enters at a bond leaks to lost sites nearby. Of ${learned.length} networks that learned their state of ${qubits} sites ` +
      `${better === 0 ? 'none leaks' : counted(better, 'leaks', 'leak')} less than Haar-random tensors on the same graph by more than ${CLEAR} standard deviations, and ${worse} leak more. ` +
      `In a MERA of ${scales.sites} sites trained on the critical ring, leakage falls from scale to scale, but from the highest scale ` +
      `${ratio.toFixed(0)} times as much leaks as in a random one. That it corrects erasures at all is geometry.`,
    sections: [
      comparisonSection(measured),
      waySection(measured),
      depthSection(measured),
      explainedSection(measured.explained),
      scaleSection(measured),
    ],
    checks: checksOf(measured),
    verdicts: verdictsOf(measured, learned, better, worse),
  };
}

function checksOf({ random, trained, scales, difference, qubits, bond, explained }: Measured): readonly Check[] {
  const graphOf = new Map(random.map(({ network, graph }) => [network, graph]));
  const slack = [
    ...trained.map(({ network, leaks }) => [network, leaks] as const),
    ...random.flatMap(({ network, haar, stabiliser }) =>
      [...haar, ...stabiliser].map((leaks) => [network, leaks] as const),
    ),
  ].flatMap(([network, leaks]) => leaks.map(({ share }, k) => share - graphOf.get(network)![k]!.least));
  const lowest = trained.filter(({ network }) => network === 'tree').map(({ leaks }) => mean(bottom(leaks)));
  const erased = [...new Set(trained[0]!.leaks.map((leak) => leak.erased))];
  return [
    atMost(
      'circuit: recoverability through its state and through its network, difference',
      'independent computation',
      difference,
      0,
      1e-9,
    ),
    atLeast(
      'leaks are at least what the cuts of the graph demand: least difference',
      'theorem',
      Math.min(...slack),
      0,
      1e-9,
    ),
    ...(bond < 4
      ? []
      : [
          atMost(
            'tree: bonds above two sites leak a half for each of them that is lost, difference',
            'closed form',
            Math.max(...lowest.map((value) => Math.abs(value - pairLeak(qubits, erased)))),
            0,
            1e-9,
          ),
        ]),
    atMost('chain: unexplained of the entropies of a random network on it', 'theorem', explained.planted, 0, 1e-5),
    atLeast('MERA: energy of the ring', 'theorem', scales.energy, scales.exact, 1e-9),
    atLeast('MERA: energy over the exact one', 'closed form', scales.energy / scales.exact, 0.99),
    atMost(
      'MERA: leakage from the highest scale over that from the lowest',
      'independent computation',
      scales.trained.at(-1)! / scales.trained[0]!,
      1,
    ),
  ];
}

const bottom = (leaks: readonly Leak[]): readonly number[] =>
  leaks.filter(({ depth }) => depth === 1).map(({ share }) => share);

/** Mean leak of a unitary onto two neighbouring sites, over the pairs (0, 1), (2, 3) … and all intervals. */
function pairLeak(sites: number, lengths: readonly number[]): number {
  const intervals = lengths.flatMap((length) =>
    Array.from({ length: sites - length + 1 }, (_, start) => [start, start + length] as const),
  );
  const lostOf = (pair: number): number =>
    mean(
      intervals.map(([from, to]) => [2 * pair, 2 * pair + 1].filter((site) => site >= from && site < to).length / 2),
    );
  return mean(Array.from({ length: sites / 2 }, (_, pair) => lostOf(pair)));
}

function verdictsOf(
  measured: Measured,
  learned: readonly Compared[],
  better: number,
  worse: number,
): readonly Verdict[] {
  const { penalised, scales } = measured;
  const typicalBetter = learned.filter(({ typical }) => typical !== null && typical.excess < -CLEAR).length;
  const typicalWorse = learned.filter(({ typical }) => typical !== null && typical.excess > CLEAR).length;
  const states = [...new Set(penalised.map(({ state }) => state))];
  const rows = states.map((state) => penalised.filter((row) => row.state === state));
  const shorter = rows.filter((own) => own.at(-1)!.leaked < own[0]!.leaked - 0.01).length;
  const changes = rows.map(
    (own) =>
      `${own[0]!.state} ${own[0]!.leaked.toFixed(3)} at length ${own[0]!.length.toFixed(1)}, ${own.at(-1)!.leaked.toFixed(3)} at ${own.at(-1)!.length.toFixed(1)}`,
  );
  return [
    explainedVerdict(measured.explained),
    {
      statement: 'the optimal generative network has the property of an erasure code because it is optimal',
      source: 'II.B',
      verdict: better === learned.length ? 'holds' : better > worse ? 'holds in part' : 'fails',
      because: `erasures are corrected in part, as on any such graph; of ${learned.length} learned networks ${better} leak clearly less than random tensors on the same graph and ${worse} clearly more; for typical inputs ${typicalBetter} and ${typicalWorse}`,
    },
    {
      statement: 'a shorter network, nearer to the geodesic, corrects better',
      source: 'II.B',
      verdict: shorter === rows.length && rows.length > 0 ? 'holds' : shorter > 0 ? 'holds in part' : 'fails',
      because: `mean leaked share as the penalty grows: ${changes.join('; ')}`,
    },
    {
      statement: 'information deeper in the bulk is better protected',
      source: 'I',
      verdict: 'holds in part',
      because: `information leaked by a MERA, from the lowest scale to the highest, in nats: ${scales.trained.map((x) => significant(x)).join(', ')} trained, ${scales.random.map((x) => significant(x, 2)).join(', ')} random`,
    },
    {
      statement: 'scale is a radial direction, and its code that of AdS/CFT',
      source: 'I',
      verdict: 'analogy',
      because:
        'the numbers are those of a network of finite bond dimension; the leakage exponents are not those of a scale-invariant network',
    },
  ];
}
