/** @file What a finished run prints on standard output, and whether it reached its goal. */

import { entanglingGates } from '../src/comparison/block-search.ts';
import { plainText } from '../src/drawing/markup.ts';
import { counted, infidelityText, significant } from '../src/number-format.ts';
import type { GeodesicRecord, RunRecord, TrainingRecord } from '../src/record/run-record.ts';
import { STUDY_SCHEMA, type StudyRecord } from '../src/record/study-record.ts';
import { goalOf, goalPhrase } from '../src/report/accepted-infidelity.ts';
import {
  complexityReading,
  excessReading,
  geodesicReading,
  rankReading,
  relativeExcessReading,
  stated,
} from '../src/report/reading.ts';
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

/** The excess of the learned circuit, of circuits of blocks with its share of the geodesic. */
function excessText(geodesic: GeodesicRecord, excess: number, blocks: boolean): string {
  const { value } = excessReading(excess, geodesic);
  const { value: share } = relativeExcessReading(excess / geodesic.length, geodesic.length);
  return blocks ? `excess ${value}, ${share} of the geodesic` : `excess ${value}`;
}

/** What the cuts of bonds can have hidden. */
const cutText = (truncation: TrainingRecord['truncation']): string =>
  truncation === undefined ? '' : ` (at most ${infidelityText(truncation.upperBound)} with its bonds uncut)`;

function runSummary({ points, experiment }: RunRecord): Summary {
  const goal = goalOf(experiment);
  const lines = points.map(({ target, training, geodesic, fisher }) => {
    const blocks = training.network.kind === 'block-circuit';
    const parts = [
      `infidelity ${infidelityText(training.infidelity)}${cutText(training.truncation)}`,
      `${training.complexity.name} ${stated(complexityReading(training))}`,
      training.truncation && training.network.kind === 'block-circuit'
        ? counted(entanglingGates(training.network), 'block')
        : '',
      training.truncation?.lowerBound == null ? '' : `lower bound ${significant(training.truncation.lowerBound)}`,
      geodesic?.learned == null || blocks ? '' : `as layers ${significant(geodesic.learned.layeredLength)}`,
      geodesic === null ? '' : `geodesic ${stated(geodesicReading(geodesic))}`,
      geodesic?.learned == null ? '' : excessText(geodesic, geodesic.learned.excess, blocks),
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
