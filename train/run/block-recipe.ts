/** @file How circuits of blocks are trained where an experiment does not say it. */

type Fields = Readonly<Record<string, unknown>>;

/** Energy first, then length, with the infidelity weighing more and more. */
const TRAINING = { starts: 6, amplitude: 0.12, energyWeights: [0.025, 0.005], prune: {} };
const COMPLEXITY = {
  weights: [0.005, 0.0005, 0.00005],
  maxSteps: 1000,
  optimiser: { name: 'lbfgs', memory: 40 },
};

/** Qubits beyond which states that are given by Dicke components or as chains are met as matrix-product states. */
const MOST_DENSE = 14;
/** Qubits beyond which GHZ, W and Dicke states are given by Dicke components. */
const MOST_AMPLITUDES = 24;

/**
 * The recipe beside a matrix-product state of n qubits: layers as deep as light needs from the middle to the ends, the gates that
 * disentangle the state, and weights that fall with n², as the energy grows with it; −log F is at least log 2 away at |0…0⟩.
 */
function longRecipe(n: number) {
  const weight = (factor: number): number => Number((1 / (factor * n * n)).toPrecision(2));
  return {
    model: { layers: Math.floor(n / 2) + 1, start: 'disentangled' },
    training: { starts: 1, maxSteps: 100, targetInfidelity: 1e-6, energyWeights: [weight(2), weight(10)], prune: {} },
    complexity: { weights: [weight(100), weight(1000), weight(10000)], maxSteps: 100 },
  };
}

/** Qubits of a target that is met as a matrix-product state; null for other targets. */
function longQubits({ target }: Fields): number | null {
  if (!isFields(target) || typeof target.qubits !== 'number') return null;
  const { name, qubits, symmetric } = target;
  const isChain = name === 'chain-ground-state' || symmetric === true || qubits > MOST_AMPLITUDES;
  return ['chain-ground-state', 'ghz', 'w', 'dicke', 'product'].includes(String(name)) && isChain && qubits > MOST_DENSE
    ? qubits
    : null;
}

/**
 * The experiment with the recipe for circuits of blocks filled in beneath what it says: infidelity + weight · energy from
 * random generators, infidelity + weight · length, then removal of idle blocks. Experiments with another model are returned
 * as they are; one without a model has circuits of blocks. Where the target is a matrix-product state of many qubits the circuit
 * begins at the gates that disentangle it, unless the experiment says how deep it is or where it begins.
 *
 * @param json - an experiment that is not checked yet
 */
export function withBlockRecipe(json: unknown): unknown {
  if (!isFields(json) || 'study' in json) return json;
  const { model = { name: 'block-circuit' }, training = {} } = json;
  if (!isFields(model) || model.name !== 'block-circuit' || !isFields(training)) return json;
  const { complexity = {} } = training;
  if (!isFields(complexity)) return json;
  const qubits = longQubits(json);
  const isPlaced = ['start', 'layout', 'lattice', 'block'].some((key) => key in model) || json.reference !== undefined;
  const long = qubits === null || isPlaced ? null : longRecipe(qubits);
  return {
    ...json,
    model: { ...long?.model, ...model },
    training: {
      ...TRAINING,
      ...long?.training,
      ...training,
      complexity: { ...COMPLEXITY, ...long?.complexity, ...complexity },
    },
  };
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
