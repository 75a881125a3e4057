import { expect, test } from 'vitest';
import { chainGroundState } from '../../../datasets/chain-ground-state.ts';
import { groundState } from '../../../datasets/ground-state.ts';
import { blockCircuitModel } from '../../../models/block-circuit.ts';
import type { BlockCircuit } from '../../../src/circuit/block-circuit.ts';
import { productState } from '../../../src/circuit/product-state.ts';
import { blockInfidelity } from '../../../src/circuit/run-block-circuit.ts';
import { productVector } from '../../../src/circuit/run-circuit.ts';
import { transverseFieldIsing } from '../../../src/operator/hamiltonian.ts';
import { chain } from '../../../src/operator/lattice.ts';
import { gaussianCase } from '../../../train/gaussian-problem.ts';
import { alongGeodesic } from '../../../train/run/along-geodesic.ts';
import { parseExperiment } from '../../../train/run/experiment.ts';
import { gaussianSearch } from '../../../train/run/gaussian-stage.ts';

const n = 6;
const metric = { maxSize: 2, maxRange: 1, penalty: Infinity } as const;
const hamiltonian = transverseFieldIsing(chain(n), { field: 2 });
const target = chainGroundState(hamiltonian);
const plus = productState('plus', n);

/** The options of the search as an experiment has them. */
function settings() {
  const parsed = parseExperiment({ name: 'x', target: { name: 'ghz', qubits: 2 }, geodesic: { slices: 8, starts: 1 } });
  if (!('experiment' in parsed) || !('geodesic' in parsed.experiment)) throw new Error('no experiment');
  return parsed.experiment.geodesic as Exclude<typeof parsed.experiment.geodesic, false>;
}

test('blocks begin at a short circuit along the Gaussian path of a matrix-product state, where they begin where it does', () => {
  const { state } = gaussianCase(target, metric, n);
  expect(state!.string).toBe('X'); // the modes are empty in |+…+⟩, to which the field turns every qubit
  const search = gaussianSearch(settings(), state!, metric, null, { seed: 1 });
  let next = search.next();
  while (!next.done) next = search.next();
  const path = next.value;
  expect(path.infidelity).toBeLessThan(1e-12);
  const circuit = blockCircuitModel(n, metric, { layers: 6 });
  const network: BlockCircuit = { ...circuit, reference: plus };
  const { warmStart } = alongGeodesic({ network, target, metric, seed: 1 }, path) as { warmStart?: Float64Array };
  const { amplitudes } = groundState(hamiltonian);
  expect(blockInfidelity(network, amplitudes, productVector(plus))(warmStart!).value).toBeLessThan(1e-6);
  expect(alongGeodesic({ network: circuit, target, metric, seed: 1 }, path)).not.toHaveProperty('warmStart');
});
