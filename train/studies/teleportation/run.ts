/** @file Teleportation as a loop of geometries (Fig. 3): the states of each stage, their distances, the four outcomes. */

import type { Rotation } from '../../../src/circuit/circuit.ts';
import type { StateGeodesic } from '../../../src/geodesic/state/state-geodesic.ts';
import { type RandomStream, randomStream } from '../../../src/linalg/random.ts';
import type { Findings } from '../../../src/record/study-record.ts';
import { fidelity } from '../../../src/state/fidelity.ts';
import { permutedQubits } from '../../../src/state/permuted-qubits.ts';
import { zeroState } from '../../../src/state/zero-state.ts';
import type { StudyContext, StudyStep } from '../../study.ts';
import { shortestPath, TWO_LOCAL } from '../shortest-path.ts';
import { applied, branches, entangle, scramble } from '../teleportation-protocol.ts';
import { ALICE, BOB, findings, type Stage, TOD } from './findings.ts';
import type { Options } from './options.ts';

/** Carries the study out, part by part. */
export function* run(
  { inputs, slices, starts }: Options,
  { seed, part }: StudyContext,
): Generator<StudyStep, Findings> {
  const stream = randomStream(seed, 'teleportation');
  const preparations = Array.from({ length: inputs }, () => randomPreparation(stream));
  const stages = stagesOf(preparations[0]!);
  const final: Stage = {
    name: 'measured and corrected',
    gates: [],
    state: branches(stages.at(-1)!.state, TOD)[0]!.corrected,
  };
  const paths: StateGeodesic[] = [];
  for (const [k, { name, state }] of [...stages, final].entries()) {
    const work = () => shortestPath(TWO_LOCAL['all-to-all'], state, { slices, starts, seed });
    paths.push(yield* part(`path to: ${name}`, (k + 1) / 6, work));
  }
  const fidelities = preparations.flatMap((preparation) => {
    const start = stagesOf(preparation);
    const expected = permutedQubits(start[1]!.state, [BOB, ALICE, TOD]);
    return branches(start[3]!.state, TOD).map(({ corrected }) => fidelity(corrected, expected));
  });
  return findings([...stages, final], paths, fidelities);
}

/** A rotation of Tod's qubit to a random place. */
function randomPreparation(stream: RandomStream): readonly Rotation[] {
  const polar = Math.acos(1 - 2 * stream.uniform());
  return [
    { word: 'YII', angle: polar },
    { word: 'ZII', angle: 2 * Math.PI * stream.uniform() },
  ];
}

function stagesOf(preparation: readonly Rotation[]): readonly Stage[] {
  const parts: readonly (readonly [string, readonly Rotation[]])[] = [
    ['product |000⟩', []],
    ['Tod prepares his state, U_{T}', preparation],
    ['Alice and Bob entangled, U_{AB}', entangle(3, ALICE)],
    ['Tod and Alice scrambled, U_{AT}', scramble(3, TOD)],
  ];
  return parts.map(([name], k) => {
    const gates = parts.slice(0, k + 1).flatMap(([, part]) => part);
    return { name, gates, state: applied(gates, zeroState(3)) };
  });
}
