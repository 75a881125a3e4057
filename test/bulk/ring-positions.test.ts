import { describe, expect, test } from 'vitest';
import {
  isometricMera,
  matrixProductState,
  projectedEntangledPairState,
  treeTensorNetwork,
} from '../../models/index.ts';
import { bulkGraph } from '../../src/bulk/bulk-graph.ts';
import { ringPositions } from '../../src/bulk/ring-positions.ts';

const qubits = (n: number): readonly number[] => new Array<number>(n).fill(2);

describe('a boundary is a ring where the bonds go round it', () => {
  test.each([3, 5, 8, 17])('as in a periodic chain of %i, each tensor at its site', (n) => {
    const positions = ringPositions(bulkGraph(matrixProductState(qubits(n), { boundary: 'periodic' })))!;
    positions.forEach((position, site) => {
      expect(position).toBeCloseTo(site, 9);
    });
  });

  test('and not in chains, trees and rectangles', () => {
    for (const n of [2, 5, 7, 8, 13]) {
      expect(ringPositions(bulkGraph(matrixProductState(qubits(n))))).toBeNull();
      expect(ringPositions(bulkGraph(treeTensorNetwork(qubits(n))))).toBeNull();
    }
    for (const [rows, columns] of [
      [2, 2],
      [2, 3],
      [3, 3],
      [4, 3],
    ] as const) {
      expect(ringPositions(bulkGraph(projectedEntangledPairState({ rows, columns })))).toBeNull();
    }
  });
});

describe('a MERA on a ring', () => {
  const { nodes } = bulkGraph(isometricMera(8));
  const site = (id: string): number => nodes.find((node) => node.id === id)!.site;

  test('has each disentangler between its two sites, the last one across the ends', () => {
    expect([0, 1, 2, 3].map((k) => site(`u0.${k}`))).toEqual(
      [1.5, 3.5, 5.5, -0.5].map((place) => expect.closeTo(place, 9)),
    );
  });

  test('has its 13 tensors at 13 places', () => {
    const places = new Set(nodes.map((node) => `${node.site.toFixed(6)} ${node.depth}`));
    expect(places.size).toBe(13);
  });
});
