/** @file Copying and correcting: what parts of a code know of what is encoded, and how many of them know it. */

import { fiveQubitCode, steaneCode } from '../../../src/stabiliser/known-codes.ts';
import { encodingState } from '../../../src/stabiliser/logical-operators.ts';
import { entropiesOfStabilisers } from '../../../src/stabiliser/stabiliser-entropy.ts';
import type { StabiliserGroup } from '../../../src/stabiliser/stabiliser-group.ts';
import { stabiliserGroupOfWords } from '../../../src/stabiliser/stabiliser-words.ts';

/** Fragments of a code of one qubit, by their size. */
export interface CodeCopies {
  readonly code: string;
  readonly sites: number;
  /** For every size: mean I(R : A)/ln 2, and the most disjoint fragments each of which has I(R : A) ≥ ln 2. */
  readonly fragments: readonly { readonly size: number; readonly known: number; readonly copies: number }[];
  /** Most sites, whichever they are, whose loss is corrected. */
  readonly corrected: number;
}

const ROUNDING = 1e-9;

export function codeCopies(): readonly CodeCopies[] {
  const repetition = stabiliserGroupOfWords(['ZZIII', 'IZZII', 'IIZZI', 'IIIZZ']);
  return [
    copiesOf('repetition code', repetition),
    copiesOf('five-qubit code', fiveQubitCode()),
    copiesOf('Steane’s code', steaneCode()),
  ];
}

function copiesOf(code: string, group: StabiliserGroup): CodeCopies {
  const sites = group.qudits;
  const { entropy } = entropiesOfStabilisers(encodingState(group));
  const known = (mask: number): number => {
    const region = [...Array(sites).keys()].filter((q) => (mask >> q) & 1);
    return (entropy(region) + Math.LN2 - entropy([...region, sites])) / Math.LN2;
  };
  const masks = Array.from({ length: 2 ** sites }, (_, mask) => mask);
  const size = (mask: number): number => [...Array(sites).keys()].filter((q) => (mask >> q) & 1).length;
  const fragments = Array.from({ length: sites }, (_, k) => {
    const own = masks.filter((mask) => size(mask) === k + 1);
    const informed = own.filter((mask) => known(mask) > 1 - ROUNDING);
    return {
      size: k + 1,
      known: own.reduce((sum, mask) => sum + known(mask), 0) / own.length,
      copies: mostDisjoint(informed, 0),
    };
  });
  const tells = masks.filter((mask) => known(mask) > ROUNDING).map(size);
  return { code, sites, fragments, corrected: Math.min(...tells) - 1 };
}

/** The most of these sets that have no member in common. */
function mostDisjoint(sets: readonly number[], taken: number): number {
  return sets.reduce(
    (most, set, k) => ((set & taken) === 0 ? Math.max(most, 1 + mostDisjoint(sets.slice(k + 1), taken | set)) : most),
    0,
  );
}
