import { describe, expect, test } from 'vitest';
import { DATASETS } from '../../../datasets/index.ts';
import { built } from '../../../src/catalogue.ts';
import type { GenerativeNetwork } from '../../../src/generative/generative-network.ts';
import type { PureState, TargetState } from '../../../src/generative/target-state.ts';
import type { LikenessRecord } from '../../../src/record/likeness-record.ts';
import { type Experiment, parseExperiment } from '../../../train/run/experiment.ts';
import { likenessStage } from '../../../train/run/likeness-stage.ts';
import type { Trained } from '../../../train/train.ts';

const context = {
  read: (): Uint8Array => {
    throw new Error('no files');
  },
};
const whole = (target: object): Experiment => {
  const parsed = parseExperiment({ name: 'x', target, model: { name: 'staircase' } });
  if ('issues' in parsed) throw new Error(JSON.stringify(parsed.issues));
  return parsed.experiment as Experiment;
};
const none = (qubits: number): GenerativeNetwork => ({ kind: 'circuit', qubits, parameters: 0, gates: [] });
const likeness = (spec: object, network: GenerativeNetwork, theta: readonly number[] = []): LikenessRecord => {
  const experiment = whole(spec);
  const target = built<TargetState>(DATASETS, experiment.target!, context);
  const trained = { network, theta: Float64Array.from(theta) } as unknown as Trained;
  return likenessStage(experiment, { target } as Parameters<typeof likenessStage>[1], trained, context);
};
const ising = { name: 'transverse-field-ising', coupling: 1, field: 1 };
/** Lowest energy and gap of the critical open chain. */
const groundOf = (n: number) => 1 - 1 / Math.sin(Math.PI / (2 * (2 * n + 1)));
const gapOf = (n: number) => 4 * Math.sin(Math.PI / (2 * (2 * n + 1)));

describe('a ground state beside |0…0⟩', () => {
  const { energy, spectra, probabilities, amplitudes } = likeness(
    { name: 'ground-state', qubits: 5, hamiltonian: ising },
    none(5),
  );

  test('has the energies of the critical Ising chain, −(n − 1) for the product state', () => {
    expect(energy!.ground).toBeCloseTo(groundOf(5), 10);
    expect(energy!.gap).toBeCloseTo(gapOf(5), 8);
    expect(energy!.mean.target).toBeCloseTo(groundOf(5), 10);
    expect(energy!.mean.learned).toBeCloseTo(-4, 12);
  });

  test('has no variance, one state of lowest energy; |0…0⟩ has the variance of its fields, n', () => {
    expect(energy!.variance!.target).toBeLessThan(1e-9);
    expect(energy!.variance!.learned).toBeCloseTo(5, 10);
    expect(energy!.degeneracy).toBe(1);
    expect(energy!.correlationLength!.target).toBeGreaterThan(0.5);
    expect(energy!.correlationLength!.learned).toBeNull();
  });

  test('has the magnetisation of its letters: X alone for the ground state, Z alone for the product state', () => {
    const { target, learned } = energy!.magnetisation!;
    expect(learned).toEqual([new Array(5).fill(0), new Array(5).fill(0), new Array(5).fill(1)]);
    for (const value of [...target[1]!, ...target[2]!]) expect(value).toBeCloseTo(0, 6);
    // By Hellmann and Feynman ⟨X⟩ + ⟨ZZ⟩ add up to the energy; at the critical point the field holds more than half of it on an open chain.
    const field = target[0]!.reduce((sum, value) => sum + value, 0);
    expect(field).toBeGreaterThan(-groundOf(5) / 2);
  });

  test('has one Schmidt value in the product state, and eigenvalues that sum to 1 in the other', () => {
    expect(spectra!.learned).toEqual([1]);
    expect(spectra!.target.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 12);
    expect(probabilities).toBeNull();
    expect(amplitudes!.learned[0]).toBeCloseTo(1, 12);
  });
});

test('the phase of the learned state is turned to that of the target', () => {
  // R_Z on |0⟩ is a phase alone.
  const network: GenerativeNetwork = {
    kind: 'circuit',
    qubits: 2,
    parameters: 1,
    gates: [{ word: 'ZI', angle: { parameter: 0 } }],
  };
  const { amplitudes } = likeness({ name: 'product', qubits: 2, polar: 0 }, network, [1.3]);
  expect(amplitudes!.target[0]).toBe(1);
  for (const [k, value] of amplitudes!.target.entries()) expect(amplitudes!.learned[k]).toBeCloseTo(value, 12);
});

test('a thermal state has its diagonal, the energies of its own Hamiltonian, and no amplitudes', () => {
  const spec = { name: 'thermal', qubits: 3, beta: 0, hamiltonian: ising };
  const { amplitudes, probabilities, energy } = likeness(spec, none(3));
  expect(amplitudes).toBeNull();
  for (const value of probabilities!.target) expect(value).toBeCloseTo(1 / 8, 12);
  expect(probabilities!.learned[0]).toBeCloseTo(1, 12);
  expect(energy!.mean.target).toBeCloseTo(0, 12); // infinite temperature
  expect(energy!.ground).toBeCloseTo(groundOf(3), 10);
});

test('a long chain has energies and spectrum by its matrices, and lowest levels by sweeps', () => {
  const sites = 14;
  const spec = { name: 'chain-ground-state', qubits: sites, bond: 16, hamiltonian: ising };
  const target = built<TargetState>(DATASETS, whole(spec).target!, context) as Extract<
    TargetState,
    { kind: 'network' }
  >;
  const { amplitudes, spectra, energy } = likeness(spec, target.network, [...target.theta]);
  expect(amplitudes).toBeNull();
  expect(energy!.mean.target).toBeCloseTo(groundOf(sites), 6);
  expect(energy!.mean.learned).toBeCloseTo(energy!.mean.target!, 10);
  expect(energy!.ground).toBeCloseTo(groundOf(sites), 9);
  expect(energy!.gap).toBeCloseTo(gapOf(sites), 8);
  expect(energy!.degeneracy).toBe(1);
  expect(energy!.levelNote).toMatch(/3 levels by sweeps at bond dimension 24/);
  expect(energy!.variance!.target).toBeLessThan(1e-4);
  expect(energy!.correlationLength!.target).toBeGreaterThan(1);
  expect(spectra!.target.length).toBeGreaterThan(4);
  expect(spectra!.learned).toEqual(spectra!.target);
});

test('levels that sweeps do not reach say why', () => {
  const far = { terms: [{ word: `Z${'I'.repeat(12)}Z`, coefficient: 1 }] };
  const spec = { name: 'chain-ground-state', qubits: 14, bond: 4, hamiltonian: far };
  const { energy } = likeness(spec, none(14));
  expect([energy!.ground, energy!.gap, energy!.degeneracy]).toEqual([null, null, null]);
  expect(energy!.levelNote).toBe('levels not computed: a term spans 14 sites, 4 are in reach');
});

test('the AKLT chain as a spin target: −2/3 for each bond, no variance, at least three ground states, spins ½ at its ends', () => {
  const sites = 8;
  const hamiltonian = { name: 'heisenberg-spins', biquadratic: 1 / 3 };
  const spec = { name: 'spin-ground-state', sites, hamiltonian, bond: 8, magnetisation: 1 };
  const target = built<TargetState>(DATASETS, whole(spec).target!, context) as Extract<
    TargetState,
    { kind: 'network' }
  >;
  expect(target.dimensions).toEqual(new Array(sites).fill(3));
  const { energy, spectra } = likeness(spec, target.network, [...target.theta]);
  expect(energy!.mean.target).toBeCloseTo((-2 / 3) * (sites - 1), 10);
  expect(energy!.mean.learned).toBeCloseTo(energy!.mean.target!, 12);
  expect(energy!.ground).toBeCloseTo(energy!.mean.target!, 8);
  expect(energy!.variance!.target).toBeLessThan(1e-9);
  expect(energy!.degeneracy).toBe(3);
  expect(energy!.levelNote).toMatch(/more may coincide/);
  expect(energy!.gap).toBeLessThan(1e-8);
  // Spins ½ up at both ends: ⟨S_z⟩ falls as (−1/3)^r from either, and adds up to 1.
  const z = energy!.magnetisation!.target[2]!;
  expect(z.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 10);
  expect(z[0]).toBeCloseTo(z[sites - 1]!, 6);
  expect(z[1]! / z[0]!).toBeCloseTo(-1 / 3, 1);
  expect(spectra!.target).toHaveLength(2);
});

test('no state lies below the lowest level, though sweeps for levels have smaller bonds than the target', () => {
  const spec = {
    name: 'spin-ground-state',
    sites: 8,
    hamiltonian: { name: 'heisenberg-spins' },
    bond: 48,
    magnetisation: 0,
  };
  const target = built<TargetState>(DATASETS, whole(spec).target!, context) as Extract<
    TargetState,
    { kind: 'network' }
  >;
  const { ground, gap, mean } = likeness(spec, target.network, [...target.theta]).energy!;
  expect(mean.target).toBeCloseTo(-10.12463722, 7); // exact diagonalisation
  expect(ground).toBeLessThanOrEqual(mean.target!);
  expect(ground).toBeCloseTo(-10.12463722, 7);
  expect(gap).toBeCloseTo(0.20187867, 3);
});

test('an Ising chain without a field has two ground states', () => {
  const { energy } = likeness({ name: 'ground-state', qubits: 4, hamiltonian: { ...ising, field: 0 } }, none(4));
  expect(energy!.degeneracy).toBe(2);
  expect(energy!.ground).toBeCloseTo(-3, 10);
});

test('a Gaussian ground state has energy and gap by its modes', () => {
  const { energy } = likeness({ name: 'gaussian-ground-state', qubits: 30, hamiltonian: ising }, none(30));
  expect(energy!.ground).toBeCloseTo(groundOf(30), 9);
  expect(energy!.gap).toBeCloseTo(gapOf(30), 9);
  expect(energy!.mean.target).toBeCloseTo(groundOf(30), 9);
  expect(energy!.magnetisation).toBeNull();
});

test('a target without a Hamiltonian has no energy, one that is too large no part at all', () => {
  expect(likeness({ name: 'ghz', qubits: 3 }, none(3)).energy).toBeNull();
  const large = likeness({ name: 'ghz', qubits: 13 }, none(13));
  expect(large).toEqual({ amplitudes: null, probabilities: null, spectra: null, energy: null });
  const dense = built<PureState>(DATASETS, whole({ name: 'ghz', qubits: 3 }).target!, context);
  expect(likeness({ name: 'ghz', qubits: 3 }, none(3)).amplitudes!.target).toEqual([...dense.amplitudes.interleaved]);
});
