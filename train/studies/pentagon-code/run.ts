/** @file How well does a holographic code protect what is in its bulk, and do its entropies know the geometry? */

import { bulkGraph } from '../../../src/bulk/bulk-graph.ts';
import { DomainError } from '../../../src/errors.ts';
import { randomStream } from '../../../src/linalg/random.ts';
import { networkEnumerator } from '../../../src/network/network-enumerator.ts';
import type { Findings } from '../../../src/record/study-record.ts';
import { codeReport } from '../../../src/stabiliser/code-report.ts';
import { codeOfGroup, codeOfState, type StabiliserCode } from '../../../src/stabiliser/stabiliser-code.ts';
import { stabiliserGroupOfFile } from '../../../src/stabiliser/stabiliser-file.ts';
import { codeOfNetwork, holographicCode } from '../../../src/systems/tiling/holographic-code.ts';
import type { StudyContext, StudyStep } from '../../study.ts';
import { findings, userFindings } from './findings.ts';
import { cutTable, distances, erasures, wedgeTable } from './measured-code.ts';
import type { Options } from './options.ts';

/** Carries the study out, part by part. */
export function* run(options: Options, context: StudyContext): Generator<StudyStep, Findings> {
  const { path, prime, samples } = options;
  const { seed, part, read } = context;
  if (path === undefined) return yield* holographic(options, context);
  const report = yield* part('report', 1, () =>
    codeReport(userCode(read(path), path, prime), randomStream(seed, 'report'), { samples }),
  );
  return userFindings(path, report);
}

function* holographic(
  { p, q, layers, seed: tile, regions, samples }: Options,
  { seed, part }: StudyContext,
): Generator<StudyStep, Findings> {
  const code = { p, q, layers, seed: tile };
  const made = holographicCode(code);
  const { tiling, network } = made;
  if (network.bulk.length === 0) {
    throw new DomainError(`pentagon-code: a seed of ${p} sides and an input required, got '${tile}' without an input`);
  }
  const cuts = yield* part('entropies', 0.08, () => [
    cutTable('perfect hexagons', holographicCode({ p: 6, layers: 2 }).network, regions, seed),
    cutTable('perfect hexagons around a black hole', hexagons('black-hole'), regions, seed),
    cutTable('the code, all inputs |0⟩', holographicCode({ ...code, bulk: 'zero' }).network, regions, seed),
    cutTable('the code, all inputs open', network, regions, seed),
  ]);
  const wedges = yield* part('wedges', 0.1, () => wedgeTable(made, regions, seed));
  const weights = yield* part('distances', 0.18, () => distances(code, seed));
  const losses = yield* part('erasures', 0.95, () => erasures(code, samples, seed));
  const report = yield* part('report', 1, () => {
    const { counts, errors } = networkEnumerator(network);
    const exact = Math.max(...errors) === 0 ? { counts: counts.map(BigInt) } : {};
    return codeReport(codeOfNetwork(network), randomStream(seed, 'report'), {
      graph: bulkGraph(network),
      ...exact,
      samples: 50,
    });
  });
  return findings({ tiling, code, cuts, wedges, weights, losses, report });
}

const hexagons = (bulk: 'black-hole') => holographicCode({ p: 6, layers: 2, bulk }).network;

/** A pure state of sites, or a code with an input for each encoded qudit. */
function userCode(bytes: Uint8Array, path: string, prime: number): StabiliserCode {
  const { group, sites } = stabiliserGroupOfFile(bytes, path, prime);
  const code = codeOfGroup(group);
  if (sites === undefined) return code;
  let next = 0;
  const places = sites.map((count) => Array.from({ length: count }, () => next++));
  return codeOfState(code.encoding, [...places, ...code.inputs], places.length);
}
