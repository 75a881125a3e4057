/** @file Who beats whom: a table of areas against the null models, and the verdict that follows. */

import type { Verdict } from '../../../src/record/study-record.ts';
import type { Answered } from './answered.ts';
import { type NamedDefect, score } from './defects.ts';
import { missingShare, ofKind } from './sections.ts';

/** A table of areas against the controls: the least score, and how many it beats. */
export interface Contest {
  readonly least: number | null;
  readonly beaten: number;
  readonly of: number;
}

/** Scores of one number against those of the controls; a control without a number is beaten, who has none beats nobody. */
function contest(own: number | null, controls: readonly (number | null)[]): Contest {
  const scores = own === null ? [] : controls.map((control) => score(control, own));
  const known = scores.filter((value) => value !== null);
  return {
    least: known.length === 0 ? null : Math.min(...known),
    beaten: scores.filter((value) => value === null || value > 0).length,
    of: controls.length,
  };
}

export const byVariation = (one: NamedDefect, target: Answered): Contest =>
  contest(
    one.defect.variation,
    ofKind(target, 'control').map(({ defect }) => defect.variation),
  );

export const byOwnCharge = (one: NamedDefect, target: Answered): Contest =>
  contest(
    one.own.spread,
    ofKind(target, 'control').map(({ own }) => own.spread),
  );

/** Passes who is better than every null model, in part who is so with one c for all and not with a c for each. */
export function verdictOf(one: NamedDefect, target: Answered): Verdict['verdict'] {
  const [common, own] = [byVariation(one, target), byOwnCharge(one, target)];
  if (common.beaten < common.of) return 'fails';
  return own.beaten < own.of || missingShare(one) > 0 ? 'holds in part' : 'holds';
}
