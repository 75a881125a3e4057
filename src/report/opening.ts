/** @file The top of a page in words: what was asked, what was found, what is certain, what is open, what to try next. */

import { element, typeset } from '../drawing/markup.ts';
import type { NextStep } from './next-steps.ts';
import type { RunWords } from './run-words.ts';

/**
 * The words as a list of five heads.
 *
 * @param found - markup: what was found
 */
export function opening({ asked, certain, open, next }: RunWords, found: string): string {
  const rows: readonly (readonly [string, string])[] = [
    ['Asked', paragraphs(asked)],
    ['Found', found],
    ['Certain', list(certain.map(typeset))],
    ['Not certain', list(open.map(typeset))],
    ['Try next', list(next.map(stepMarkup))],
  ];
  const shown = rows.filter(([, content]) => content !== '');
  return element(
    'dl',
    { class: 'words' },
    shown.map(([name, content]) => element('dt', {}, name) + element('dd', {}, content)),
  );
}

const paragraphs = (texts: readonly string[]): string => texts.map((text) => element('p', {}, typeset(text))).join('');

/** One sentence as a paragraph, several as a list, none as ''. */
function list(items: readonly string[]): string {
  if (items.length === 0) return '';
  if (items.length === 1) return element('p', {}, items[0]!);
  return element(
    'ul',
    {},
    items.map((item) => element('li', {}, item)),
  );
}

/** '"geodesic.maxSteps": 160 (now 40): the search stopped at its step limit.' */
function stepMarkup({ key, value, now, because }: NextStep): string {
  const was = now === undefined ? '' : ` (now ${typeset(JSON.stringify(now))})`;
  return `${element('code', {}, typeset(`${key}: ${JSON.stringify(value)}`))}${was}: ${typeset(because)}.`;
}
