/** @file What a finished run says on standard output, and whether it reached what was asked of it. */

import { infidelityText, significant } from '../src/drawing/number-format.ts';
import type { RunRecord } from '../src/record/run-record.ts';
import { STUDY_SCHEMA, type StudyRecord } from '../src/record/study-record.ts';
import { acceptedInfidelity } from '../src/report/accepted-infidelity.ts';
import { checkPhrase } from '../src/report/study-page.ts';

/** Lines, and whether every state reached its target infidelity, or every check of a study was passed. */
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
    answer.replace(/_\{([^{}]*)\}/g, '_$1'),
    ...verdicts.map(({ statement, source, verdict }) => `“${statement}” (${source}): ${verdict}`),
    `${checkPhrase(findings)}.`,
    ...failed.map(({ statement, computed, expected }) => `failed: ${statement}: ${computed}, expected ${expected}`),
  ];
  return { text: `${lines.join('\n')}\n`, reached: failed.length === 0 };
}

function runSummary({ points, experiment }: RunRecord): Summary {
  const accepted = acceptedInfidelity(experiment);
  const lines = points.map(({ target, training, geodesic, fisher }) => {
    const parts = [
      `infidelity ${infidelityText(training.infidelity)}`,
      `${training.complexity.name} ${significant(training.complexity.value)}`,
      geodesic?.learned == null ? '' : `as layers ${significant(geodesic.learned.layeredLength)}`,
      geodesic === null ? '' : `geodesic ${significant(geodesic.length)}`,
      geodesic?.learned == null ? '' : `excess ${significant(geodesic.learned.excess)}`,
      fisher === null ? '' : `Fisher rank ${fisher.rank} of ${fisher.parameters}`,
    ];
    return `${target.name}: ${parts.filter(Boolean).join(', ')}\n`;
  });
  const missed = points.filter(({ training }) => !(training.infidelity <= accepted)).length;
  const verdict =
    missed === 0
      ? ''
      : `${missed === points.length ? 'The' : `${missed} of ${points.length} states:`} target infidelity ${significant(accepted)} was not reached.\n`;
  return { text: `${lines.join('')}${verdict}`, reached: missed === 0 };
}
