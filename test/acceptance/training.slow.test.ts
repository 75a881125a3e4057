/** @file The numbers of training that the project promises, at full size. Prints a table. */

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { aklt } from '../../datasets/aklt.ts';
import { chainGroundState } from '../../datasets/chain-ground-state.ts';
import { readPng } from '../../datasets/formats/png.ts';
import { ghz } from '../../datasets/ghz.ts';
import { graph } from '../../datasets/graph.ts';
import { groundState } from '../../datasets/ground-state.ts';
import { picture } from '../../datasets/picture.ts';
import { w } from '../../datasets/w.ts';
import { brickwall } from '../../models/brickwall.ts';
import { isometricMera } from '../../models/isometric-mera.ts';
import { matrixProductState } from '../../models/matrix-product-state.ts';
import { mera } from '../../models/mera.ts';
import { staircase } from '../../models/staircase.ts';
import { tree } from '../../models/tree.ts';
import { treeTensorNetwork } from '../../models/tree-tensor-network.ts';
import type { GenerativeNetwork } from '../../src/generative/generative-network.ts';
import type { TargetState } from '../../src/generative/target-state.ts';
import { manifoldOf } from '../../src/network/network-manifold.ts';
import { transverseFieldIsing } from '../../src/operator/hamiltonian.ts';
import { chain } from '../../src/operator/lattice.ts';
import { isometryDefect } from '../../src/optimise/stiefel.ts';
import { show, trained } from '../helpers/trained.ts';

const SIZES = [3, 4, 5, 6, 7, 8];
const criticalIsing = (sites: number) => transverseFieldIsing(chain(sites), { coupling: 1, field: 1 });
const qubits = (n: number): readonly number[] => new Array(n).fill(2);
type Options = Parameters<typeof trained>[2];

async function reaches(
  what: string,
  network: GenerativeNetwork,
  target: TargetState,
  bound: number,
  options: Options = {},
) {
  const start = performance.now();
  const result = await trained(network, target, { targetInfidelity: bound, starts: 10, maxSteps: 1500, ...options });
  show(what, result, (performance.now() - start) / 1000);
  expect(result.infidelity).toBeLessThanOrEqual(bound);
}

describe('circuits reach 1e-10 where the family contains the state', () => {
  test.each(SIZES)('GHZ_%i by the staircase', (n) =>
    reaches(`GHZ_${n}, staircase`, staircase(n, { block: 'so4' }), ghz(n), 1e-10),
  );
  test.each(SIZES)('W_%i by the staircase', (n) =>
    reaches(`W_${n}, staircase`, staircase(n, { block: 'so4' }), w(n), 1e-10),
  );
  test('the cluster state of eight', () => reaches('cluster_8, staircase', staircase(8), graph(chain(8)), 1e-10));
  test('GHZ_8 by the tree', () => reaches('GHZ_8, tree', tree(8, { block: 'so4' }), ghz(8), 1e-10));
  test('GHZ_8 by the MERA', () => reaches('GHZ_8, MERA', mera(8, { block: 'so4' }), ghz(8), 1e-10));
  test('AKLT of four spins in eight qubits, by staircases', () =>
    reaches(
      'AKLT_4 in 8 qubits, staircase of depth 3',
      staircase(8, { depth: 3, block: 'so4' }),
      aklt(4, { encoding: 'qubits' }),
      1e-10,
    ));
});

describe('critical Ising chains by the brickwall', () => {
  test('n = 8 at depth 5 to 1e-6', () =>
    reaches(
      'critical Ising 8, brickwall of depth 5',
      brickwall(8, { depth: 5, block: 'so4' }),
      groundState(criticalIsing(8)),
      1e-6,
      { maxSteps: 4000 },
    ));
  test('n = 8 at depth 4 stays above, from every start and with general gates', async () => {
    const start = performance.now();
    const target = groundState(criticalIsing(8));
    const result = await trained(brickwall(8, { depth: 4, block: 'su4' }), target, {
      starts: 6,
      maxSteps: 2000,
      targetInfidelity: 1e-6,
    });
    show('critical Ising 8, brickwall of depth 4 (too shallow)', result, (performance.now() - start) / 1000);
    expect(result.infidelity).toBeGreaterThan(1e-3);
  });
  test('n = 12 at depth 7 to 1e-3', () =>
    reaches(
      'critical Ising 12, brickwall of depth 7',
      brickwall(12, { depth: 7, block: 'so4' }),
      groundState(criticalIsing(12)),
      1e-3,
    ));
});

describe('matrix-product states of bond 2 reach 1e-12', () => {
  test.each<readonly [string, TargetState]>([
    ['GHZ_8', ghz(8)],
    ['W_8', w(8)],
    ['cluster_8', graph(chain(8))],
    ['AKLT_8', aklt(8)],
  ])('%s', (name, target) =>
    reaches(`${name}, MPS χ = 2`, matrixProductState(target.dimensions, { bond: 2 }), target, 1e-12),
  );
  test('GHZ_8 by a tree tensor network', () =>
    reaches('GHZ_8, tree tensor network χ = 2', treeTensorNetwork(qubits(8), { bond: 2 }), ghz(8), 1e-12));
});

test('an MPS of bond 16 learns critical Ising of 64 sites to 1e-6', () => {
  const target = chainGroundState(criticalIsing(64), { bond: 32 });
  return reaches('critical Ising 64, MPS χ = 16', matrixProductState(qubits(64), { bond: 16 }), target, 1e-6, {
    starts: 2,
    polish: 1500,
    maxSteps: 1500,
  });
});

test('an isometric MERA of bond 4 on 16 sites keeps its isometries to 1e-12', async () => {
  const network = isometricMera(16, { bond: 4 });
  for (const optimiser of [{ name: 'adam', learningRate: 0.01 }, { name: 'conjugate-gradient' }] as const) {
    const start = performance.now();
    const options = { optimiser, starts: 1, maxSteps: 200, polish: 0, targetInfidelity: 1e-4 };
    const result = await trained(network, groundState(criticalIsing(16)), options);
    show(`critical Ising 16, isometric MERA χ = 4, ${optimiser.name}`, result, (performance.now() - start) / 1000);
    expect(isometryDefect(result.theta, manifoldOf(network))).toBeLessThan(1e-12);
    expect(result.infidelity).toBeLessThan(0.5);
  }
});

test('a picture of 32 × 32 pixels is reconstructed, better with every layer', async () => {
  const target = picture(readPng(readFileSync('examples/saturn.png')), {});
  const errors: number[] = [];
  for (const depth of [2, 4, 8, 16, 32, 64]) {
    const start = performance.now();
    const network = brickwall(10, { depth, block: 'so4' });
    const result = await trained(network, target, { starts: 1, maxSteps: 1500, polish: 0, targetInfidelity: 1e-6 });
    show(`picture, brickwall of depth ${depth}`, result, (performance.now() - start) / 1000);
    errors.push(result.infidelity);
  }
  errors.slice(1).forEach((error, k) => {
    expect(error).toBeLessThan(errors[k]!);
  });
  expect(errors.at(-1)!).toBeLessThan(1e-3);
});
