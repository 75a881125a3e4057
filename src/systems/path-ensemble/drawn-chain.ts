/** @file The draws of one chain of paths at one β. */

import { type RandomState, randomStreamOf } from '../../linalg/random.ts';
import { dot } from '../../linalg/real-vector.ts';
import { type HamiltonianMonteCarloState, hamiltonianMonteCarlo } from '../../optimise/hamiltonian-monte-carlo.ts';
import type { Objective } from '../../optimise/objective.ts';
import type { Iterate } from '../../optimise/optimiser.ts';
import { sample } from '../../optimise/sampler.ts';
import { recorded, type SearchJournal } from '../../search-journal.ts';
import { type PathAction, scaled } from './path-ensemble.ts';

/** Where a chain stands, and the random numbers that it has. */
export interface Place {
  readonly x: Float64Array;
  readonly random: RandomState;
}

/** What is to be drawn. */
export interface ChainPlan<Step> {
  readonly beta: number;
  /** Draws in which the step is adapted, and those that count. */
  readonly burnIn: number;
  readonly draws: number;
  /** Whether the path of a draw that counts is kept, by its number. */
  readonly isKept: (draw: number) => boolean;
  /** What is yielded after so many draws. */
  readonly step: (made: number) => Step;
}

/** What was drawn after the burn-in, draw by draw, the paths that are kept, and where the chain ended. */
export interface ChainDraws {
  readonly energies: readonly number[];
  /** E + μ(1 − F). */
  readonly actions: readonly number[];
  readonly acceptances: readonly number[];
  readonly steps: readonly number[];
  readonly paths: readonly Float64Array[];
  readonly end: Place;
}

/** Some draws one after the other, and the point and the random numbers from which the next go on: plain data. */
interface Block extends Omit<ChainDraws, 'end'> {
  readonly at: Iterate<HamiltonianMonteCarloState>;
  readonly random: RandomState;
}

/** Draws of a block. */
const BLOCK = 25;

/** Draws a chain by Hamiltonian Monte Carlo, block by block; what a journal has of the blocks is not drawn again. */
export function* drawnChain<Step>(
  path: PathAction,
  place: Place,
  { beta, burnIn, draws, isKept, step }: ChainPlan<Step>,
  journal: SearchJournal | undefined,
): Generator<Step, ChainDraws> {
  const sampler = hamiltonianMonteCarlo({
    burnIn,
    step: 0.5 / Math.sqrt(beta * path.mu),
    acceptance: 0.7,
    flight: Math.PI / 2 / Math.sqrt(beta),
  });
  const action: Objective = (x) => scaled(beta, path.action(x));
  const blocks: Block[] = [];
  for (let made = 0; made < burnIn + draws; made += BLOCK) {
    const { at, random } = blocks.at(-1) ?? { at: place.x, random: place.random };
    const block = recorded(journal, 'draws', function* (): Generator<Step, Block> {
      const stream = randomStreamOf(random);
      const points: Iterate<HamiltonianMonteCarloState>[] = [];
      for (const point of sample(action, sampler, at, Math.min(BLOCK, burnIn + draws - made), stream)) {
        points.push(point);
        yield step(made + points.length);
      }
      const counting = points.slice(Math.max(0, burnIn - made));
      const first = Math.max(0, made - burnIn);
      return {
        energies: counting.map(({ x }) => dot(x, x) / 2),
        actions: counting.map(({ evaluation }) => evaluation.value / beta),
        acceptances: counting.map(({ state }) => state.acceptance),
        steps: counting.map(({ state }) => state.step),
        paths: counting.filter((_, k) => isKept(first + k)).map(({ x }) => x),
        at: points.at(-1)!,
        random: stream.state(),
      };
    });
    blocks.push(yield* block);
  }
  const { at, random } = blocks.at(-1)!;
  return {
    energies: blocks.flatMap(({ energies }) => energies),
    actions: blocks.flatMap(({ actions }) => actions),
    acceptances: blocks.flatMap(({ acceptances }) => acceptances),
    steps: blocks.flatMap(({ steps }) => steps),
    paths: blocks.flatMap(({ paths }) => paths),
    end: { x: at.x, random },
  };
}
