/** @file The report: one self-contained page that shows what a run found. Nothing comes from the network. */

import { paragraph, section } from '../drawing/figure.ts';
import { element, escapeText } from '../drawing/markup.ts';
import { brief, counted, infidelityText } from '../number-format.ts';
import type { RunPoint, RunRecord } from '../record/run-record.ts';
import { STUDY_SCHEMA, type StudyRecord } from '../record/study-record.ts';
import { type Goal, goalOf } from './accepted-infidelity.ts';
import { bulkSection } from './bulk-section.ts';
import { limitsSection } from './closing-section.ts';
import { comparisonSection } from './comparison-section.ts';
import { curveSection } from './curve-section.ts';
import { document } from './document.ts';
import { energySection } from './energy-section.ts';
import { fisherSection } from './fisher-section.ts';
import { frontSection } from './front-section.ts';
import { geodesicSection } from './geodesic-section.ts';
import { gravitySection } from './gravity-section.ts';
import { growthSection } from './growth-section.ts';
import { likenessSection } from './likeness-section.ts';
import { networkSection } from './network-section.ts';
import { pictureSection } from './picture-section.ts';
import { shapeSection } from './shape-section.ts';
import { sideBySideSection } from './side-by-side-section.ts';
import { studyPage } from './study-page.ts';
import { header, pointSummary } from './summary.ts';
import { timeSection } from './time-section.ts';
import { trainingSection } from './training-section.ts';

/** The report of any record as an HTML page, complete with its style sheet. */
export function reportPage(record: RunRecord | StudyRecord): string {
  return record.schema === STUDY_SCHEMA ? studyPage(record) : runPage(record);
}

/** The report of a run; stages that were left out are left out of the page. */
function runPage(record: RunRecord): string {
  const { points, experiment } = record;
  const [first] = points;
  const body =
    points.length === 1 && first !== undefined
      ? pointSections(first, goalOf(experiment))
      : points.length === 0
        ? []
        : [
            curveSection(points, experiment),
            historySection(record),
            section('State by state', ...points.map((point) => collapsed(point, goalOf(experiment)))),
          ];
  const contents = {
    geodesic: points.some(({ geodesic }) => geodesic !== null),
    fisher: points.some(({ fisher }) => fisher !== null),
  };
  return document(record, header(record), [...body, limitsSection(contents)]);
}

function pointSections(point: RunPoint, goal: Goal): readonly string[] {
  const { target, training, geodesic, fisher, bulk, shape, gravity, picture, likeness, targetGeometry } = point;
  const { accepted } = goal;
  const missed = !(training.infidelity <= accepted);
  return [
    picture == null ? '' : pictureSection(picture),
    likeness == null ? '' : likenessSection(likeness, target.dimensions),
    likeness?.energy == null ? '' : energySection(likeness.energy),
    networkSection(training),
    frontSection(training, geodesic, goal),
    geodesic === null ? '' : geodesicSection(geodesic, training),
    geodesic === null ? '' : sideBySideSection(geodesic, training),
    bulk === null ? '' : bulkSection(bulk, training.network.kind, targetGeometry ?? null),
    missed && (shape != null || gravity != null) ? withheldSection(training.infidelity, accepted) : '',
    shape == null ? '' : shapeSection(shape, training.infidelity, missed),
    geodesic?.comparison == null ? '' : comparisonSection(geodesic.comparison, geodesic, training.network.kind),
    fisher === null ? '' : fisherSection(fisher, training.network.kind),
    gravity == null || missed ? '' : gravitySection(gravity, shape?.boundary ?? null),
    growthSection(training.growth, training.complexity.name),
    trainingSection(training, target.kind),
  ];
}

/** The history of space, if every state of the curve was reached. */
function historySection({ overTime, points, experiment }: RunRecord): string {
  if (overTime == null) return '';
  const { accepted } = goalOf(experiment);
  const missed = points.filter(({ training }) => !(training.infidelity <= accepted)).length;
  return missed === 0
    ? timeSection(overTime)
    : section(
        'Space over time (analogy)',
        paragraph(
          `Withheld: ${missed} of ${counted(points.length, 'state')} missed the target, and the history would mix them with the others. The record has it.`,
          'warning',
        ),
      );
}

/** The note in place of readings of a state that is not the target. */
function withheldSection(infidelity: number, accepted: number): string {
  return section(
    'Readings that are withheld',
    paragraph(
      `The target was missed: infidelity ${infidelityText(infidelity)}, where at most ${infidelityText(accepted)} counts as reached. ` +
        'The embedding of the sites, curvatures and the response to a disturbance would describe another state, and are not shown; the record has them.',
      'warning',
    ),
  );
}

function collapsed(point: RunPoint, goal: Goal): string {
  const { time, target, training } = point;
  const name = `${time === null ? '' : `τ = ${brief(time)}: `}${target.name}`;
  const aside = element('small', {}, escapeText(`infidelity ${infidelityText(training.infidelity)}`));
  const heading = element('summary', {}, `${escapeText(name)} ${aside}`);
  return element('details', { class: 'point' }, [heading, pointSummary(point, goal), ...pointSections(point, goal)]);
}
