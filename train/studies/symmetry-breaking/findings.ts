/** @file The findings of the study in words, tables and pictures. */

import { controlWords } from '../../../src/complexity/controls.ts';
import { embeddedStart } from '../../../src/geodesic/sector/embedded-start.ts';
import type { BrokenSymmetry, SectorType } from '../../../src/geodesic/sector/symmetry-broken.ts';
import { wordGenerators } from '../../../src/geodesic/state/generators.ts';
import { stateFlow } from '../../../src/geodesic/state/state-flow.ts';
import { innerProduct } from '../../../src/linalg/vector.ts';
import {
  atLeast,
  atMost,
  type Check,
  equals,
  type Findings,
  type GraphExhibit,
  type StudySection,
  type Verdict,
} from '../../../src/record/study-record.ts';
import { sectorState } from '../../../src/state/symmetric-vector.ts';
import { SYMMETRIC_STATES, type SymmetricName, typeName } from '../sector-part.ts';

/** What was found for a state. */
export interface Tree {
  readonly name: SymmetricName;
  readonly qubits: number;
  /** Whether types of two blocks were searched in any case. */
  readonly everyTwoBlocks: boolean;
  readonly found: BrokenSymmetry;
}

/** Lengths by the full search on 2ⁿ amplitudes, without symmetry. */
const FULL_SEARCH: Readonly<Record<SymmetricName, Readonly<Record<number, number>>>> = {
  GHZ: { 3: 1.211878, 4: 1.341193, 5: 1.594628, 6: 1.709102, 7: 1.827055 },
  W: { 3: 0.934661, 4: 0.998496, 5: 1.023904, 6: 1.027201 },
};
/** Qubits at most whose geodesics are run on 2ⁿ amplitudes. */
const MOST_EMBEDDED = 8;

const titleOf = ({ name, qubits }: Tree): string => `${name}_{${qubits}}`;
const shortestOf = ({ found }: Tree): SectorType => found.types[found.shortest]!;
const indexOf = ({ certificate }: SectorType): number | null => certificate.index?.index ?? null;

export function findings(trees: readonly Tree[]): Findings {
  const told = trees
    .filter(({ everyTwoBlocks }) => !everyTwoBlocks)
    .map((tree) => {
      const [whole, best] = [tree.found.types[0]!, shortestOf(tree)];
      return best === whole
        ? `${titleOf(tree)} keeps it (${whole.geodesic.length.toFixed(6)})`
        : `${titleOf(tree)} breaks to ${typeName(best.blocks)} (${best.geodesic.length.toFixed(6)} instead of ${whole.geodesic.length.toFixed(6)})`;
    });
  return {
    title: 'Symmetry breaking',
    question:
      'GHZ and W are symmetric under all permutations of the qubits, and so is the metric. Is the shortest path to them? (III.E, Fig. 2)',
    answer:
      `Not always: ${told.join('; ')}. The second variation tells: a geodesic of the symmetric sector is one of the ` +
      'full problem, but where it is a saddle among all paths a shorter one is in a sector of blocks.',
    sections: [...trees.map(treeSection), spectrumSection(trees)],
    checks: trees.flatMap(checksOf),
    verdicts: verdictsOf(trees),
  };
}

function treeSection(tree: Tree): StudySection {
  const { types } = tree.found;
  const rows = types.map((type) => [
    typeName(type.blocks),
    type.parent === null ? '–' : typeName(types[type.parent]!.blocks),
    type.reason,
    type.geodesic.length,
    type.certificate.uncertainty,
    type.geodesic.residual,
    indexOf(type),
    type.certificate.index?.nullity ?? null,
    `${type.reached} of ${type.starts}`,
    type.certificate.status,
  ]);
  const heading = `${titleOf(tree)}${tree.everyTwoBlocks ? ': every type of two blocks' : ''}`;
  return {
    heading,
    text:
      `${tree.found.words}. Words of one and two qubits weigh 1. Index and nullity are those among all paths of 2ⁿ ` +
      'amplitudes; starts: how many ended on the path.',
    exhibits: [
      {
        kind: 'table',
        caption: `Types of blocks for ${titleOf(tree)}. A length is that of a path of the full problem, ± what its residual leaves open.`,
        columns: ['blocks', 'breaks', 'reason', 'length', '±', 'residual', 'index', 'nullity', 'starts', 'status'],
        rows,
      },
      ...(types.length > 1 ? [treeGraph(tree)] : []),
    ],
  };
}

/** Differences of lengths below this are rounding. */
const ROUNDING = 1e-9;

/** The tree, the symmetric sector above. */
function treeGraph(tree: Tree): GraphExhibit {
  const { types } = tree.found;
  const depths = types.map(function depth({ parent }): number {
    return parent === null ? 0 : 1 + depth(types[parent]!);
  });
  const deepest = Math.max(...depths);
  const nodes = types.map((type, k) => {
    const row = depths.flatMap((depth, j) => (depth === depths[k] ? [j] : []));
    const index = indexOf(type);
    const name = `${typeName(type.blocks)}: ${type.geodesic.length.toFixed(4)}${index === null ? '' : `, index ${index}`}`;
    return { name, at: [(row.indexOf(k) + 0.5) / row.length, 1 - depths[k]! / deepest] as const };
  });
  const edges = types.flatMap(({ parent, geodesic }, k) => {
    if (parent === null) return [];
    const shorter = types[parent]!.geodesic.length - geodesic.length;
    return [{ from: parent, to: k, weight: shorter > ROUNDING ? shorter : 0 }];
  });
  return { kind: 'graph', caption: `Tree of types for ${titleOf(tree)}.`, quantity: 'how much shorter', nodes, edges };
}

/** The lowest eigenvalue of the second variation in each kind of representation. */
function spectrumSection(trees: readonly Tree[]): StudySection {
  const rows = trees.flatMap((tree) =>
    tree.found.types.flatMap(({ blocks, certificate }) =>
      (certificate.index?.parts ?? []).map((part) => [
        titleOf(tree),
        typeName(blocks),
        typeName(part.blocks),
        part.level.join(', '),
        part.dimension,
        part.lowest,
        part.negative,
        part.zero,
      ]),
    ),
  );
  return {
    heading: 'Second variation',
    text:
      'Eigenvalues are in units in which a change of the pulses costs 1 alone, extrapolated in the number of nodes. A ' +
      'representation with κ_i qubits of block i set apart counts as often as its dimension; the index of a geodesic is ' +
      'the sum of dimension times negative directions.',
    exhibits: [
      {
        kind: 'table',
        caption: 'Representations of the permutations. Lowest eigenvalue in the sector that contains each.',
        columns: ['state', 'blocks', 'sector', 'κ', 'dimension', 'lowest eigenvalue', 'negative', 'zero'],
        rows,
      },
    ],
  };
}

function checksOf(tree: Tree): readonly Check[] {
  const { name, qubits, found } = tree;
  const title = titleOf(tree);
  const best = shortestOf(tree);
  const known = FULL_SEARCH[name][qubits];
  const polished = found.types.filter(({ geodesic }) => geodesic.polished);
  return [
    ...(known === undefined
      ? []
      : [
          atMost(
            `${title}: length, not above the full search`,
            'independent computation',
            best.geodesic.length,
            known,
            1e-6,
          ),
        ]),
    ...(polished.includes(best) && qubits <= MOST_EMBEDDED
      ? [
          atMost(
            `${title} in ${typeName(best.blocks)}: infidelity of the geodesic run on 2ⁿ amplitudes`,
            'independent computation',
            missedByWords(tree, best),
            0,
            1e-9,
          ),
        ]
      : []),
    ...polished
      .filter(({ certificate, parent }) => parent === null && (certificate.index?.index ?? 0) > 0)
      .map(() =>
        atMost(
          `${title}: a saddle of S_{${qubits}} has a shorter path of fewer symmetries`,
          'theorem',
          best.geodesic.length,
          found.types[0]!.geodesic.length,
          -1e-6,
        ),
      ),
    ...(name === 'GHZ' && qubits === 6
      ? [
          equals(
            `${title}: index of the geodesic of S_{6}`,
            'independent computation',
            indexOf(found.types[0]!) ?? -1,
            5,
            0,
          ),
        ]
      : []),
    ...(tree.everyTwoBlocks && indexOf(found.types[0]!) === 0 && qubits <= 5
      ? found.types
          .slice(1)
          .map(({ blocks, geodesic }) =>
            atLeast(
              `${title} in ${typeName(blocks)}: not shorter than the minimum in S_{${qubits}}`,
              'independent computation',
              geodesic.length,
              found.types[0]!.geodesic.length,
              1e-6,
            ),
          )
      : []),
  ];
}

/** The infidelity with which a geodesic ends at its target, run by words on 2ⁿ amplitudes. */
function missedByWords({ name, qubits }: Tree, { blocks, geodesic }: SectorType): number {
  const metric = wordGenerators(controlWords({ maxSize: 2, penalty: Infinity }, qubits));
  const { points } = stateFlow(metric, embeddedStart({ blocks }, geodesic.start), 256);
  const target = sectorState({ blocks: new Array<number>(qubits).fill(1) }, SYMMETRIC_STATES[name](qubits));
  const [re, im] = innerProduct(target, { length: 2 ** qubits, interleaved: points.at(-1)!.state });
  return Math.max(0, 1 - re * re - im * im);
}

function verdictsOf(trees: readonly Tree[]): readonly Verdict[] {
  const broken = trees.filter(({ found }) => found.types[found.shortest]!.blocks.length > 1);
  const hubs = (name: SymmetricName): readonly Tree[] =>
    broken.filter((tree) => tree.name === name && shortestOf(tree).blocks.includes(1));
  const named = (some: readonly Tree[]): string =>
    some.map((tree) => `${titleOf(tree)} in ${typeName(shortestOf(tree).blocks)}`).join(', ') || 'none';
  const ghz = trees.filter(({ name }) => name === 'GHZ');
  return [
    {
      statement: 'the shortest path to GHZ goes through one hub, that to W links all qubits alike',
      source: 'III.E, Fig. 2',
      verdict: ghz.length > 0 && hubs('GHZ').length === ghz.length && hubs('W').length === 0 ? 'holds' : 'fails',
      because: `one qubit is set apart in: ${named([...hubs('GHZ'), ...hubs('W')])}; other broken paths: ${named(broken.filter((tree) => !hubs(tree.name).includes(tree)))}`,
    },
    {
      statement: 'the geometry of a symmetric state is symmetric',
      source: 'III.E',
      verdict: broken.length === 0 ? 'holds' : 'holds in part',
      because:
        'distances from mutual information are those of the state and symmetric; the shortest path is one of a family ' +
        `that the permutations map into each other: ${named(broken)}`,
    },
  ];
}
