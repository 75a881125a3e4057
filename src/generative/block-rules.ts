/** @file The rules of circuits of blocks. */

import { chainObstacle, chainOfBlocks } from '../chain/block-chain.ts';
import { entropiesOfChain } from '../chain/chain-regions.ts';
import { type BlockCircuit, rotationCircuit } from '../circuit/block-circuit.ts';
import { blockInfidelity, blockTangents, pullbackBlockCircuit, runBlockCircuit } from '../circuit/run-block-circuit.ts';
import { sizeOf } from '../linalg/complex.ts';
import { networkOfBlocks } from '../network/from-block-circuit.ts';
import { entropiesOfState } from '../state/region-entropies.ts';
import { circuitRules } from './circuit-rules.ts';
import type { Rules } from './rules.ts';

const siteDimensions = ({ qubits }: BlockCircuit): readonly number[] => new Array<number>(qubits).fill(2);

const environmentDimension = ({ reference = [] }: BlockCircuit): number =>
  'spectrum' in reference ? reference.spectrum.length : 1;

/** They run block by block on amplitudes; where these are too many, entropies are those of a chain, or of their rotations. */
export const blockRules: Rules<BlockCircuit> = {
  siteDimensions,
  environmentDimension,
  stateVector: (circuit, theta) => runBlockCircuit(circuit, theta),
  differentiableState: (circuit, theta) => {
    const state = runBlockCircuit(circuit, theta);
    return { state, pullback: (cotangent) => pullbackBlockCircuit(circuit, theta, state, cotangent) };
  },
  stateTangents: (circuit, theta) => blockTangents(circuit, theta),
  entropies: (circuit, theta, largest) => {
    const sites = siteDimensions(circuit);
    const environment = environmentDimension(circuit);
    if (sizeOf(sites) * environment > largest) {
      if (chainObstacle(circuit) === null) return entropiesOfChain(chainOfBlocks(circuit, theta).chain);
      return circuitRules.entropies(rotationCircuit(circuit, theta), new Float64Array(0), largest);
    }
    return entropiesOfState(runBlockCircuit(circuit, theta), [...sites, environment], { boundary: sites.length });
  },
  tensorNetwork: networkOfBlocks,
  gates: null,
  tensors: null,
  infidelityFromPure: (circuit, target) => blockInfidelity(circuit, target),
  infidelityFromNetwork: null,
};
