/** @file Networks of several kinds for one state: the table, the sentence, and the theorem as a check. */

import { counted, significant } from '../../../src/number-format.ts';
import { atMost, type Check, type StudySection, type TableExhibit } from '../../../src/record/study-record.ts';
import type { Answered } from './answered.ts';
import type { KindCuts } from './answered-kinds.ts';
import { byVariation } from './contests.ts';
import { score } from './defects.ts';
import type { NetworkKind } from './options.ts';
import { missingShare, stateDefect, titleOf } from './sections.ts';

/** Kinds as they are called on the page. */
const NAMES: Readonly<Record<NetworkKind, string>> = {
  circuit: 'A circuit of blocks',
  'matrix-product-state': 'A matrix-product state',
  tree: 'A tree',
  mera: 'A MERA',
  'gaussian-circuit': 'A Gaussian circuit',
};

type Cell = string | number | null;

const percent = (share: number): string => `${significant(100 * share, 3)} %`;

export function kindsSection(answered: readonly Answered[]): StudySection {
  return {
    heading: 'Networks of one state',
    text:
      'Is it the state or the network that has the geometry? Kinds of networks for the same state, each with its areas by minimal cuts. In an open matrix-product ' +
      'state cuts add: where |B| log d is at least the sum of both bonds at the ends of B, and the same holds for the sites outside aBb, I(a:b|B) = 0 exactly, ' +
      'as long as neighbouring bonds differ by log d at most; so it is of equal bonds in all intervals that are long enough. “By theorem” is the share of intervals of which that is said.',
    exhibits: answered.map(kindsTable),
  };
}

/** A table for each state: one for all would be wider than the page. */
function kindsTable(target: Answered): TableExhibit {
  const missing = target.kinds.flatMap(({ kind, network }) =>
    typeof network === 'string' ? [`${NAMES[kind]}, ${network}.`] : [],
  );
  return {
    kind: 'table',
    caption: [
      `Networks of one state: ${titleOf(target)}.`,
      'Score: decimal logarithm of the variation over that of the state; beaten: null models of larger variation.',
      '1 − F of the matrices of fermions is the sum of the weights dropped.',
      ...missing,
    ].join(' '),
    columns: ['network', '1 − F', 'cuts with', 'I = 0', 'by theorem', 'variation', 'score', 'controls beaten'],
    rows: [stateRow(target), ...kindRows(target)],
  };
}

function stateRow(target: Answered): readonly Cell[] {
  const state = stateDefect(target);
  const { beaten, of } = byVariation(state, target);
  const { variation } = state.defect;
  return [
    'the state itself',
    null,
    'entropies',
    percent(missingShare(state)),
    null,
    variation,
    null,
    `${beaten} of ${of}`,
  ];
}

function kindRows(target: Answered): readonly (readonly Cell[])[] {
  return target.kinds.flatMap(({ network, cuts }) => {
    if (typeof network === 'string') return [];
    const { kind, tensors, infidelity } = network;
    const name = `${kind}, ${counted(tensors, 'tensor')}`;
    return cuts.map((one) => [name, infidelity, ...cutCells(one, target)]);
  });
}

function cutCells({ defect: one, additive }: KindCuts, target: Answered): readonly Cell[] {
  const { variation } = one.defect;
  const { beaten, of } = byVariation(one, target);
  return [
    one.name.replace('network, cuts with ', ''),
    percent(missingShare(one)),
    additive === null ? null : percent(additive.covered / additive.intervals),
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
