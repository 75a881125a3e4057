/** @file The inputs of the workloads: raw float64 arrays and arguments in a folder that every program reads. */

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isometricMera } from '../../models/isometric-mera.ts';
import { tiling } from '../../src/geometry/tiling.ts';
import { qr } from '../../src/linalg/qr.ts';
import { randomStream, randomVector } from '../../src/linalg/random.ts';
import { symmetricEigen, symmetricFunction } from '../../src/linalg/symmetric-eigen.ts';
import { grid } from '../../src/operator/lattice.ts';
import { perfectState } from '../../src/stabiliser/perfect-state.ts';
import { stabiliserWords } from '../../src/stabiliser/stabiliser-words.ts';

/** The data written: arguments as JSON, arrays as they are. */
export interface Inputs {
  readonly arguments: Readonly<Record<string, unknown>>;
  readonly arrays: Readonly<Record<string, Float64Array>>;
}

export function writeInputs(folder: string, inputs: Inputs, options: Readonly<Record<string, unknown>> = {}): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'arguments.json'), JSON.stringify({ ...inputs.arguments, ...options }));
  for (const [name, array] of Object.entries(inputs.arrays)) writeFileSync(join(folder, `${name}.f64`), array);
}

const gaussian = (length: number, name: string, scale = 1): Float64Array => {
  const stream = randomStream(1, name);
  return Float64Array.from({ length }, () => scale * stream.normal());
};

/** A random target and small angles: 15 for every gate of the brickwork. */
export function brickworkInputs(qubits: number, depth: number, steps = 0): Inputs {
  const gates = Array.from({ length: depth }, (_, layer) => Math.floor((qubits - (layer % 2)) / 2));
  const angles = 15 * gates.reduce((sum, count) => sum + count, 0);
  const target = randomVector(2 ** qubits, randomStream(0, 'target')).interleaved;
  return { arguments: { qubits, depth, steps }, arrays: { target, theta: gaussian(angles, 'angles', 0.1) } };
}

/** Angles of the hardware-efficient circuit. */
export function hardwareEfficientInputs(qubits: number, depth: number, fisher = 0): Inputs {
  return { arguments: { qubits, depth, fisher }, arrays: { theta: gaussian(2 * qubits * depth, 'angles') } };
}

/** Two square complex matrices. */
export function matrixInputs(task: string, size: number): Inputs {
  const [a, b] = [gaussian(2 * size ** 2, 'a'), gaussian(2 * size ** 2, 'b')];
  return { arguments: { task, size }, arrays: { a, b } };
}

/** Square matrices one behind the other, Hermitian for `eigh`. */
export function batchInputs(task: string, count: number, size: number, complex: boolean): Inputs {
  const parts = complex ? 2 : 1;
  const random = gaussian(parts * count * size ** 2, 'a');
  const a =
    task !== 'eigh'
      ? random
      : random.map((x, at) => {
          const [k, part] = [Math.floor(at / parts), at % parts];
          const [row, j] = [Math.floor(k / size), k % size];
          const mirrored = parts * ((row - (row % size) + j) * size + (row % size)) + part;
          return part === 0 ? x + random[mirrored]! : x - random[mirrored]!;
        });
  return { arguments: { task, count, size, complex }, arrays: { a } };
}

/** A real symmetric matrix: random, or for `intervals` ⟨c†c⟩ of free fermions on an open chain, half filled. */
export function symmetricInputs(task: string, size: number): Inputs {
  const random = gaussian(size ** 2, 'a');
  const data = random.map((x, k) => {
    const [i, j] = [Math.floor(k / size), k % size];
    if (task === 'intervals') return Math.abs(i - j) === 1 ? -1 : 0;
    return x + random[j * size + i]!;
  });
  const arguments_ = { task, size };
  if (task !== 'intervals') return { arguments: arguments_, arrays: { a: data } };
  const occupied = (energy: number): number => (energy < 0 ? 1 : 0);
  const a = symmetricFunction(symmetricEigen({ rows: size, cols: size, data }), occupied).data;
  return { arguments: arguments_, arrays: { a } };
}

/** The norm of a projected entangled-pair state on a square: legs of both layers, sites not yet summed. */
export function pairStateInputs(side: number, bond: number): Inputs {
  const legs = Array.from({ length: side ** 2 }, (): string[] => []);
  grid(side, side).edges.forEach(([a, b], k) => {
    legs[a]!.push(`e${k}`);
    legs[b]!.push(`e${k}`);
  });
  const shapes = legs.map((own) => [...own.map(() => bond), 2]);
  const sizes = shapes.map((shape) => shape.reduce((product, extent) => product * extent, 1));
  const tensors = sizes.map((size, k) => gaussian(2 * size, `tensor ${k}`, size ** -0.25));
  const layer = (name: string): string[][] => legs.map((own, site) => [...own.map((leg) => name + leg), `s${site}`]);
  return {
    arguments: { ket: layer('k'), bra: layer('b'), shapes },
    arrays: { tensors: Float64Array.from(tensors.flatMap((tensor) => [...tensor])) },
  };
}

/** A binary MERA of real isometries, and the light cones of the terms of a Heisenberg ring, Σ S·S of neighbours. */
export function meraInputs(sites: number, bond: number): Inputs {
  const { nodes, dimensions, boundary } = isometricMera(sites, { bond });
  const isometries = nodes.map(({ tensor }, k) => {
    if (tensor.kind !== 'isometry') throw new Error('a network of isometries required');
    const random = gaussian(2 * tensor.rows * tensor.columns, `isometry ${k}`).map((x, at) => (at % 2 === 0 ? x : 0));
    return qr({ rows: tensor.rows, cols: tensor.columns, interleaved: random }).q.interleaved;
  });
  const outputs = nodes.map(({ tensor, legs }) => {
    let [rows, count] = [1, 0];
    while (tensor.kind === 'isometry' && rows < tensor.rows) rows *= dimensions[legs[count++]!]!;
    return legs.slice(0, count);
  });
  const terms = boundary.map((leg, site) => {
    const on = [leg, boundary[(site + 1) % sites]!];
    const reached = new Set(on);
    const cone = nodes.flatMap(({ legs }, k) => {
      if (!outputs[k]!.some((output) => reached.has(output))) return [];
      for (const own of legs) if (!outputs[k]!.includes(own)) reached.add(own);
      return [k];
    });
    const shared = (own: string): boolean => !reached.has(own);
    const side = (name: string): string[][] =>
      cone.map((k) => nodes[k]!.legs.map((own) => (shared(own) ? own : name + own)));
    const operator = [...on.map((own) => `b${own}`), ...on.map((own) => `k${own}`)];
    return { nodes: cone, ket: side('k'), bra: side('b'), operator };
  });
  let offset = 0;
  const placed = nodes.map(({ legs }, index) => {
    const shape = legs.map((own) => dimensions[own]!);
    const rows = outputs[index]!.reduce((product, own) => product * dimensions[own]!, 1);
    const place = { shape, offset, rows };
    offset += shape.reduce((product, extent) => product * extent, 1);
    return place;
  });
  return {
    arguments: { sites, bond, nodes: placed, terms },
    arrays: { theta: Float64Array.from(isometries.flatMap((part) => [...part])), operator: HEISENBERG },
  };
}

/** S·S of two spins ½, 4 × 4, interleaved. */
const HEISENBERG = Float64Array.from(
  [
    [0.25, 0, 0, 0],
    [0, -0.25, 0.5, 0],
    [0, 0.5, -0.25, 0],
    [0, 0, 0, 0.25],
  ].flatMap((row) => row.flatMap((x) => [x, 0])),
);

/**
 * The pentagon code of some layers, and random regions of its sites: words of a tile, bonds as pairs of qubits of all
 * tiles side by side, the open ones in the order of sites and inputs. For each tile the numbers of its bonds, −1 at the
 * boundary; the last leg, the input, is not among them.
 */
export function codeInputs(task: 'state' | 'entropies' | 'weights', layers: number, count = 10): Inputs {
  const { tiles, edges, boundary } = tiling(5, 4, { layers });
  const qubitOf = (tile: number, edge: number): number => 6 * tile + tiles[tile]!.edges.indexOf(edge);
  const inner = edges.flatMap(({ tiles: ends }, edge) => (ends.length === 2 ? [edge] : []));
  const stream = randomStream(1, 'regions');
  const regions = Array.from({ length: count }, () => [...boundary.keys()].filter(() => stream.uniform() < 0.5));
  return {
    arguments: {
      task,
      layers,
      regions,
      tiles: tiles.length,
      sites: boundary.length,
      words: stabiliserWords(perfectState(2, 6)),
      bonds: inner.map((edge) => edges[edge]!.tiles.map((tile) => qubitOf(tile, edge))),
      open: [...boundary.map((edge) => qubitOf(edges[edge]!.tiles[0]!, edge)), ...tiles.map((_, tile) => 6 * tile + 5)],
      legs: tiles.map(({ edges: sides }) => sides.map((edge) => inner.indexOf(edge))),
    },
    arrays: {},
  };
}
