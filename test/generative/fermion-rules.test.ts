import { describe, expect, test } from 'vitest';
import { boundaryGeometry } from '../../src/bulk/boundary-geometry.ts';
import { parametrised } from '../../src/circuit/circuit.ts';
import { localCircuitOfGaussian } from '../../src/circuit/local-fermion-circuit.ts';
import { runCircuit } from '../../src/circuit/run-circuit.ts';
import { entropiesOfGaussian } from '../../src/gaussian/entropies.ts';
import { hopping, xyChain } from '../../src/gaussian/fermion-models.ts';
import { gaussianVacuum } from '../../src/gaussian/gaussian-state.ts';
import { gaussianGroundState } from '../../src/gaussian/ground-state.ts';
import { pauliSumOfQuadratic, quadraticOfPauliSum } from '../../src/gaussian/jordan-wigner.ts';
import { gaussianThermal } from '../../src/gaussian/thermal.ts';
import { chainOfFermions } from '../../src/generative/fermion-chain.ts';
import { fermionInfidelity, fermionNegativeLog } from '../../src/generative/fermion-infidelity.ts';
import { fermionState } from '../../src/generative/fermion-rules.ts';
import { entropiesLikeTarget, generatedEntropies, regionEntropies } from '../../src/generative/generated-entropies.ts';
import { infidelity } from '../../src/generative/infidelity.ts';
import {
  asMixed,
  asPure,
  densityOf,
  fermionsOf,
  networkPointOf,
  purification,
} from '../../src/generative/state-rules.ts';
import { multiply } from '../../src/linalg/matrix.ts';
import { transverseFieldIsing } from '../../src/operator/hamiltonian.ts';
import { chain } from '../../src/operator/lattice.ts';
import { expectation } from '../../src/operator/pauli-sum.ts';
import { checkGradient } from '../../src/optimise/check-gradient.ts';
import { informationTable } from '../../src/state/mutual-information.ts';
import { denseGroundState, denseThermal, distance } from '../helpers/dense-fermions.ts';
import { randomGaussian } from '../helpers/random-gaussian.ts';

const ising = (n: number, field = 1) => {
  const sum = transverseFieldIsing(chain(n), { field });
  const { state } = gaussianGroundState(quadraticOfPauliSum(sum, { string: 'X' }), { zeroModes: 'pure' });
  return { sum, target: fermionState(`ising(${n})`, state, { string: 'X' }) };
};

describe('a Gaussian state as a target', () => {
  test('has the amplitudes of the spins that its strings mean', () => {
    const { sum, target } = ising(7, 0.8);
    expect(expectation(sum, asPure(target)!.amplitudes)).toBeCloseTo(denseGroundState(sum).energy, 12);
    expect(asMixed(target)).toBeNull();
    expect(fermionsOf(target)).toBe(target);
  });

  test('has the density matrix of a thermal state, and a purification of it', () => {
    const hamiltonian = xyChain(4, { anisotropy: 0.4, field: 0.6 });
    const rho = denseThermal(pauliSumOfQuadratic(hamiltonian), 0.9);
    const target = fermionState('thermal', gaussianThermal(hamiltonian, 0.9));
    expect(distance(asMixed(target)!.density.interleaved, rho.interleaved)).toBeLessThan(1e-13);
    expect(distance(densityOf(target)!.interleaved, rho.interleaved)).toBeLessThan(1e-13);
    const root = purification(target);
    expect([root.rows, root.cols]).toEqual([16, 16]);
    expect(distance(multiply(root, root, { adjointB: true }).interleaved, rho.interleaved)).toBeLessThan(1e-13);
    expect(asPure(target)).toBeNull();
  });

  test('has sites of several modes, and regions of qubits or modes, which differ where they are no intervals', () => {
    const { state } = gaussianGroundState(hopping(chain(6)));
    const [qubits, modes] = (['qubits', 'modes'] as const).map((regions) =>
      regionEntropies(fermionState('pairs', state, { sites: [2, 1, 3], regions })),
    );
    const exact = entropiesOfGaussian(state, [[0, 1], [2], [3, 4, 5]]);
    for (const region of [[0], [1], [0, 1], [1, 2]]) {
      expect(qubits!.entropy(region)).toBeCloseTo(exact.entropy(region), 12);
      expect(modes!.entropy(region)).toBe(exact.entropy(region));
    }
    const far = ising(6, 0.3).target;
    const table = (regions: 'qubits' | 'modes') => informationTable(regionEntropies({ ...far, regions }));
    expect(table('qubits')[0]![5]!).toBeGreaterThan(2 * table('modes')[1]![4]!);
  });

  test('refuses bosons, sites that do not fit, and amplitudes of what is too large', () => {
    expect(() => fermionState('ring', gaussianVacuum('boson', 2))).toThrow(
      'ring: fermions required, got bosons, whose sites have no finite dimension',
    );
    expect(() => fermionState('f', gaussianVacuum('fermion', 2), { sites: [1] })).toThrow('2 modes in all required');
    const mixed = fermionState('m', gaussianThermal(xyChain(30), 1));
    expect(() => purification(mixed)).toThrow('at most 1048576 amplitudes possible');
    expect([asPure(mixed), asMixed(mixed), densityOf(mixed), networkPointOf(mixed)]).toEqual([null, null, null, null]);
  });
});

describe('networks against a Gaussian target', () => {
  test('circuits of free fermions have the infidelity and gradient of amplitudes', () => {
    const { target } = ising(6);
    const circuit = parametrised(6, ['XIIIII', 'ZZIIII', 'IIZZII', 'IYXZII', 'IIIIZY'], vacuum(6));
    const theta = Float64Array.of(0.3, 0.7, -0.2, 0.5, 0.4);
    const found = infidelity(circuit, target);
    const dense = infidelity(circuit, asPure(target)!);
    expect(found(theta).value).toBeCloseTo(dense(theta).value, 12);
    expect(distance(found(theta).gradient, dense(theta).gradient)).toBeLessThan(1e-12);
    expect(checkGradient(fermionNegativeLog(circuit, target)!, theta).relativeError).toBeLessThan(1e-8);
    expect(fermionInfidelity(circuit, { ...target, string: 'Z' })).toBeNull();
    expect(fermionInfidelity(parametrised(6, ['YIIIII'], vacuum(6)), target)).toBeNull();
  });

  test('chains of many sites are compared with the chain of the target, within its error', () => {
    const { target } = ising(24);
    const point = networkPointOf(target)!;
    expect(chainOfFermions(target)!.error).toBeLessThan(1e-11);
    expect(chainOfFermions(target)).toBe(point); // remembered
    expect(infidelity(point.network, target)(point.theta).value).toBeLessThan(1e-13);
    const [found, exact] = [generatedEntropies(point.network, point.theta), regionEntropies(target)].map((entropies) =>
      boundaryGeometry(entropies),
    );
    found!.value.mutualInformation.forEach((row, a) => {
      expect(distance(row, exact!.value.mutualInformation[a]!)).toBeLessThan(1e-5);
    });
    expect(chainOfFermions(fermionState('r', randomGaussian('fermion', new Array(30).fill(1), 1)))).toBeNull();
  });

  test('long circuits of free fermions have the entropies of qubits, or of modes if the target is read so', () => {
    const { state } = gaussianGroundState(hopping(chain(16)));
    const { network, theta } = localCircuitOfGaussian(state, { block: 16, tolerance: 0 });
    const qubits = generatedEntropies(network, theta);
    const dense = generatedEntropies(network, theta, 2 ** 16);
    for (const region of [
      [0, 1, 2],
      [5, 6, 7, 8],
      [3, 9],
      [0, 7, 15],
    ]) {
      expect(qubits.entropy(region)).toBeCloseTo(dense.entropy(region), 10);
    }
    const target = fermionState('modes', state, { regions: 'modes' });
    const modes = entropiesLikeTarget(network, theta, target);
    expect(modes.entropy([3, 9])).toBeCloseTo(entropiesOfGaussian(state).entropy([3, 9]), 10);
    expect(Math.abs(modes.entropy([3, 9]) - qubits.entropy([3, 9]))).toBeGreaterThan(1e-3);
    expect(entropiesLikeTarget(network, theta, { ...target, regions: 'qubits' }).entropy([3, 9])).toBeCloseTo(
      qubits.entropy([3, 9]),
      12,
    );
    expect(runCircuit(network, theta).length).toBe(2 ** 16);
  });
});

const vacuum = (n: number) => new Array(n).fill({ polar: Math.PI / 2, azimuth: 0 });
