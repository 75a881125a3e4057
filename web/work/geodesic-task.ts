/** @file The shortest path to the target of an experiment, as it is shown while it is searched. */

import { DomainError } from '../../src/errors.ts';
import { asPure } from '../../src/generative/state-rules.ts';
import { stateGeodesic } from '../../src/geodesic/state/state-geodesic.ts';
import { metricOfSpec } from '../../train/metric-spec.ts';
import { checkedExperiment, targetOf } from './checked-experiment.ts';
import { type Task, toldTask } from './task.ts';
import type { FoundGeodesic, GeodesicNews, Tasks } from './tasks.ts';

/** Most qubits whose paths are polished by shooting. */
const POLISHED = 3;

/** Searches for the geodesic; see `Tasks.geodesic`. */
export function geodesicTask({ experiment: json, files, slices }: Tasks['geodesic']['asked']): Task<'geodesic'> {
  const experiment = checkedExperiment(json);
  const { metric, seed } = experiment;
  const target = targetOf(experiment, files);
  const pure = asPure(target);
  if (pure === null) throw new DomainError(`a pure target required, got ${target.name}`);
  const qubits = target.dimensions.length;
  const search = stateGeodesic(metricOfSpec(metric, qubits), pure.amplitudes, {
    ...{ slices, seed, starts: 2, polished: qubits <= POLISHED ? 1 : 0, conjugatePoints: false, observable: false },
  });
  return toldTask(told(search));
}

function* told(search: ReturnType<typeof stateGeodesic>): Generator<GeodesicNews, FoundGeodesic> {
  for (;;) {
    const step = search.next();
    if (!step.done) {
      yield { message: step.value.phase, length: step.value.length };
      continue;
    }
    const { complexity, lowerBound, status, infidelity, words, velocity } = step.value.value;
    return { length: complexity, lowerBound, status, infidelity, words, velocity };
  }
}
