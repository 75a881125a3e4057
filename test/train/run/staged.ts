import type { PenaltyMetric } from '../../../src/complexity/penalty-metric.ts';
import type { GenerativeNetwork } from '../../../src/generative/generative-network.ts';
import type { TargetState } from '../../../src/generative/target-state.ts';
import { type Experiment, parseExperiment } from '../../../train/run/experiment.ts';
import { geodesicStage } from '../../../train/run/geodesic-stage.ts';

/** An experiment with these options of its geodesic. */
export function experimentWith(geodesic: object): Experiment {
  const parsed = parseExperiment({
    name: 'x',
    target: { name: 'ghz', qubits: 3 },
    model: { name: 'staircase' },
    metric: { maxRange: 'infinite' },
    geodesic,
  });
  if ('issues' in parsed) throw new Error(JSON.stringify(parsed.issues));
  return parsed.experiment as Experiment;
}

/** What the geodesic stage finds for an untrained network. */
export function staged(target: TargetState, network: GenerativeNetwork, geodesic: object, metric: PenaltyMetric) {
  const problem = { target, network, metric };
  const theta = new Float64Array(network.parameters);
  const steps = geodesicStage(experimentWith(geodesic), problem, { network, theta });
  for (;;) {
    const next = steps.next();
    if (next.done) return next.value;
  }
}
