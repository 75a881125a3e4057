/** @file The findings of the study in words and tables. */

import { significant } from '../../../src/number-format.ts';
import { atMost, type Check, type Findings, type StudySection } from '../../../src/record/study-record.ts';
import type { FoundLength } from './methods.ts';

/** What a method found, or why it does not apply. */
export type MethodResult =
  | { readonly method: string; readonly obstacle: null; readonly found: FoundLength }
  | { readonly method: string; readonly obstacle: string; readonly found: null };

/** A state, and what all methods say of it. */
export interface AnsweredState {
  readonly name: string;
  readonly qubits: number;
  readonly results: readonly MethodResult[];
}

/** Infidelity up to which a path has met its target. */
const MET = 1e-6;

/** The answer for one state: the shortest path that meets it, and the greatest lower bound. */
export interface Answer {
  readonly state: AnsweredState;
  readonly method: string;
  readonly found: FoundLength;
  readonly lowerBound: number;
  readonly argument: string;
}

/** The answer of all methods together. */
export function answerOf(state: AnsweredState): Answer {
  const done = state.results.filter((result) => result.obstacle === null);
  const rank = ({ found }: (typeof done)[number]): number => (found.infidelity <= MET ? 0 : 1e6) + found.length;
  const best = done.reduce((a, b) => (rank(b) < rank(a) ? b : a));
  const bound = done.reduce((a, b) => (b.found.lowerBound > a.found.lowerBound ? b : a)).found;
  return { state, method: best.method, found: best.found, lowerBound: bound.lowerBound, argument: bound.argument };
}

/** What is left between a length and the bound below it, in per cent. */
const gapOf = ({ found, lowerBound }: Answer): number => 100 * Math.max(0, 1 - lowerBound / found.length);

export function findings(states: readonly AnsweredState[]): Findings {
  const answers = states.map(answerOf);
  const parts = answers.map(
    ({ state, method, found, lowerBound }) =>
      `${state.name} at most ${significant(found.length, 6)} (${method}${found.infidelity <= MET ? '' : `, of a state at infidelity ${significant(found.infidelity)}`}), at least ${significant(lowerBound, 4)}`,
  );
  return {
    title: 'Complexity of states',
    question: 'What is the complexity of a state: the length of the shortest path from |0…0⟩ to it? (II.A)',
    answer: `Complexity of ${parts.join('; ')}.`,
    sections: [overview(answers), statuses(answers), methodsTried(states)],
    checks: states.flatMap(checksOf),
    verdicts: [],
  };
}

function overview(answers: readonly Answer[]): StudySection {
  return {
    heading: 'Lengths and bounds',
    text:
      'The shortest path found by any method, and the greatest lower bound of all paths. The complexity is between the two. A length is that ' +
      'of a path to the state at the infidelity given; the gap is what is left between bound and length.',
    exhibits: [
      {
        kind: 'table',
        caption: 'Complexity of each state.',
        columns: [
          'state',
          'qubits',
          'length',
          'infidelity',
          'method',
          'lower bound',
          'argument of the bound',
          'gap, %',
        ],
        rows: answers.map((answer) => [
          answer.state.name,
          answer.state.qubits,
          answer.found.length,
          answer.found.infidelity,
          answer.method,
          answer.lowerBound,
          answer.argument,
          gapOf(answer),
        ]),
      },
    ],
  };
}

function statuses(answers: readonly Answer[]): StudySection {
  return {
    heading: 'What the lengths are worth',
    text: 'A local minimum is not shortened by any small change of the path; a saddle is, by one that breaks its symmetry; a sliced path that was not polished is an upper bound.',
    exhibits: [
      {
        kind: 'table',
        caption: 'Status of each length.',
        columns: ['state', 'status'],
        rows: answers.map(({ state, found }) => [state.name, found.status]),
      },
    ],
  };
}

function methodsTried(states: readonly AnsweredState[]): StudySection {
  return {
    heading: 'Methods',
    text: 'Every method that applies was tried.',
    exhibits: [
      {
        kind: 'table',
        caption: 'What each method found, or why it does not apply.',
        columns: ['state', 'method', 'length', 'infidelity', 'remark'],
        rows: states.flatMap(({ name, results }) =>
          results.map(({ method, obstacle, found }) => [
            name,
            method,
            found?.length ?? null,
            found?.infidelity ?? null,
            obstacle ?? found.status,
          ]),
        ),
      },
    ],
  };
}

/** Rounding of lengths, and what the miss of a path may save. */
const ROUNDING = 1e-6;

function checksOf({ name, results }: AnsweredState): readonly Check[] {
  const found = results.flatMap((result) =>
    result.obstacle === null && result.found.infidelity <= MET ? [{ ...result.found, method: result.method }] : [],
  );
  return found.flatMap(({ lowerBound, argument }) =>
    found.map(({ length, method }) =>
      atMost(`${name}: bound by ${argument} and length by ${method}`, 'theorem', lowerBound, length, ROUNDING),
    ),
  );
}
