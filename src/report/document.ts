/** @file The frame of every report: one self-contained page, its style sheet, one short script, nothing from the network. */

import { numberFigures, paragraph } from '../drawing/figure.ts';
import { element, escapeText } from '../drawing/markup.ts';
import { duration } from '../number-format.ts';
import type { RecordHead } from '../record/run-record.ts';
import { reproducibilitySection } from './closing-section.ts';
import { withContents } from './contents.ts';
import { CONTENT_SECURITY_POLICY, SCRIPT } from './page-script.ts';
import { DRAWING_STYLE, STYLE } from './style.ts';

/**
 * The page of a record.
 *
 * @param header - markup above the list of contents
 * @param sections - markup of one section each; how to reproduce the numbers is added below them
 */
export function document(
  record: RecordHead & { readonly schema: string },
  header: string,
  sections: readonly string[],
): string {
  const { experiment, versions, schema } = record;
  const footer = `bulkweave ${versions.bulkweave ?? ''} · ${schema}`;
  return wholePage(experiment.name, header, [...sections, reproducibilitySection(record)], footer);
}

/**
 * A whole HTML page.
 *
 * @param title - plain text
 * @param header - markup above the list of contents
 * @param sections - markup of one section each
 * @param footer - plain text
 */
export function wholePage(title: string, header: string, sections: readonly string[], footer: string): string {
  const last = element('footer', {}, escapeText(footer));
  const main = element('main', {}, [header, numberFigures(withContents(sections)), last]);
  const head = element('head', {}, [
    element('meta', { charset: 'utf-8' }),
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('meta', { name: 'color-scheme', content: 'light dark' }),
    element('title', {}, escapeText(`${title} — bulkweave`)),
    element('meta', { 'http-equiv': 'Content-Security-Policy', content: CONTENT_SECURITY_POLICY }),
    element('style', { class: 'drawing' }, DRAWING_STYLE),
    element('style', {}, STYLE),
  ]);
  const script = element('script', {}, SCRIPT);
  return `<!doctype html>\n${element('html', { lang: 'en-GB' }, [head, element('body', {}, [main, script])])}\n`;
}

/** When and how the record was made, in one line. */
export function byline({ startedAt, seconds, backend, experiment }: RecordHead): string {
  const moment = startedAt.replace('T', ' ').replace(/\.\d+Z?$|Z$/, '');
  const line = `${moment} UTC · ${duration(seconds)} · ${backend} backend · seed ${experiment.seed}`;
  return paragraph(line, 'byline');
}
