/** @file The report of a study: question, answer, exhibits, checks, and what they say of the paper's statements. */

import { dataTable, exhibitFigure } from '../drawing/exhibit.ts';
import { figures, paragraph, section } from '../drawing/figure.ts';
import { element, escapeText, typeset } from '../drawing/markup.ts';
import { brief, counted, significant, whole } from '../number-format.ts';
import type { Check, Findings, StudyRecord, StudySection, Verdict } from '../record/study-record.ts';
import { byline, document } from './document.ts';

/** The report of a study as an HTML page, complete with its style sheet. */
export function studyPage(record: StudyRecord): string {
  const { findings } = record;
  const sections = [
    ...findings.sections.map(studySection),
    findings.verdicts.length === 0 ? '' : verdictSection(findings.verdicts),
    checkSection(findings.checks),
  ];
  return document(record, studyHeader(record), sections);
}

/** The number of checks passed, in words. */
export function checkPhrase({ checks }: Pick<Findings, 'checks'>): string {
  const passed = checks.filter((check) => check.passed).length;
  return `${passed} of ${counted(checks.length, 'check')} passed`;
}

function studyHeader(record: StudyRecord): string {
  const { title, question, answer, checks } = record.findings;
  const style = checks.every(({ passed }) => passed) ? 'good' : 'poor';
  return element('header', {}, [
    paragraph('Study', 'kicker'),
    element('h1', {}, escapeText(title)),
    byline(record),
    paragraph(question, 'abstract'),
    ...answer.split('\n').map((text) => paragraph(text)),
    element('p', {}, element('span', { class: `verdict ${style}` }, escapeText(`${checkPhrase(record.findings)}.`))),
  ]);
}

function studySection({ heading, text, label, exhibits }: StudySection): string {
  const reading = label === undefined ? '' : `${element('b', { class: 'label' }, escapeText(label))} `;
  const [first = '', ...rest] = text.split('\n');
  return section(
    heading,
    element('p', {}, reading + typeset(first)),
    ...rest.map((more) => paragraph(more)),
    exhibits.length === 0 ? '' : figures(...exhibits.map(exhibitFigure)),
  );
}

const capitalised = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

const STYLE_OF = { holds: 'good', 'holds in part': 'fair', fails: 'poor', analogy: 'fair' } as const;

function verdictSection(verdicts: readonly Verdict[]): string {
  const items = verdicts.map(({ statement, source, verdict, because }) =>
    element('li', {}, [
      element('cite', {}, typeset(capitalised(statement))),
      ` (${escapeText(source)}) — `,
      element('span', { class: `verdict ${STYLE_OF[verdict]}` }, escapeText(verdict)),
      `: ${typeset(because)}.`,
    ]),
  );
  return section('What this says of the paper', element('ul', { class: 'limits' }, items));
}

const SIGNS = { equals: '=', 'at most': '≤', 'at least': '≥' } as const;

/** Counts as they are, measured numbers to six digits. */
const checked = (value: number): string => whole(value) ?? significant(value, 6);

/** Expected values without trailing zeros. */
const expectedText = (value: number): string => (/^[\d.−]+$/.test(checked(value)) ? brief(value) : checked(value));

function checkSection(checks: readonly Check[]): string {
  const rows = checks.map(({ statement, basis, computed, relation, expected, tolerance, passed }) => [
    statement,
    checked(computed),
    `${SIGNS[relation]}\u00a0${expectedText(expected)}`,
    tolerance === 0 ? '' : `within\u00a0${significant(tolerance, 2)}`,
    basis.replaceAll(' ', '\u00a0'),
    passed ? 'passed' : 'FAILED',
  ]);
  const columns = ['statement', 'computed', 'expected', '', 'expected from', ''];
  return section('Checks', dataTable({ columns, rows }));
}
