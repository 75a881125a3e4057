// Which network learns W of four qubits? A matrix-product state of bond 2 is exact, and so is a tree; a product is not.
import { balancedLbfgs, infidelity, initialParameters, minimised, randomStream } from 'bulkweave';
import { w } from 'bulkweave/datasets';
import { matrixProductState, treeTensorNetwork } from 'bulkweave/models';

const target = w(4);
const networks = {
  'product (bond 1)': matrixProductState(target.dimensions, { bond: 1 }),
  'matrix-product state (bond 2)': matrixProductState(target.dimensions, { bond: 2 }),
  'tree (bond 2)': treeTensorNetwork(target.dimensions, { bond: 2 }),
};
for (const [name, network] of Object.entries(networks)) {
  const start = initialParameters(network, randomStream(1, name));
  const { value } = minimised(infidelity(network, target), balancedLbfgs(network), start, { maxSteps: 100 });
  console.log(`${name}: ${network.parameters} parameters, infidelity ${value.evaluation.value.toExponential(2)}`);
}
// The nearest product of W_n has fidelity (1 − 1/n)^(n − 1).
console.log('a product has at least', 1 - (3 / 4) ** 3);
