/** @file A run on a Gaussian state of 200 sites, as a circuit and as a chain. Prints a table. */

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { localCircuitOfGaussian } from '../../src/circuit/local-fermion-circuit.ts';
import { xyChain } from '../../src/gaussian/fermion-models.ts';
import { gaussianGroundState } from '../../src/gaussian/ground-state.ts';
import type { RunPoint } from '../../src/record/run-record.ts';
import { isStudy, parseExperiment, run } from '../../train/run/index.ts';

async function pointOf(file: string): Promise<RunPoint> {
  const parsed = parseExperiment(JSON.parse(readFileSync(`train/experiments/${file}.json`, 'utf8')));
  if (!('experiment' in parsed) || isStudy(parsed.experiment)) throw new Error(file);
  const began = performance.now();
  const steps = run(parsed.experiment, { read: () => new Uint8Array() });
  for (;;) {
    const step = await steps.next();
    if (!step.done) continue;
    const point = (step.value as readonly RunPoint[])[0]!;
    const { infidelity, complexity } = point.training;
    console.table([{ file, infidelity, complexity: complexity.value, seconds: (performance.now() - began) / 1000 }]);
    return point;
  }
}

test('critical Ising of 200 sites as a circuit of 2466 rotations: entropies, information and shape of the state', async () => {
  const { training, bulk, shape, targetGeometry } = await pointOf('gaussian-ising-200');
  expect(training.infidelity).toBeLessThan(3e-9);
  expect(bulk!.cuts.length).toBe(20099);
  bulk!.cuts.forEach(({ entropy, cut }, k) => {
    expect(entropy).toBeLessThanOrEqual(cut + 1e-9);
    expect(Math.abs(entropy - targetGeometry!.regions[k]!.entropy)).toBeLessThan(1e-5);
  });
  // c = 1/2: an open chain has S = (c/6) log(2n/π sin(πℓ/n)) + const.
  const entropy = (length: number) => bulk!.cuts.find((cut) => cut.start === 0 && cut.length === length)!.entropy;
  const chord = (length: number) => Math.log(Math.sin((Math.PI * length) / 200));
  expect((6 * (entropy(100) - entropy(40))) / (chord(100) - chord(40))).toBeCloseTo(0.5, 1);
  expect(shape!.boundary!.diameter).toBeGreaterThan(5);
});

test('the same as a matrix-product state of bond 16', async () => {
  const { training, bulk, targetGeometry } = await pointOf('gaussian-chain-200');
  expect(training.infidelity).toBeLessThan(3e-6);
  for (const { start, length, entropy } of bulk!.cuts) {
    const of = targetGeometry!.regions.find((region) => region.start === start && region.length === length)!;
    expect(Math.abs(entropy - of.entropy)).toBeLessThan(1e-3);
  }
});

test('hopping on a lattice of 64 sites', async () => {
  const { training, bulk } = await pointOf('hopping-lattice-64');
  expect(training.infidelity).toBeLessThan(1e-12);
  // Neighbours up and down the lattice, eight modes apart, know as much of each other as those along a row.
  expect(bulk!.mutualInformation[27]![35]!).toBeCloseTo(bulk!.mutualInformation[27]![28]!, 10);
});

test('local circuits of 500 sites take seconds', () => {
  const { state } = gaussianGroundState(xyChain(500));
  const began = performance.now();
  const { infidelity, network } = localCircuitOfGaussian(state, { block: 9, tolerance: 1e-11 });
  const seconds = (performance.now() - began) / 1000;
  console.table([{ sites: 500, gates: network.gates.length, infidelity, seconds }]);
  expect(infidelity).toBeLessThan(1e-8);
});
