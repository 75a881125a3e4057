/** @file What a finished run prints on standard output, and whether it reached its goal. */

import { plainText } from '../src/drawing/markup.ts';
import { infidelityText, significant } from '../src/number-format.ts';
import type { RunRecord } from '../src/record/run-record.ts';
import { STUDY_SCHEMA, type StudyRecord } from '../src/record/study-record.ts';
import { goalOf, goalPhrase } from '../src/report/accepted-infidelity.ts';
import { complexityReading, excessReading, geodesicReading, rankReading, stated } from '../src/report/reading.ts';
import { checkPhrase } from '../src/report/study-page.ts';

/** The lines, and whether every state reached its target infidelity or every check of a study was passed. */
export interface Summary {
  readonly text: string;
  readonly reached: boolean;
}

export function summaryOf(record: RunRecord | StudyRecord): Summary {
  return record.schema === STUDY_SCHEMA ? studySummary(record) : runSummary(record);
}

function studySummary({ findings }: StudyRecord): Summary {
  const { title, answer, checks, verdicts } = findings;
  const failed = checks.filter(({ passed }) => !passed);
  const lines = [
    title,
    plainText(answer),
    ...verdicts.map(({ statement, source, verdict }) => `${plainText(statement)} (${source}): ${verdict}`),
    `${checkPhrase(findings)}.`,
    ...failed.map(
      ({ statement, computed, expected }) => `failed: ${plainText(statement)}: ${computed}, expected ${expected}`,
    ),
  ];
  return { text: `${lines.join('\n')}\n`, reached: failed.length === 0 };
}

function runSummary({ points, experiment }: RunRecord): Summary {
  const goal = goalOf(experiment);
  const lines = points.map(({ target, training, geodesic, fisher }) => {
    const parts = [
      `infidelity ${infidelityText(training.infidelity)}`,
      `${training.complexity.name} ${stated(complexityReading(training))}`,
      geodesic?.learned == null ? '' : `as layers ${significant(geodesic.learned.layeredLength)}`,
      geodesic === null ? '' : `geodesic ${stated(geodesicReading(geodesic))}`,
      geodesic?.learned == null ? '' : `excess ${excessReading(geodesic.learned.excess, geodesic).value}`,
      fisher === null ? '' : `Fisher rank ${stated(rankReading(fisher))}`,
    ];
    return `${target.name}: ${parts.filter(Boolean).join(', ')}\n`;
  });
  const missed = points.filter(({ training }) => !(training.infidelity <= goal.accepted)).length;
  const verdict =
    missed === 0
      ? ''
      : `${missed === points.length ? 'The' : `${missed} of ${points.length} states: the`} target was not reached (${goalPhrase(goal)}).\n`;
  return { text: `${lines.join('')}${verdict}`, reached: missed === 0 };
}
