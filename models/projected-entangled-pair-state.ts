import { z } from 'zod';
import type { Leg } from '../src/contraction/contraction-graph.ts';
import { type NodeShape, networkOfShapes } from '../src/network/network-of-shapes.ts';
import type { TensorNetwork } from '../src/network/tensor-network.ts';

/** Options of `projectedEntangledPairState`. */
export const projectedEntangledPairStateOptions = z.strictObject({
  rows: z.number().int().min(1).max(8).describe('rows of the rectangle'),
  columns: z.number().int().min(1).max(8).describe('columns of the rectangle; site = row·columns + column'),
  bond: z.number().int().min(1).default(2).describe('bond dimension of every edge'),
  dimension: z.number().int().min(2).default(2).describe('dimension of every site'),
});

export type ProjectedEntangledPairStateOptions = z.input<typeof projectedEntangledPairStateOptions>;

/**
 * Projected entangled-pair state on a rectangle, site = row·columns + column.
 *
 *     T──T──T       every T has a site leg (not drawn) and a bond to each neighbour;
 *     │  │  │       legs: up, left, site, right, down
 *     T──T──T
 *
 * Amplitudes exist for some 16 sites; norms are contracted exactly, at a cost that grows as bond^min(rows, columns), or with
 * boundaries of bounded bonds (`boundaryLogNorm`).
 *
 * @see Verstraete & Cirac, arXiv:cond-mat/0407066 (2004)
 */
export function projectedEntangledPairState(options: ProjectedEntangledPairStateOptions): TensorNetwork {
  const { rows, columns, bond, dimension } = projectedEntangledPairStateOptions.parse(options);
  const site = (r: number, c: number): number => r * columns + c;
  const horizontal = (r: number, c: number): [Leg, number][] =>
    // between columns c − 1 and c
    c > 0 && c < columns ? [[`h${r}.${c}`, bond]] : [];
  const vertical = (r: number, c: number): [Leg, number][] =>
    // between rows r − 1 and r
    r > 0 && r < rows ? [[`v${r}.${c}`, bond]] : [];
  const nodes: NodeShape[] = [];
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++) {
      nodes.push({
        id: `T${r}.${c}`,
        outputs: [...vertical(r, c), ...horizontal(r, c), [`s${site(r, c)}`, dimension]],
        inputs: [...horizontal(r, c + 1), ...vertical(r + 1, c)],
      });
    }
  }
  const boundary = Array.from({ length: rows * columns }, (_, k) => `s${k}`);
  return networkOfShapes(nodes, boundary, 'free');
}
