/** @file Does the shortest path to a symmetric state keep its symmetry? Types of blocks, by the second variation. */

import { symmetryBroken } from '../../../src/geodesic/sector/symmetry-broken.ts';
import type { Findings } from '../../../src/record/study-record.ts';
import type { StudyContext, StudyStep } from '../../study.ts';
import { SYMMETRIC_STATES, type SymmetricName, sectorPart } from '../sector-part.ts';
import { findings, type Tree } from './findings.ts';
import type { Options } from './options.ts';

/** Carries the study out, part by part. */
export function* run(
  { ghz, w, settled, mostBlocks, slices, starts }: Options,
  { seed, part }: StudyContext,
): Generator<StudyStep, Findings> {
  const wanted: readonly Pick<Tree, 'name' | 'qubits' | 'everyTwoBlocks'>[] = [
    ...w.map((qubits) => ({ name: 'W' as SymmetricName, qubits, everyTwoBlocks: false })),
    ...ghz.map((qubits) => ({ name: 'GHZ' as SymmetricName, qubits, everyTwoBlocks: false })),
    ...settled.map((qubits) => ({ name: 'GHZ' as SymmetricName, qubits, everyTwoBlocks: true })),
  ];
  const total = wanted.reduce((sum, { qubits }) => sum + qubits ** 3, 0);
  const trees: Tree[] = [];
  let done = 0;
  for (const { name, qubits, everyTwoBlocks } of wanted) {
    done += qubits ** 3;
    const search = () =>
      sectorPart(
        symmetryBroken(SYMMETRIC_STATES[name](qubits), qubits, {
          mostBlocks,
          everyTwoBlocks,
          slices,
          starts,
          seed,
          polished: 1,
        }),
        (starts + 3) * (1 + Math.floor(qubits / 2)),
      );
    const title = `${name}_${qubits}${everyTwoBlocks ? ', every type of two blocks' : ''}`;
    trees.push({ name, qubits, everyTwoBlocks, found: yield* part(title, done / total, search) });
  }
  return findings(trees);
}
