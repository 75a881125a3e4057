/** @file The data of the study, and what models without a network make of them. */

import { opticalDigits } from '../../../datasets/optical-digits.ts';
import { binarised } from '../../../datasets/pictures.ts';
import { rowsOfFile } from '../../../datasets/row-file.ts';
import {
  type DiscreteRows,
  type DividedRows,
  dividedRows,
  selectedRows,
} from '../../../src/likelihood/discrete-rows.ts';
import { chowLiuTree, mutualInformation, type TreeEdge } from '../../../src/likelihood/mutual-information.ts';
import { quadOrder, siteOrder } from '../../../src/likelihood/site-order.ts';
import type { Options } from './options.ts';

/** Rows to learn from and rows held out, with the structure found in the former. */
export interface StudyData {
  readonly name: string;
  readonly divided: DividedRows;
  readonly picture: { readonly rows: number; readonly columns: number } | undefined;
  /** Mutual information of all pairs in nats, n × n. */
  readonly information: Float64Array;
  readonly edges: readonly TreeEdge[];
  /** Leaves of the binary tree: by quadrants of a square picture, else by mutual information. */
  readonly order: readonly number[];
  /** Nats of a row, training and held out, if its variables were independent, and on the Chow–Liu tree. */
  readonly independent: readonly [number, number];
  readonly chowLiu: readonly [number, number];
}

/** Reads the data and looks at their structure. */
export function studyData({ file, most }: Options, read: (path: string) => Uint8Array): StudyData {
  const { rows, picture } =
    file === undefined
      ? { rows: binarised(opticalDigits()), picture: { rows: 8, columns: 8 } }
      : rowsOfFile(read(file), file);
  const used = selectedRows(
    rows,
    Array.from({ length: Math.min(most, rows.count) }, (_, k) => k),
  );
  const divided = dividedRows(used);
  const information = mutualInformation(divided.training);
  const edges = chowLiuTree(information);
  const isQuad = picture !== undefined && picture.rows === picture.columns && Number.isInteger(Math.log2(picture.rows));
  const both = (edgesUsed: readonly TreeEdge[]): readonly [number, number] => {
    const nats = treeNats(divided.training, edgesUsed);
    return [nats(divided.training), nats(divided.heldOut)];
  };
  return {
    name: file ?? 'the optical digits',
    divided,
    picture,
    information: information.data,
    edges,
    order: isQuad ? quadOrder(picture.rows) : siteOrder(information),
    independent: both([]),
    chowLiu: both(edges),
  };
}

/**
 * Mean −log p of rows for the distribution on a forest with the frequencies of the training rows, one pseudo-count in every
 * cell: p(v) = Π p(v_k | v_parent).
 */
function treeNats(training: DiscreteRows, edges: readonly TreeEdge[]): (rows: DiscreteRows) => number {
  const n = training.dimensions.length;
  const parent = new Int32Array(n).fill(-1);
  for (const { ends } of edges) parent[ends[1]] = ends[0]; // Prim's algorithm adds the new end second
  const tables = training.dimensions.map((d, k) => {
    const columns = parent[k]! < 0 ? 1 : training.dimensions[parent[k]!]!;
    const counts = new Float64Array(columns * d).fill(1);
    for (let row = 0; row < training.count; row++) {
      const above = parent[k]! < 0 ? 0 : training.digits[row * n + parent[k]!]!;
      counts[above * d + training.digits[row * n + k]!]!++;
    }
    for (let c = 0; c < columns; c++) {
      const total = counts.subarray(c * d, (c + 1) * d).reduce((sum, x) => sum + x, 0);
      for (let v = 0; v < d; v++) counts[c * d + v] = Math.log(counts[c * d + v]! / total);
    }
    return counts;
  });
  return ({ count, digits }) => {
    let nats = 0;
    for (let row = 0; row < count; row++) {
      for (let k = 0; k < n; k++) {
        const above = parent[k]! < 0 ? 0 : digits[row * n + parent[k]!]!;
        nats -= tables[k]![above * training.dimensions[k]! + digits[row * n + k]!]!;
      }
    }
    return nats / count;
  };
}
