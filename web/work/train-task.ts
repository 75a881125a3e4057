/** @file An experiment, step by step, as it is shown while it runs. */

import { currentEngine } from '../../src/engine/engine.ts';
import { type GenerativeNetwork, siteDimensions } from '../../src/generative/generative-network.ts';
import type { Objective } from '../../src/optimise/objective.ts';
import { recordJson } from '../../src/record/record-json.ts';
import { metricOfSpec } from '../../train/metric-spec.ts';
import { type WorkStep, workOf } from '../../train/run/work.ts';
import { checkedExperiment } from './checked-experiment.ts';
import { circuitLengthOf } from './circuit-length.ts';
import { readerOf } from './reader.ts';
import type { Task } from './task.ts';
import type { Tasks } from './tasks.ts';

/** Version of the package, which the build puts in. */
declare const VERSION: string;

/** Carries out an experiment; see `Tasks.experiment`. */
export function trainTask({ experiment: json, files }: Tasks['experiment']['asked']): Task<'experiment'> {
  const experiment = checkedExperiment(json);
  const startedAt = new Date().toISOString();
  const start = performance.now();
  let told: GenerativeNetwork | null = null;
  let length: Objective | null = null;
  let pending: WorkStep[] = [];

  async function* steps() {
    const recorder = yield* work();
    const seconds = (performance.now() - start) / 1000;
    const versions = { bulkweave: VERSION, engine: currentEngine().description };
    return { record: recordJson(recorder({ versions, backend: 'browser', startedAt, seconds, experiment })) };
  }

  async function* work() {
    const generator = workOf(experiment, readerOf(files));
    for (;;) {
      const step = await generator.next();
      if (step.done) return step.value;
      pending.push(step.value);
      yield;
    }
  }

  return {
    steps: steps(),
    news: () => {
      const last = pending.at(-1);
      if (last === undefined) return null;
      const measured = pending.flatMap((step) => step.measured ?? []);
      const point = measured.at(-1)?.network ?? null;
      const isNew = point !== null && point.network !== told;
      if (isNew) {
        told = point.network;
        length = circuitLengthOf(told, metricOfSpec(experiment.metric, siteDimensions(told).length));
      }
      pending = [];
      return {
        stage: last.moment.stage,
        message: last.moment.message,
        rows: measured.map(({ row }) => row),
        length: point && (length?.(point.theta).value ?? null),
        network: isNew ? point.network : null,
        theta: point?.theta.slice() ?? null,
      };
    },
  };
}
