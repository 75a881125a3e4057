import { expect, test } from 'vitest';
import { randomStream } from '../../../src/linalg/random.ts';
import {
  dyadic,
  regionsOf,
  rewired,
  ringEntropies,
  strip,
  tableOf,
} from '../../../train/studies/entanglement-features/networks.ts';
import { entanglementFeatures } from '../../../train/studies/entanglement-features/options.ts';
import { ownFits } from '../../../train/studies/entanglement-features/own-state.ts';
import { studyContext } from '../../../train/study.ts';

const context = studyContext(1, () => new Uint8Array());

test('the networks that are compared have as many couplings as it is said', () => {
  expect(dyadic(8).parameters).toEqual(['ring 0', 'rungs 0', 'ring 1', 'rungs 1', 'ring 2', 'rungs 2', 'sites']);
  expect(strip(8).parameters).toEqual(['ring 0', 'rungs 0', 'ring 1', 'rungs 1', 'ring 2', 'sites']);
  expect(strip(8).graph.nodes.length).toBe(24);
  const { graph, parameters } = rewired(8, randomStream(1, 'graph'));
  expect(parameters.length).toBe(7);
  expect(graph.edges.length).toBe(dyadic(8).graph.edges.length);
  expect(graph.nodes.length).toBe(15);
});

test('the ring is pure, and its strong bonds are inside the cells', () => {
  const { entropy } = ringEntropies(16, 0.6, 2);
  expect(entropy([0, 1, 2])).toBeCloseTo(entropy([3, 4, 5, 6, 7]), 10);
  expect(entropy([0])).toBeLessThan(0.1);
  expect(ringEntropies(16, 0, 2).entropy([0])).toBeGreaterThan(0.5);
  expect(regionsOf(8).length).toBe(127);
  expect(regionsOf(16).length).toBe(128);
  expect(tableOf(ringEntropies(16, 0, 2), 8).length).toBe(127);
});

test('a state of the user’s own is fitted on three networks; a wrong number of cells is named', () => {
  const options = (given: object) => entanglementFeatures.options.parse({ starts: 1, ...given });
  const own = ownFits(options({ state: { name: 'ghz', qubits: 4 } }), context)!;
  expect(own.fits.map(({ name }) => name)).toEqual(['rings and rungs', 'flat strip', 'random graph']);
  // ln 2 for every region.
  expect(own.fits[0]!.entropies.every(([entropy]) => Math.abs(entropy - Math.LN2) < 1e-12)).toBe(true);
  const cells = ownFits(options({ state: { name: 'ghz', qubits: 8 }, cell: 2 }), context)!;
  expect(cells.cells).toBe(4);
  expect(() => ownFits(options({ state: { name: 'ghz', qubits: 5 } }), context)).toThrow('4, 8 or 16 cells required');
  expect(ownFits(options({}), context)).toBeNull();
});
