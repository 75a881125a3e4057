/** @file What a state tells of the angle of a gate: against temperature, and from regions of all sizes. */

import { gaussianEvolution } from '../../../src/gaussian/evolution.ts';
import { hopping } from '../../../src/gaussian/fermion-models.ts';
import type { GaussianState } from '../../../src/gaussian/gaussian-state.ts';
import { evolvedGenerator, generatorInformation } from '../../../src/gaussian/generator-information.ts';
import { type QuadraticHamiltonian, quadraticOfHopping } from '../../../src/gaussian/quadratic-hamiltonian.ts';
import { gaussianThermal } from '../../../src/gaussian/thermal.ts';
import { randomStream } from '../../../src/linalg/random.ts';
import { chain } from '../../../src/operator/lattice.ts';
import type { PartStep } from '../../study.ts';
import type { Options } from './options.ts';

type Point = readonly [number, number];

export interface Gates {
  /** (β, F) of a gate on the middle bond. */
  readonly heat: readonly Point[];
  /** F/β² of the hottest over ¼‖[h, g]‖². */
  readonly hot: number;
  /** Shares of F that regions around the gate have, for gates of several ages, and for a random state. */
  readonly sizes: readonly { readonly name: string; readonly total: number; readonly points: readonly Point[] }[];
}

const HOTTEST = 0.01;
/** How long ago a gate acted, and the time for which random hopping acts. */
const AGES = [0, 4, 8, 16];
const LONG = 50;

export function* gates({ chain: sites, beta }: Options, seed: number): Generator<PartStep, Gates> {
  const hamiltonian = hopping(chain(sites), { amplitude: 0.5 });
  const middle = Math.floor(sites / 2) - 1;
  const gate = hopping({ sites, edges: [[middle, middle + 1]] }, { amplitude: 1 });
  const F = (state: GaussianState, generator: QuadraticHamiltonian, region?: readonly number[]): number =>
    generatorInformation(state, [generator], region).data[0]!;
  const betas = [HOTTEST, 0.03, 0.1, 0.3, 1, 3, 10, 30];
  const heat = betas.map((one): Point => [one, F(gaussianThermal(hamiltonian, one), gate)]);
  const cold = gaussianThermal(hamiltonian, beta);
  const sizes = [2, 4, 8, 12, 16, 24, 32, 48, 64, 96, 128].filter((size) => size < sites);
  const around = (size: number): readonly number[] =>
    Array.from({ length: size }, (_, k) => middle + 1 - Math.ceil(size / 2) + k);
  const shares = (name: string, state: GaussianState, generator: QuadraticHamiltonian): Gates['sizes'][0] => {
    const total = F(state, generator);
    const seen = sizes.map((size): Point => [size, F(state, generator, around(size)) / total]);
    return { name, total, points: [...seen, [sites, 1]] };
  };
  const found: Gates['sizes'][0][] = [];
  for (const [k, age] of AGES.entries()) {
    yield { message: `a gate ${age} ago`, progress: (k + 1) / (AGES.length + 2) };
    found.push(shares(`gate ${age} ago`, cold, evolvedGenerator(gate, hamiltonian, age)));
  }
  yield { message: 'a random unitary after the gate', progress: 0.9 };
  const random = randomHopping(sites, seed);
  const ordered = gaussianThermal(
    hopping(chain(sites), { amplitude: 0, chemicalPotential: staggered(sites) }),
    Infinity,
  );
  const scrambled = gaussianEvolution(random, ordered, LONG);
  found.push(shares('scrambled (control)', scrambled, evolvedGenerator(gate, random, LONG)));
  // Of hopping ½, [h, g] joins each end of the bond to the neighbour of the other: four entries of size ½.
  return { heat, hot: heat[0]![1] / HOTTEST ** 2 / (0.25 * 4 * 0.25), sizes: found };
}

const staggered = (sites: number): readonly number[] => Array.from({ length: sites }, (_, site) => (-1) ** site);

/** Real hopping of random amplitudes between all sites: its eigenvectors are uniformly random. */
function randomHopping(sites: number, seed: number): QuadraticHamiltonian {
  const stream = randomStream(seed, 'random hopping');
  const data = new Float64Array(sites * sites);
  for (let i = 0; i < sites; i++) {
    for (let j = 0; j <= i; j++) {
      const value = stream.normal() / Math.sqrt(sites);
      data[i * sites + j] = value;
      data[j * sites + i] = value;
    }
  }
  return quadraticOfHopping({ rows: sites, cols: sites, data });
}
