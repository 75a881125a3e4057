/** @file Is the geometry of an evolving state the computational universe of its evolution? */

import { DomainError } from '../../../src/errors.ts';
import type { OpenTable } from '../../../src/geometry/table-comparison.ts';
import type { Findings } from '../../../src/record/study-record.ts';
import type { PartStep, StudyContext, StudyStep } from '../../study.ts';
import { type BrickworkCase, type BrickworkResult, brickworkResult, contactOf } from './brickwork.ts';
import { cliffordResults } from './circuits.ts';
import { findings } from './findings.ts';
import { isingQuench, learnedFrames } from './learned.ts';
import type { Options } from './options.ts';
import { ownResults } from './own.ts';
import type { Measured } from './sections.ts';

const CASES: readonly BrickworkCase[] = [
  { name: 'π/2, dual-unitary', theta: Math.PI / 2, closed: 1 },
  ...[0.9, 0.6, 0.3, 0.1].map((theta) => ({ name: String(theta), theta, closed: Math.sin(theta) })),
  { name: '0.25, phases at random', theta: 0.25, disordered: true, closed: 0 },
];

/** Mutual information that counts as arrival, in nats. */
const THRESHOLDS = [1e-3, 1e-2];

/** Carries the study out, part by part. */
export function* run(options: Options, context: StudyContext): Generator<StudyStep, Findings> {
  const { circuits, curve, builtIn } = options;
  const hasOwn = circuits.length > 0 || curve !== undefined;
  if (!(hasOwn || builtIn)) {
    throw new DomainError('two-spacetimes: circuits or a curve required without those that are built in');
  }
  const share = !hasOwn ? 0 : builtIn ? 0.4 : 1;
  const own = yield* ownResults(options, share, context);
  return findings(own, builtIn ? yield* measured(options, share, context) : null);
}

function* measured(options: Options, from: number, { seed, part }: StudyContext): Generator<StudyStep, Measured> {
  const until = (share: number): number => from + share * (1 - from);
  const sites = options.sites - (options.sites % 2);
  const contact = yield* part('light cones', until(0.1), () => contactOf(sites, options.layers));
  const fermions = yield* part('brickwork of fermions', until(0.6), () => brickworks(contact, options.layers, seed));
  const clifford = yield* part('Clifford circuits', until(0.9), () => cliffordResults(options.qubits, 40, seed));
  const learned = yield* part('learned circuits', 1, () => learnedFrames(isingQuench(options.learned), seed));
  return { options, contact, fermions, clifford, learned };
}

function* brickworks(contact: OpenTable, layers: number, seed: number): Generator<PartStep, BrickworkResult[]> {
  const results: BrickworkResult[] = [];
  for (const own of CASES) {
    yield { message: `θ = ${own.name}`, progress: results.length / CASES.length };
    results.push(brickworkResult(own, contact, { layers, thresholds: THRESHOLDS, seed }));
  }
  return results;
}
