/** @file How circuits of blocks are trained where an experiment does not say it. */

type Fields = Readonly<Record<string, unknown>>;

/** Energy first, then length, with the infidelity weighing more and more. */
const TRAINING = { starts: 6, amplitude: 0.12, energyWeights: [0.025, 0.005], prune: {} };
const COMPLEXITY = {
  weights: [0.005, 0.0005, 0.00005],
  maxSteps: 1000,
  optimiser: { name: 'lbfgs', memory: 40 },
};

/**
 * The experiment with the recipe for circuits of blocks filled in beneath what it says: infidelity + weight · energy from
 * random generators, infidelity + weight · length, then removal of idle blocks. Experiments with another model are returned
 * as they are; one without a model has circuits of blocks.
 *
 * @param json - an experiment that is not checked yet
 */
export function withBlockRecipe(json: unknown): unknown {
  if (!isFields(json) || 'study' in json) return json;
  const { model = { name: 'block-circuit' }, training = {} } = json;
  if (!isFields(model) || model.name !== 'block-circuit' || !isFields(training)) return json;
  const { complexity = {} } = training;
  if (!isFields(complexity)) return json;
  return { ...json, model, training: { ...TRAINING, ...training, complexity: { ...COMPLEXITY, ...complexity } } };
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
