import { randomStream } from '../../src/linalg/random.ts';
import { stabiliserGroup } from '../../src/stabiliser/given-generators.ts';
import { randomStabiliserState } from '../../src/stabiliser/random-stabilisers.ts';
import { generatorRows, type StabiliserGroup } from '../../src/stabiliser/stabiliser-group.ts';

/** The first generators of a uniformly random pure state: a mixed state if they are fewer than the qudits. */
export function randomStabiliserCode(seed: number, prime: number, qudits: number, rank = qudits): StabiliserGroup {
  const { generators, phases } = generatorRows(randomStabiliserState(randomStream(seed, 'code'), prime, qudits));
  return stabiliserGroup(prime, qudits, generators.slice(0, rank), phases.slice(0, rank));
}
