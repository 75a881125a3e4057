/** @file The frame of every report: one self-contained page, its style sheet, no scripts, nothing from the network. */

import { paragraph } from '../drawing/figure.ts';
import { element, escapeText } from '../drawing/markup.ts';
import { duration } from '../number-format.ts';
import type { RecordHead } from '../record/run-record.ts';
import { reproducibilitySection } from './closing-section.ts';
import { STYLE } from './style.ts';

/**
 * A whole HTML page.
 *
 * @param body - markup of header and sections; how to reproduce the numbers is added below it
 */
export function document(record: RecordHead & { readonly schema: string }, body: readonly string[]): string {
  const { experiment, versions, schema } = record;
  const footer = element('footer', {}, escapeText(`bulkweave ${versions.bulkweave ?? ''} · ${schema}`));
  const main = element('main', {}, [...body, reproducibilitySection(record), footer]);
  const head = element('head', {}, [
    element('meta', { charset: 'utf-8' }),
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('meta', { name: 'color-scheme', content: 'light dark' }),
    element('title', {}, escapeText(`${experiment.name} — bulkweave`)),
    element('style', {}, STYLE),
  ]);
  return `<!doctype html>\n${element('html', { lang: 'en-GB' }, [head, element('body', {}, main)])}\n`;
}

/** When and how the record was made, in one line. */
export function byline({ startedAt, seconds, backend, experiment }: RecordHead): string {
  const moment = startedAt.replace('T', ' ').replace(/\.\d+Z?$|Z$/, '');
  const line = `${moment} UTC · ${duration(seconds)} · ${backend} backend · seed ${experiment.seed}`;
  return paragraph(line, 'byline');
}
