/** @file The report: one self-contained page that shows what a run found. No scripts, nothing from the network. */

import { section } from '../drawing/figure.ts';
import { element, escapeText } from '../drawing/markup.ts';
import { brief, infidelityText } from '../drawing/number-format.ts';
import type { RunPoint, RunRecord } from '../record/run-record.ts';
import { STUDY_SCHEMA, type StudyRecord } from '../record/study-record.ts';
import { acceptedInfidelity } from './accepted-infidelity.ts';
import { bulkSection } from './bulk-section.ts';
import { limitsSection } from './closing-section.ts';
import { comparisonSection } from './comparison-section.ts';
import { curveSection } from './curve-section.ts';
import { document } from './document.ts';
import { fisherSection } from './fisher-section.ts';
import { geodesicSection } from './geodesic-section.ts';
import { gravitySection } from './gravity-section.ts';
import { growthSection } from './growth-section.ts';
import { networkSection } from './network-section.ts';
import { pictureSection } from './picture-section.ts';
import { shapeSection } from './shape-section.ts';
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
      ? pointSections(first)
      : points.length === 0
        ? ''
        : curveSection(points) +
          (record.overTime == null ? '' : timeSection(record.overTime)) +
          section('State by state', ...points.map((point) => collapsed(point, acceptedInfidelity(experiment))));
  return document(record, [header(record), body, limitsSection()]);
}

function pointSections({ target, training, geodesic, fisher, bulk, shape, gravity, picture }: RunPoint): string {
  return [
    growthSection(training.growth, training.complexity.name),
    trainingSection(training, target.kind),
    picture == null ? '' : pictureSection(picture),
    networkSection(training),
    geodesic === null ? '' : geodesicSection(geodesic, training),
    geodesic?.comparison == null ? '' : comparisonSection(geodesic.comparison),
    fisher === null ? '' : fisherSection(fisher, training.network.kind),
    bulk === null ? '' : bulkSection(bulk, training.network.kind),
    shape == null ? '' : shapeSection(shape, training.infidelity),
    gravity == null ? '' : gravitySection(gravity),
  ].join('');
}

function collapsed(point: RunPoint, accepted: number): string {
  const { time, target, training } = point;
  const name = `${time === null ? '' : `τ = ${brief(time)}: `}${target.name}`;
  const aside = element('small', {}, escapeText(`infidelity ${infidelityText(training.infidelity)}`));
  const heading = element('summary', {}, `${escapeText(name)} ${aside}`);
  return element('details', { class: 'point' }, [heading, pointSummary(point, accepted), pointSections(point)]);
}
