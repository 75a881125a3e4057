/** @file A path that is run, and differentiated, without its Taylor terms leaving the engine's memory. */

import { currentEngine } from '../engine/engine.ts';
import type { Address, FlipSpace } from '../engine/kernels.ts';
import type { ComplexVector } from '../linalg/complex.ts';
import {
  carryIn,
  evolve,
  evolveIn,
  pullbackEvolution,
  pullbackIn,
  pullbackRoom,
  pushforwardEvolution,
  pushforwardIn,
  rowsIn,
  seriesRoom,
} from './evolution.ts';
import { hamiltonian, hamiltonianIn, listLength, writeDiagonals } from './hamiltonian-action.ts';
import {
  addSlopes,
  coefficientsIn,
  type Layer,
  layersOf,
  type PathProblem,
  type RunPath,
  runningSpace,
} from './state-path.ts';

/**
 * Runs the path at x for the work, during which its derivatives are there: `runPath` with the same numbers, without copies of the Taylor
 * terms.
 */
export function withRunPath<Result>(problem: PathProblem, x: Float64Array, work: (run: RunPath) => Result): Result {
  const layers = layersOf(problem);
  const slices = layers.slice(-problem.slices);
  const { table } = slices[0]!;
  const length = 2 * table.size;
  const { into, outOf } = runningSpace(problem);
  const from = into(problem.from.interleaved);
  const start = layers.length > slices.length ? turnedStart(layers[0]!, from, x) : null;
  return currentEngine().withFlips(table, (space) => {
    const state = space.put(start?.state ?? from);
    const Hs = slices.map((layer) => hamiltonianIn(space, table, coefficientsIn(layer, x)));
    const room = seriesRoom(space);
    const evolutions = Hs.map((H, k) => evolveIn(space, H, state, slices[k]!.time, room));
    const vector = (at: Address): ComplexVector => {
      return { length: problem.from.length, interleaved: outOf(space.get(at, length)) };
    };
    const end = vector(state);
    const pulling = once(() => pullbackRoom(space, length, listLength(table)));
    const pushing = once(() => pushforwardRoom(space, length, listLength(table)));
    const pullback = ({ interleaved }: ComplexVector): Float64Array => {
      const gradient = new Float64Array(x.length);
      space.set(state, into(interleaved));
      for (let k = slices.length - 1; k >= 0; k--) {
        addSlopes(slices[k]!, pullbackIn(space, Hs[k]!, evolutions[k]!, state, pulling()), gradient);
      }
      if (start !== null) addSlopes(layers[0]!, start.pullback(space.get(state, length)), gradient);
      return gradient;
    };
    const pushforward = (direction: Float64Array): ComplexVector => {
      const { moving, pair, series } = pushing();
      if (start === null) space.clear(state, length);
      else space.set(state, start.pushforward(direction));
      let isMoving = start !== null;
      slices.forEach((layer, k) => {
        const change = coefficientsIn(layer, direction);
        if (change.some((h) => h !== 0)) {
          writeDiagonals(space, moving, table, change);
          pushforwardIn(space, Hs[k]!, moving, evolutions[k]!, state, pair);
          isMoving = true;
        } else if (isMoving) carryIn(space, Hs[k]!, evolutions[k]!, state, series);
      });
      return vector(state);
    };
    return work({ end, pushforward, pullback, pullbacks: (cotangents) => cotangents.map(pullback) });
  });
}

/** Where the free words of a path take its first state, and the derivatives. */
function turnedStart(layer: Layer, from: Float64Array, x: Float64Array) {
  const H = hamiltonian(layer.table, coefficientsIn(layer, x));
  const evolution = evolve(H, from, layer.time);
  return {
    state: evolution.state,
    /** ∂L/∂a for a cotangent of that state. */
    pullback: (cotangent: Float64Array): Float64Array => pullbackEvolution(H, evolution, [cotangent])[0]!.coefficients,
    pushforward: (direction: Float64Array): Float64Array => {
      const moving = hamiltonian(layer.table, coefficientsIn(layer, direction));
      return pushforwardEvolution(H, moving, evolution, new Float64Array(from.length));
    },
  };
}

function pushforwardRoom(space: FlipSpace, length: number, listed: number) {
  const pair: readonly [Address, Address] = [space.room(length), space.room(length)];
  return { moving: space.room(listed), pair, series: rowsIn(space, 1) };
}

/** What a function makes, made when it is first asked for. */
function once<Value>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => (made ??= make());
}
