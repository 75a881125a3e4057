/** @file Networks of several kinds for one state: the table, the sentence, and the theorem as a check. */

import { significant } from '../../../src/number-format.ts';
import { atMost, type Check, type StudySection } from '../../../src/record/study-record.ts';
import type { Answered } from './answered.ts';
import type { KindCuts } from './answered-kinds.ts';
import { byVariation } from './contests.ts';
import { score } from './defects.ts';
import { missingShare, stateDefect, titleOf } from './sections.ts';

type Cell = string | number | null;

const percent = (share: number): string => `${significant(100 * share, 3)} %`;

export function kindsSection(answered: readonly Answered[]): StudySection {
  return {
    heading: 'Networks of one state',
    text:
      'Is it the state or the network that has the geometry? Kinds of networks for the same state, each with its areas by minimal cuts. In an open matrix-product ' +
      'state cuts add: where |B| log d is at least the sum of both bonds at the ends of B, and the same holds for the sites outside aBb, I(a:b|B) = 0 exactly, ' +
      'as long as neighbouring bonds differ by log d at most; so it is of equal bonds in all intervals that are long enough. “By theorem” is the share of intervals of which that is said.',
    exhibits: [
      {
        kind: 'table',
        caption:
          'Networks of one state. Score: decimal logarithm of the variation over that of the state; beaten: null models of larger variation. ' +
          '1 − F of the matrices of fermions is the sum of the weights dropped.',
        columns: [
          'state',
          'kind',
          'network',
          'tensors',
          '1 − F',
          'cuts with',
          'I = 0',
          'by theorem',
          'defect',
          'variation',
          'score',
          'controls beaten',
        ],
        rows: answered.flatMap((target) => [stateRow(target), ...kindRows(target)]),
      },
    ],
  };
}

function stateRow(target: Answered): readonly Cell[] {
  const state = stateDefect(target);
  const { beaten, of } = byVariation(state, target);
  const { spread, variation } = state.defect;
  const none = [null, null, null, 'entropies'];
  return [
    titleOf(target),
    'the state itself',
    ...none,
    percent(missingShare(state)),
    null,
    spread,
    variation,
    null,
    `${beaten} of ${of}`,
  ];
}

function kindRows(target: Answered): readonly (readonly Cell[])[] {
  return target.kinds.flatMap(({ kind, network, cuts }) => {
    if (typeof network === 'string') {
      return [[titleOf(target), kind, network, null, null, null, null, null, null, null, null, null]];
    }
    const { kind: name, tensors, infidelity } = network;
    return cuts.map((one) => [titleOf(target), kind, name, tensors, infidelity, ...cutCells(one, target)]);
  });
}

function cutCells({ defect: one, additive }: KindCuts, target: Answered): readonly Cell[] {
  const { spread, variation } = one.defect;
  const { beaten, of } = byVariation(one, target);
  return [
    one.name.replace('network, cuts with ', ''),
    percent(missingShare(one)),
    additive === null ? null : percent(additive.covered / additive.intervals),
    spread,
    variation,
    score(variation, stateDefect(target).defect.variation),
    `${beaten} of ${of}`,
  ];
}

/** How many kinds of networks there are, and whether the cuts of any beat all controls. */
export function kindsSentence(target: Answered): string {
  const made = target.kinds.filter(({ cuts }) => cuts.length > 0);
  if (made.length === 0) return '';
  const passing = made.filter(({ cuts }) =>
    cuts.some(({ defect }) => {
      const { beaten, of } = byVariation(defect, target);
      return beaten === of;
    }),
  );
  const most = Math.max(...made.flatMap(({ cuts }) => cuts.map(({ defect }) => byVariation(defect, target).beaten)));
  const names = made.map(({ kind }) => kind).join(', ');
  const verdict =
    passing.length > 0
      ? `the cuts of ${passing.map(({ kind }) => kind).join(', ')} beat all controls`
      : `the cuts of none beat all controls, ${most} at most`;
  return ` Of networks of ${made.length === 1 ? 'one kind' : `${made.length} kinds`} (${names}) ${verdict}.`;
}

/** The theorem on the cuts of open matrix-product states, on those that were found. */
export function kindsCheck(target: Answered): readonly Check[] {
  return target.kinds.flatMap(({ cuts }) =>
    cuts.flatMap(({ defect, additive }) =>
      additive === null || additive.covered === 0
        ? []
        : [
            atMost(
              `greatest I(a:b|B) of ${additive.covered} intervals of the matrix-product state, ${defect.name.replace('network, ', '')}, ${titleOf(target)}`,
              'theorem',
              additive.greatest,
              0,
              1e-9,
            ),
          ],
    ),
  );
}
