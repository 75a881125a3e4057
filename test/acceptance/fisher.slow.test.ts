/** @file The numbers of information geometry that the project promises, at full size. Prints a table. */

import { describe, expect, test } from 'vitest';
import { isometricMera } from '../../models/isometric-mera.ts';
import { matrixProductState } from '../../models/matrix-product-state.ts';
import { treeTensorNetwork } from '../../models/tree-tensor-network.ts';
import { ringRegions } from '../../src/bulk/ring-regions.ts';
import { type Circuit, parametrised } from '../../src/circuit/circuit.ts';
import { holevoBound } from '../../src/estimation/holevo-bound.ts';
import { heatedCircuit } from '../../src/fisher/black-hole-limit.ts';
import { densityTangent } from '../../src/fisher/density-tangent.ts';
import { fisherVectorProduct, naturalGradientDirection } from '../../src/fisher/fisher-vector-product.ts';
import { fubiniStudyField } from '../../src/fisher/fubini-study-field.ts';
import { quantumGeometricTensor } from '../../src/fisher/quantum-geometric-tensor.ts';
import { randomStream } from '../../src/linalg/random.ts';
import { initialParameters } from '../../src/network/initial-parameters.ts';
import { place } from '../../src/operator/pauli.ts';
import { scalarCurvature } from '../../src/riemann/curvature.ts';

/** Layers of Y, ZY and Z rotations on a chain, up to the given number of parameters. */
function layered(qubits: number, parameters: number): Circuit {
  const words: string[] = [];
  while (words.length < parameters) {
    for (let q = 0; q < qubits; q++) words.push(place(qubits, { [q]: 'Y' }));
    for (let q = 0; q + 1 < qubits; q++) words.push(place(qubits, { [q]: 'Z', [q + 1]: 'Y' }));
    for (let q = 0; q < qubits; q++) words.push(place(qubits, { [q]: 'Z' }));
  }
  return parametrised(qubits, words.slice(0, parameters));
}
const drawn = (length: number): Float64Array => {
  const { uniform } = randomStream(1, 'information geometry at full size');
  return Float64Array.from({ length }, () => 6 * uniform());
};
/** Wall and processor time of some work in milliseconds. */
interface Timing {
  readonly wall: number;
  readonly processor: number;
}

/** The fastest of some runs: the first one compiles and plans. */
function fastest(runs: number, work: () => void): Timing {
  const timings = Array.from({ length: runs }, () => {
    const start = performance.now();
    const used = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(used);
    return { wall: performance.now() - start, processor: (user + system) / 1000 };
  });
  return timings.reduce((best, timing) => (timing.wall < best.wall ? timing : best));
}
const row = (what: string, { wall, processor }: Timing, more = ''): void => {
  console.log(`| ${what} | ${(wall / 1000).toFixed(2)} s | ${(processor / 1000).toFixed(2)} s | ${more} |`);
};

describe('information geometry at full size', () => {
  test('quantum geometric tensor of 500 parameters on 12 qubits within a second', () => {
    const circuit = layered(12, 500);
    const theta = drawn(500);
    const time = fastest(4, () => quantumGeometricTensor(circuit, theta));
    row('Q, n = 12, P = 500', time);
    expect(time.wall).toBeLessThan(1000);
  });

  test('curvature of six parameters on eight qubits within a second', () => {
    const metric = fubiniStudyField(layered(8, 6));
    const theta = drawn(6);
    const time = fastest(3, () => scalarCurvature(metric, theta));
    row('scalar curvature, n = 8, P = 6, exact derivatives', time);
    expect(time.wall).toBeLessThan(1000);
  });

  test('entropies and cuts of all 240 regions of a ring of 16 sites within two seconds', () => {
    for (const [name, network] of [
      ['MERA', isometricMera(16, { bond: 2 })],
      ['tree', treeTensorNetwork(new Array<number>(16).fill(2), { bond: 2 })],
    ] as const) {
      const theta = initialParameters(network, randomStream(3, 'ring'));
      const time = fastest(2, () => ringRegions(network, theta));
      row(`240 regions of a ${name}, 16 sites`, time);
      expect(time.wall).toBeLessThan(2000);
    }
  });

  test('natural gradient of 5000 parameters on 16 qubits without a matrix', () => {
    const circuit = layered(16, 5000);
    const theta = drawn(5000);
    const gradient = drawn(5000);
    const product = fisherVectorProduct(circuit, theta);
    row(
      'Fisher-vector product, n = 16, P = 5000',
      fastest(2, () => product(gradient)),
    );
    const solved: { readonly steps: number; readonly result: string }[] = [];
    const time = fastest(1, () => {
      solved.push(naturalGradientDirection(circuit, theta, gradient, { damping: 0.05, tolerance: 0.05 }));
    });
    row('natural gradient, n = 16, P = 5000', time, `${solved[0]?.steps} products, damping 0.05, residual 0.05`);
    expect(solved[0]?.result).toBe('converged');
  }, 600_000);

  test('natural gradient of a hundred thousand parameters: circuit on 16 qubits, chain of 64 sites', () => {
    const chain = matrixProductState(new Array<number>(64).fill(2), { bond: 20 });
    const cases = [
      ['circuit, n = 16, P = 100000', layered(16, 100_000), drawn(100_000), 0.2],
      [
        `matrix-product state, 64 sites, bond 20, P = ${chain.parameters}`,
        chain,
        initialParameters(chain, randomStream(3, 'chain')),
        1e-3,
      ],
    ] as const;
    for (const [name, network, theta, damping] of cases) {
      const gradient = drawn(network.parameters);
      row(
        `Fisher-vector product, ${name}`,
        fastest(1, () => fisherVectorProduct(network, theta)(gradient)),
      );
      const solved: { readonly steps: number; readonly result: string }[] = [];
      const time = fastest(1, () => {
        solved.push(naturalGradientDirection(network, theta, gradient, { damping, tolerance: 0.1 }));
      });
      row(`natural gradient, ${name}`, time, `${solved[0]?.steps} products, damping ${damping}, residual 0.1`);
      expect(solved[0]?.result).toBe('converged');
    }
  }, 3_600_000);

  test('curvature of six parameters of a matrix-product state of eight sites within a second', () => {
    const chain = matrixProductState(new Array<number>(8).fill(2), { bond: 3 });
    const origin = initialParameters(chain, randomStream(3, 'chain'));
    const directions = Array.from({ length: 6 }, (_, a) =>
      Float64Array.from({ length: chain.parameters }, (_, k) => Math.sin(1 + a + (2 * a + 3) * k)),
    );
    const metric = fubiniStudyField(chain, { origin, directions });
    const time = fastest(3, () => scalarCurvature(metric, new Float64Array(6)));
    row('scalar curvature, matrix-product state of 8 sites, 6 directions', time);
    expect(time.wall).toBeLessThan(1000);
  });

  test('Holevo bound of fifteen parameters on four qubits', () => {
    const circuit = layered(4, 15);
    const heated = heatedCircuit(circuit, 2);
    const tangent = densityTangent(heated, drawn(15));
    const solved: ReturnType<typeof holevoBound>[] = [];
    const time = fastest(2, () => {
      solved.push(holevoBound(tangent));
    });
    const { value, steps, result } = solved[0]!;
    row(
      'Holevo bound, n = 4, P = 15',
      time,
      `${steps} steps, gap ${((value.bound - value.atLeast) / value.bound).toExponential(0)}`,
    );
    expect(result).toBe('converged');
  });

  test('quantum geometric tensor of 1000 parameters on 16 qubits within a minute and 2 GB', () => {
    const circuit = layered(16, 1000);
    const theta = drawn(1000);
    const time = fastest(1, () => quantumGeometricTensor(circuit, theta));
    const gigabytes = process.resourceUsage().maxRSS / 1e6;
    row('Q, n = 16, P = 1000', time, `${gigabytes.toFixed(2)} GB at most`);
    expect(time.wall).toBeLessThan(60_000);
    expect(gigabytes).toBeLessThan(2);
  }, 300_000);
});
