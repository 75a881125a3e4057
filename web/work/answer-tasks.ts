/** @file Tasks that are answered: a geometry, a request, the report of a record. */

import { boundaryGeometry } from '../../src/bulk/boundary-geometry.ts';
import { bulkGeometry } from '../../src/bulk/bulk-geometry.ts';
import { currentEngine } from '../../src/engine/engine.ts';
import { DomainError } from '../../src/errors.ts';
import { regionEntropies } from '../../src/generative/generated-entropies.ts';
import { asPure } from '../../src/generative/state-rules.ts';
import { printable } from '../../src/printable.ts';
import { parseRecord } from '../../src/record/record-json.ts';
import { reportPage } from '../../src/report/page.ts';
import { answered, checkedRequest, issuesLines } from '../../train/compute/compute.ts';
import { networkOf, networkSpec } from '../../train/compute/network-source.ts';
import { checkedExperiment, targetOf } from './checked-experiment.ts';
import { readerOf } from './reader.ts';
import type { Task } from './task.ts';
import type { TaskName, Tasks } from './tasks.ts';

/** A task of one step. */
function atOnce<Name extends TaskName>(work: () => Tasks[Name]['found']): Task<Name> {
  // biome-ignore lint/correctness/useYield: it has no steps before the last
  function* steps(): Generator<void, Tasks[Name]['found']> {
    return work();
  }
  return { steps: steps(), news: () => null };
}

/** See `Tasks.target`. */
export const targetTask = ({ experiment, files }: Tasks['target']['asked']): Task<'target'> =>
  atOnce(() => {
    const target = targetOf(checkedExperiment(experiment), files);
    const { name, dimensions } = target;
    const amplitudes = asPure(target)?.amplitudes.interleaved ?? null;
    const geometry = boundaryGeometry(regionEntropies(target)).value;
    return { name, dimensions, amplitudes, geometry, engine: currentEngine().description };
  });

/** See `Tasks.geometry`. */
export const geometryTask = ({ network, theta }: Tasks['geometry']['asked']): Task<'geometry'> =>
  atOnce(() => bulkGeometry(network, theta).value);

/** See `Tasks.network`. */
export const networkTask = ({ network: json }: Tasks['network']['asked']): Task<'network'> =>
  atOnce(() => {
    const parsed = networkSpec.safeParse(json);
    if (!parsed.success) throw new DomainError(parsed.error.issues[0]?.message ?? 'a network required');
    const point = networkOf(parsed.data, readerOf({}));
    return { ...point, geometry: bulkGeometry(point.network, point.theta).value };
  });

/** See `Tasks.request`. */
export function requestTask({ request, files }: Tasks['request']['asked']): Task<'request'> {
  let latest: Tasks['request']['news'] | null = null;
  async function* steps(): AsyncGenerator<void, Tasks['request']['found']> {
    const found = await checkedRequest(request);
    if ('issues' in found) throw new DomainError(issuesLines(found.issues));
    const computation = answered(found.checked, readerOf(files));
    for (;;) {
      const step = computation.next();
      if (step.done) return step.value;
      latest = step.value;
      yield;
    }
  }
  return { steps: steps(), news: () => latest };
}

/** Most mistakes of a file that are listed. */
const MOST_MISTAKES = 12;

/** See `Tasks.report`. */
export const reportTask = ({ text }: Tasks['report']['asked']): Task<'report'> => atOnce(() => reportOf(text));

function reportOf(text: string): Tasks['report']['found'] {
  const parsed = parsedRecord(text);
  if ('issues' in parsed) {
    const lines = parsed.issues.slice(0, MOST_MISTAKES).map((issue) => printable(issuesLines([issue])));
    const more = parsed.issues.length - MOST_MISTAKES;
    throw new DomainError([...lines, ...(more > 0 ? [`… and ${more} more mistakes`] : [])].join('\n'));
  }
  const page = drawn(parsed.record);
  return { title: parsed.record.experiment.name, main: /<main>([\s\S]*)<\/main>/.exec(page)![1]! };
}

function parsedRecord(text: string): ReturnType<typeof parseRecord> {
  try {
    return parseRecord(text);
  } catch (error) {
    throw new DomainError(`a record in JSON required: ${printable((error as Error).message)}`);
  }
}

/** The page of a record that has the fields of one; what it lacks beyond its schema is a mistake of the file. */
function drawn(record: Parameters<typeof reportPage>[0]): string {
  try {
    return reportPage(record);
  } catch (error) {
    throw new DomainError(`the record cannot be drawn: ${printable((error as Error).message)}`);
  }
}
