/** @file Is a network that has learned a state an error-correcting code, and a better one than its graph alone makes it? */

import { recoverability } from '../../../src/bulk/recoverability.ts';
import { asCircuit } from '../../../src/generative/generative-network.ts';
import { type RandomStream, randomStream } from '../../../src/linalg/random.ts';
import { support } from '../../../src/operator/pauli.ts';
import type { Findings } from '../../../src/record/study-record.ts';
import { networkRecoverability } from '../../../src/systems/holography/network-recoverability.ts';
import type { PartStep, StudyContext, StudyStep } from '../../study.ts';
import { type CodeNetwork, codeNetworks, haarPoint, stabiliserPoint } from './code-networks.ts';
import type { RandomCode } from './comparisons.ts';
import { explainingGraphs } from './explaining-graphs.ts';
import { findings } from './findings.ts';
import { erasures, graphLeaksOf, leaksOf } from './leakage.ts';
import { meraScales } from './mera-scales.ts';
import type { Options } from './options.ts';
import { pentagonLeaks } from './pentagon-leakage.ts';
import { penalisedCodes, targetsOf, trainedCodes } from './trained-codes.ts';
import { typicalLeak } from './typical-leakage.ts';

/** Carries the study out, part by part. */
export function* run(
  { qubits, bond, depth, erased, steps, starts, samples, weights, mera, meraSteps }: Options,
  { seed, part }: StudyContext,
): Generator<StudyStep, Findings> {
  const codes = codeNetworks(qubits, bond, depth);
  const targets = targetsOf(qubits, seed);
  const lost = erasures(qubits, erased);
  const search = { steps, starts, seed, lost };
  const random = yield* part('random networks', 0.15, () => randomCodes(codes, lost, samples, seed));
  const trained = yield* part('training', 0.65, () => trainedCodes(codes, targets, search));
  const penalised = yield* part('penalty', 0.75, () =>
    penalisedCodes(codes[0]!, targets.slice(0, 2), trained, weights, search),
  );
  const pentagon = yield* part('pentagon code', 0.8, pentagonLeaks);
  const scales = yield* part('MERA by scale', 0.92, () => meraScales(mera, meraSteps, seed));
  const explained = yield* part('explaining graphs', 0.99, () => explainingGraphs(codes, trained, targets[0]!, seed));
  const difference = yield* part('a second way', 1, () => greatestDifference(codes[0]!, seed));
  return findings({ qubits, bond, random, trained, penalised, pentagon, scales, explained, difference });
}

/** Haar and stabiliser networks on each graph, and what the graph alone says. */
function* randomCodes(
  codes: readonly CodeNetwork[],
  lost: readonly (readonly number[])[],
  samples: number,
  seed: number,
): Generator<PartStep, readonly RandomCode[]> {
  const found: RandomCode[] = [];
  for (const code of codes) {
    yield { message: code.name, progress: found.length / codes.length };
    const drawn = (name: string, point: (code: CodeNetwork, stream: RandomStream) => Float64Array) =>
      Array.from({ length: samples }, (_, k) => point(code, randomStream(seed, `${name} ${code.name} ${k}`)));
    const haar = drawn('Haar', haarPoint);
    found.push({
      network: code.name,
      haar: haar.map((theta) => leaksOf(code, theta, lost)),
      stabiliser: drawn('stabiliser', stabiliserPoint).map((theta) => leaksOf(code, theta, lost)),
      typical: haar.map((theta) => typicalLeak(code, theta, lost)),
      graph: graphLeaksOf(code, lost),
    });
  }
  return found;
}

/** The circuit's recoverability gate by gate, through its state and through its network: greatest difference in nats. */
function greatestDifference({ network, tensors }: CodeNetwork, seed: number): number {
  const circuit = asCircuit(network)!;
  const stream = randomStream(seed, 'compared');
  const theta = Float64Array.from({ length: circuit.parameters }, () => stream.normal());
  const places = Array.from({ length: 12 }, () => ({
    wire: stream.integer(circuit.qubits),
    before: stream.integer(circuit.gates.length + 1),
    region: [...Array(circuit.qubits).keys()].filter(() => stream.uniform() < 0.6),
  }));
  const differences = places.map(({ wire, before, region }) => {
    const time = circuit.gates.slice(0, before).filter(({ word }) => support(word).includes(wire)).length;
    const a = recoverability(circuit, theta, { wires: [wire], before }, region).leaked;
    const b = networkRecoverability(tensors, theta, [`${wire} ${time}`], region).leaked;
    return Math.abs(a - b);
  });
  return Math.max(...differences);
}
