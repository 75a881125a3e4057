/** @file The rules of circuits. */

import type { Circuit } from '../circuit/circuit.ts';
import { contractedOverlap, contractedState } from '../circuit/circuit-contraction.ts';
import { gaussianOfCircuit } from '../circuit/free-fermion-circuit.ts';
import { stringOf } from '../circuit/free-fermion-program.ts';
import { circuitOverlap, circuitTangents, pullbackCircuit, runCircuit } from '../circuit/run-circuit.ts';
import { entropiesOfQubits } from '../gaussian/qubit-entropies.ts';
import { sizeOf } from '../linalg/complex.ts';
import { networkOf } from '../network/from-circuit.ts';
import { entropiesOfState } from '../state/region-entropies.ts';
import { networkRules } from './network-rules.ts';
import type { Rules } from './rules.ts';

const siteDimensions = ({ qubits }: Circuit): readonly number[] => new Array<number>(qubits).fill(2);

const environmentDimension = ({ reference = [] }: Circuit): number =>
  'spectrum' in reference ? reference.spectrum.length : 1;

/** Shallow circuits are contracted, deep ones run gate by gate; which is cheaper depends on the circuit alone. */
export const circuitRules: Rules<Circuit> = {
  siteDimensions,
  environmentDimension,
  stateVector: (circuit, theta) => runCircuit(circuit, theta),
  differentiableState: (circuit, theta) => {
    const contracted = contractedState(circuit, theta);
    if (contracted !== undefined) return contracted;
    const state = runCircuit(circuit, theta);
    return { state, pullback: (cotangent) => pullbackCircuit(circuit, theta, state, cotangent) };
  },
  stateTangents: (circuit, theta) => circuitTangents(circuit, theta),
  entropies: (circuit, theta, largest) => {
    const sites = siteDimensions(circuit);
    const environment = environmentDimension(circuit);
    if (sizeOf(sites) * environment > largest) {
      const string = stringOf(circuit);
      if (string !== null) return entropiesOfQubits(gaussianOfCircuit(circuit, theta, { string }));
      return networkRules.entropies(networkOf(circuit), theta, largest);
    }
    return entropiesOfState(runCircuit(circuit, theta), [...sites, environment], { boundary: sites.length });
  },
  tensorNetwork: networkOf,
  gates: (circuit) => circuit,
  tensors: null,
  infidelityFromPure: (circuit, target, order) => (theta) => {
    const overlap = contractedOverlap(circuit, theta, target, order) ?? circuitOverlap(circuit, theta, target);
    const { distanceSquared: value, gradient } = overlap;
    return { value, gradient: gradient.map((x) => -x) };
  },
  infidelityFromNetwork: null,
};
