/** @file The binary tree below trees and MERAs: which qubits branch at which scale. */

/** One scale of the tree, coarse to fine. */
export interface TreeLayer {
  /** Pairs (old, new): the isometry on the pair puts the new qubit beside the old one. */
  readonly branchings: readonly (readonly [number, number])[];
  /** The qubits that exist after this scale, ascending. */
  readonly active: readonly number[];
}

/** Halves the intervals of a register of n qubits until every interval is one qubit: ⌈log₂ n⌉ layers. */
export function treeLayers(qubits: number): readonly TreeLayer[] {
  const layers: TreeLayer[] = [];
  let intervals: (readonly [start: number, end: number])[] = [[0, qubits]];
  while (intervals.some(([start, end]) => end - start > 1)) {
    const halves = intervals.map(([start, end]) => ({ start, end, middle: Math.ceil((start + end) / 2) }));
    const branchings = halves.flatMap(({ start, end, middle }) => (middle < end ? [[start, middle] as const] : []));
    intervals = halves.flatMap(({ start, end, middle }) =>
      middle < end ? [[start, middle] as const, [middle, end] as const] : [[start, end] as const],
    );
    layers.push({ branchings, active: intervals.map(([start]) => start) });
  }
  return layers;
}
