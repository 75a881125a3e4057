/** @file The models of the study and their training. */

import { locallyPurifiedMps } from '../../../models/locally-purified-mps.ts';
import { matrixProductState } from '../../../models/matrix-product-state.ts';
import { treeTensorNetwork } from '../../../models/tree-tensor-network.ts';
import { bornMachine } from '../../../src/likelihood/born-machine.ts';
import { validatedTraining } from '../../../src/likelihood/fit.ts';
import { reorderedDivision } from '../../../src/likelihood/site-order.ts';
import { randomStream } from '../../../src/linalg/random.ts';
import type { TensorNetwork } from '../../../src/network/tensor-network.ts';
import type { PartStep } from '../../study.ts';
import type { StudyData } from './data.ts';
import type { Options } from './options.ts';

/** A trained model. */
export interface TrainedModel {
  readonly name: string;
  readonly bond: number;
  /** Real parameters. */
  readonly parameters: number;
  readonly network: TensorNetwork;
  readonly real: boolean;
  readonly theta: Float64Array;
  /** Nats of a row, training and held out. */
  readonly training: number;
  readonly heldOut: number;
  readonly step: number;
  /** The variable at each site. */
  readonly order: readonly number[];
}

/** A model that is to be trained. */
export interface PlannedModel {
  readonly name: string;
  readonly bond: number;
  readonly network: TensorNetwork;
  readonly real: boolean;
  readonly order: readonly number[];
}

/** Chains of all bonds, the tree and the purified chain. */
export function plannedModels({ divided, order }: StudyData, options: Options): readonly PlannedModel[] {
  const { dimensions } = divided.training;
  const given = dimensions.map((_, k) => k);
  const ofLeaves = order.map((k) => dimensions[k]!);
  const chains = options.bonds.map((bond) => ({
    ...{ name: `chain, bond ${bond}`, bond, real: false, order: given },
    network: matrixProductState(dimensions, { bond }),
  }));
  const tree = {
    ...{ name: `binary tree, bond ${options.tree}`, bond: options.tree, real: false, order },
    network: treeTensorNetwork(ofLeaves, { bond: options.tree }),
  };
  const purified = {
    ...{ name: `purified chain, bond ${options.purified}`, bond: options.purified, real: true, order: given },
    network: locallyPurifiedMps(dimensions, { bond: options.purified }),
  };
  return [...chains, tree, purified];
}

/** Trains a model. */
export function* trainedModel(
  { name, bond, network, real, order }: PlannedModel,
  { divided }: StudyData,
  { steps }: Options,
  seed: number,
): Generator<PartStep, TrainedModel> {
  const model = bornMachine(network, { real });
  const start = model.start(randomStream(seed, name));
  const looks = validatedTraining(model, reorderedDivision(divided, order), start, { steps });
  let [before, isAnew] = [0, false];
  for (;;) {
    const next = looks.next();
    if (!next.done) {
      const { step, heldOut } = next.value;
      isAnew ||= step < before; // trained anew on all rows
      before = step;
      const progress = Math.min(1, (step / steps + Number(isAnew)) / 2);
      yield { message: `${heldOut.toFixed(2)} nats held out after ${step} steps`, progress };
      continue;
    }
    const { theta, training, heldOut, step } = next.value.value;
    const parameters = network.parameters / (real ? 2 : 1);
    return { name, bond, parameters, network, real, theta, training, heldOut, step, order };
  }
}
