/** @file How few two-qubit gates make a state or a unitary, and how near can one come with fewer? */

import { targetOfSpec } from '../../../datasets/targets.ts';
import { unitaryOfSpec } from '../../../datasets/unitaries.ts';
import { gateCountFront } from '../../../src/complexity/gate-count-front.ts';
import { coupledPairs } from '../../../src/complexity/gate-placements.ts';
import type { GateTarget } from '../../../src/complexity/gate-target.ts';
import { ShapeError } from '../../../src/errors.ts';
import { asPure } from '../../../src/generative/state-rules.ts';
import type { Findings } from '../../../src/record/study-record.ts';
import { metricOfSpec } from '../../metric-spec.ts';
import type { StudyContext, StudyStep } from '../../study.ts';
import { FAMILIES, type Found, findings } from './findings.ts';
import type { Options } from './options.ts';

/** Carries the study out, part by part. */
export function* run(
  { targets, families, metric, ...search }: Options,
  context: StudyContext,
): Generator<StudyStep, Findings> {
  const found: Found[] = [];
  const jobs = targets.flatMap((chosen) => families.map((family) => ({ chosen, family })));
  for (const [k, { chosen, family }] of jobs.entries()) {
    const { name, target } = targetOf(chosen, context);
    const pairs = coupledPairs(metricOfSpec(metric, target.qubits), target.qubits);
    const front = yield* context.part(`${name}, ${FAMILIES[family]}s (${k + 1})`, (k + 1) / jobs.length, () =>
      gateCountFront(target, { family, pairs, seed: context.seed, ...search }),
    );
    found.push({ name, target, front, allPairs: pairs.length === (target.qubits * (target.qubits - 1)) / 2 });
  }
  return findings(found);
}

type ChosenTarget = Options['targets'][number];

function targetOf(
  chosen: ChosenTarget,
  { read }: StudyContext,
): { readonly name: string; readonly target: GateTarget } {
  if ('unitary' in chosen) {
    const { name, qubits, matrix } = unitaryOfSpec(chosen.unitary, { read });
    return { name, target: { kind: 'unitary', qubits, matrix } };
  }
  const state = targetOfSpec(chosen.state, { read });
  const pure = asPure(state);
  if (pure === null || state.dimensions.some((dimension) => dimension !== 2)) {
    throw new ShapeError(`gate-count-front: pure states of qubits required, got ${state.name}`);
  }
  return { name: state.name, target: { kind: 'state', qubits: state.dimensions.length, amplitudes: pure.amplitudes } };
}
