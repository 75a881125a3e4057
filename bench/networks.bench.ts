/**
 * @file Speed of contractions: `npm run bench -- networks`. Energies of a MERA with gradient, boundary chains of a
 * two-dimensional state, compression of chains. `BENCH_LARGE=1` adds MERA of bond 8 at 32 and 64 sites and the exact norm
 * of the 6 × 6 state, minutes.
 */

import { bench, describe } from 'vitest';
import { isometricMera } from '../models/isometric-mera.ts';
import { projectedEntangledPairState } from '../models/projected-entangled-pair-state.ts';
import { boundaryLogNorm } from '../src/chain/boundary-chain.ts';
import { compressedChain } from '../src/chain/chain-compression.ts';
import type { Chain } from '../src/chain/matrix-product-state.ts';
import { contract, contractionPlan, contractPullback } from '../src/contraction/contract.ts';
import { sizeOf } from '../src/linalg/complex.ts';
import { randomStream } from '../src/linalg/random.ts';
import { energyPlan } from '../src/network/energy-plan.ts';
import { initialParameters } from '../src/network/initial-parameters.ts';
import { networkEnergy } from '../src/network/network-energy.ts';
import { networkLogNorm } from '../src/network/network-overlap.ts';
import { xxz } from '../src/operator/hamiltonian.ts';
import { ring } from '../src/operator/lattice.ts';
import { localTerms } from '../src/operator/local-terms.ts';
import { leastTimes, printRow } from './measure.ts';

const large = process.env.BENCH_LARGE === '1';
const once = { iterations: 1, time: 0, warmupIterations: 0, warmupTime: 0 };
const stream = randomStream(1, 'bench networks');
const gaussian = (shape: readonly number[]) => ({
  shape,
  interleaved: Float64Array.from({ length: 2 * sizeOf(shape) }, () => stream.normal()),
});

describe('energy of a MERA on the Heisenberg ring, value and gradient', () => {
  const sizes: (readonly [number, number])[] = [
    [16, 4],
    [32, 4],
    [64, 4],
    [16, 8],
    ...(large
      ? ([
          [32, 8],
          [64, 8],
        ] as const)
      : []),
  ];
  for (const [sites, bond] of sizes) {
    bench(
      `${sites} sites, bond ${bond}`,
      async () => {
        const network = isometricMera(sites, { bond });
        const terms = localTerms(xxz(ring(sites)));
        const theta = initialParameters(network, randomStream(1, 'mera'));
        const start = performance.now();
        const energy = networkEnergy(network, terms);
        energy(theta);
        const first = performance.now() - start;
        const { flops } = energyPlan(
          network,
          terms.map((term) => term.sites.map((site) => network.boundary[site]!)),
        );
        const [time] = await leastTimes([() => energy(theta)], bond === 8 ? 5 : 30);
        const columns = [
          [first, 'ms to the first'],
          [time!.median, 'ms'],
          [time!.processor, 'ms least'],
          [(3 * flops) / time!.median / 1e6, 'GFLOP/s'],
        ] as const;
        printRow(`MERA ${sites} sites, bond ${bond}`, ...columns);
      },
      once,
    );
  }
});

describe('norm of a 6 × 6 projected entangled-pair state of bond 4', () => {
  const [rows, columns] = [6, 6];
  const network = projectedEntangledPairState({ rows, columns, bond: 4 });
  const theta = initialParameters(network, randomStream(1, 'peps'));
  for (const bond of [4, 8, 16, 32]) {
    bench(
      `boundary bond ${bond}`,
      async () => {
        const used = process.cpuUsage();
        const { value, error } = boundaryLogNorm(network, { rows, columns, bond })(theta);
        const { user, system } = process.cpuUsage(used);
        const numbers = [
          [value, 'log norm', 6],
          [error, 'greatest cut', 4],
          [(user + system) / 1e6, 's with gradient'],
        ] as const;
        printRow(`boundary bond ${bond}`, ...numbers);
      },
      once,
    );
  }
  if (large) {
    bench(
      'exact',
      async () => {
        const used = process.cpuUsage();
        const value = networkLogNorm({ network, theta });
        const { user, system } = process.cpuUsage(used);
        printRow('exact', [value, 'log norm', 6], [(user + system) / 1e6, 's']);
      },
      once,
    );
  }
});

describe('chains and hyper-indices', () => {
  bench(
    'chains',
    async () => {
      const chain: Chain = Array.from({ length: 32 }, (_, k) => gaussian([k === 0 ? 1 : 64, 2, k === 31 ? 1 : 64]));
      const dimensions = { h: 4096, a: 3, b: 3, c: 3 };
      const plan = contractionPlan([[...'hab'], [...'hbc']], dimensions, [...'hac']);
      const tensors = [gaussian([4096, 3, 3]), gaussian([4096, 3, 3])];
      const contraction = contract(plan, tensors);
      const { interleaved } = contraction.value;
      const [compression, batch, pullback] = await leastTimes(
        [
          () => compressedChain(chain, { bond: 32 }),
          () => contract(plan, tensors),
          () => contractPullback(plan, contraction, interleaved),
        ],
        9,
      );
      printRow('compression of 32 sites from bond 64 to 32', [compression!.median, 'ms']);
      printRow('4096 products of 3 × 3 by a kept hyper-index', [(1e6 * batch!.median) / 4096, 'ns each', 0]);
      printRow('their pullback', [(1e6 * pullback!.median) / 4096, 'ns each', 0]);
    },
    once,
  );
});
