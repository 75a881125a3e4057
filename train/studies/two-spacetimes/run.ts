/** @file Is the geometry of an evolving state the computational universe of its evolution? */

import type { OpenTable } from '../../../src/geometry/table-comparison.ts';
import type { Findings } from '../../../src/record/study-record.ts';
import type { PartStep, StudyContext, StudyStep } from '../../study.ts';
import { type BrickworkCase, type BrickworkResult, brickworkResult, contactOf } from './brickwork.ts';
import { cliffordResults, learnedFrames } from './circuits.ts';
import { findings } from './findings.ts';
import type { Options } from './options.ts';

const CASES: readonly BrickworkCase[] = [
  { name: 'π/2, dual-unitary', theta: Math.PI / 2, closed: 1 },
  ...[0.9, 0.6, 0.3, 0.1].map((theta) => ({ name: String(theta), theta, closed: Math.sin(theta) })),
  { name: '0.25, phases at random', theta: 0.25, disordered: true, closed: 0 },
];

/** Mutual information that counts as arrival, in nats. */
const THRESHOLDS = [1e-3, 1e-2];

/** Carries the study out, part by part. */
export function* run(options: Options, { seed, part }: StudyContext): Generator<StudyStep, Findings> {
  const sites = options.sites - (options.sites % 2);
  const contact = yield* part('light cones', 0.1, () => contactOf(sites, options.layers));
  const fermions = yield* part('brickwork of fermions', 0.6, () => brickworks(contact, options.layers, seed));
  const clifford = yield* part('Clifford circuits', 0.9, () => cliffordResults(options.qubits, 40, seed));
  const learned = yield* part('learned circuits', 1, () => learnedFrames(options.learned, seed));
  return findings({ options, contact, fermions, clifford, learned });
}

function* brickworks(contact: OpenTable, layers: number, seed: number): Generator<PartStep, BrickworkResult[]> {
  const results: BrickworkResult[] = [];
  for (const own of CASES) {
    yield { message: `θ = ${own.name}`, progress: results.length / CASES.length };
    results.push(brickworkResult(own, contact, { layers, thresholds: THRESHOLDS, seed }));
  }
  return results;
}
