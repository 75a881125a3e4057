/** @file Networks of the kinds in the literature on contraction paths. */

import type { Leg } from '../../src/contraction/contraction-graph.ts';
import { randomStream } from '../../src/linalg/random.ts';
import { clauses, diagonalCircuit, sycamoreAmplitude } from './hard-networks.ts';

type Legs = Leg[][];

/** Tensors on the nodes of a graph, one leg for each edge. */
function ofEdges(count: number, edges: readonly (readonly [number, number])[]): Legs {
  const legs: Legs = Array.from({ length: count }, () => []);
  edges.forEach(([a, b], k) => {
    legs[a]!.push(`e${k}`);
    legs[b]!.push(`e${k}`);
  });
  return legs;
}

function gridEdges(side: readonly number[]): [number, number][] {
  const stride = side.map((_, axis) => side.slice(0, axis).reduce((x, y) => x * y, 1));
  const count = side.reduce((x, y) => x * y, 1);
  return Array.from({ length: count }, (_, i) => i).flatMap((i) =>
    side.flatMap((length, axis): [number, number][] =>
      Math.floor(i / stride[axis]!) % length < length - 1 ? [[i, i + stride[axis]!]] : [],
    ),
  );
}

/** A random 3-regular multigraph without loops: a pairing of half-edges. */
function regular(count: number, seed: number): [number, number][] {
  const stream = randomStream(seed, 'regular graph');
  for (;;) {
    const ends = Array.from({ length: 3 * count }, (_, k) => Math.floor(k / 3));
    for (let k = ends.length - 1; k > 0; k--) {
      const other = stream.integer(k + 1);
      [ends[k], ends[other]] = [ends[other]!, ends[k]!];
    }
    const edges = Array.from(
      { length: ends.length / 2 },
      (_, k) => [ends[2 * k]!, ends[2 * k + 1]!] as [number, number],
    );
    if (edges.every(([a, b]) => a !== b)) return edges;
  }
}

/** Gates on wires, one after the other, closed with a vector at either end of every wire. */
function circuit(wires: number, gates: readonly (readonly number[])[]): Legs {
  const legs: Legs = Array.from({ length: wires }, (_, wire) => [`w${wire}.0`]);
  const time = new Array<number>(wires).fill(0);
  for (const on of gates) {
    legs.push([...on.map((wire) => `w${wire}.${time[wire]! + 1}`), ...on.map((wire) => `w${wire}.${time[wire]}`)]);
    for (const wire of on) time[wire]!++;
  }
  for (let wire = 0; wire < wires; wire++) legs.push([`w${wire}.${time[wire]}`]);
  return legs;
}

/** An amplitude of a brickwork of two-qubit gates on a line. */
const brickwork = (wires: number, depth: number): Legs =>
  circuit(
    wires,
    Array.from({ length: depth }, (_, layer) =>
      Array.from({ length: Math.floor((wires - (layer % 2)) / 2) }, (_, k) => [
        2 * k + (layer % 2),
        2 * k + 1 + (layer % 2),
      ]),
    ).flat(),
  );

/** An amplitude of two-qubit gates on a square lattice, acting in the four directions in turn. */
function latticeCircuit(side: number, depth: number): Legs {
  const gates: number[][] = [];
  for (let layer = 0; layer < depth; layer++) {
    const [stride, parity] = [layer % 2 === 0 ? 1 : side, Math.floor(layer / 2) % 2];
    for (const [a, b] of gridEdges([side, side])) {
      const place = stride === 1 ? a % side : Math.floor(a / side);
      if (b - a === stride && place % 2 === parity) gates.push([a, b]);
    }
  }
  return circuit(side * side, gates);
}

/** Norm of a projected entangled-pair state with a two-site operator: both layers, sites not yet summed. */
const pairStateNorm = (side: number): Legs => {
  const one = ofEdges(side * side, gridEdges([side, side]));
  return [
    ...one.map((own, site) => [...own.map((leg) => `ket ${leg}`), `s${site}`]),
    ...one.map((own, site) => [...own.map((leg) => `bra ${leg}`), `s${site}`]),
  ];
};

/** Energy of a binary MERA with periodic boundary: ket, bra, and an operator on three sites in the middle. */
function mera(sites: number): Legs {
  const half = (side: string): { legs: Legs; wires: Leg[] } => {
    let wires: Leg[] = ['top'];
    const legs: Legs = [];
    let [name, first] = [0, true];
    while (wires.length < sites) {
      const split: Leg[] = [];
      for (const wire of wires) {
        const out = [`${side}${name++}`, `${side}${name++}`];
        legs.push(first ? out : [...out, wire]);
        split.push(...out);
      }
      const next = [...split];
      if (!first) {
        for (let k = 1; k < split.length; k += 2) {
          const other = (k + 1) % split.length;
          const out = [`${side}${name++}`, `${side}${name++}`];
          legs.push([...out, split[k]!, split[other]!]);
          [next[k], next[other]] = [out[0]!, out[1]!];
        }
      }
      [wires, first] = [next, false];
    }
    return { legs, wires };
  };
  const [ket, bra] = [half('k'), half('b')];
  const on = [sites / 2 - 1, sites / 2, sites / 2 + 1];
  const joined = new Map(bra.wires.flatMap((wire, k) => (on.includes(k) ? [] : [[wire, ket.wires[k]!] as const])));
  return [
    ...ket.legs,
    ...bra.legs.map((own) => own.map((leg) => joined.get(leg) ?? leg)),
    [...on.map((k) => ket.wires[k]!), ...on.map((k) => bra.wires[k]!)],
  ];
}

/** Norm of a binary tree with its bonds, a site at every leaf. */
function tree(depth: number): Legs {
  const legs: Legs = [];
  for (const side of ['k', 'b']) {
    for (let node = 1; node < 2 ** depth; node++) {
      const below = [2 * node, 2 * node + 1].map((child) => (child < 2 ** depth ? `${side}${child}` : `s${child}`));
      legs.push([...below, ...(node > 1 ? [`${side}${node}`] : [])]);
    }
  }
  return legs;
}

export const NETWORKS: readonly (readonly [string, Legs, number])[] = [
  ['grid 8 × 8, bond 4', ofEdges(64, gridEdges([8, 8])), 4],
  ['grid 16 × 16, bond 2', ofEdges(256, gridEdges([16, 16])), 2],
  ['cube 5 × 5 × 5, bond 2', ofEdges(125, gridEdges([5, 5, 5])), 2],
  ['random 3-regular, 60 vertices, bond 3', ofEdges(60, regular(60, 1)), 3],
  ['random 3-regular, 150 vertices, bond 2', ofEdges(150, regular(150, 2)), 2],
  ['brickwork amplitude, 20 qubits, depth 16', brickwork(20, 16), 2],
  ['lattice circuit amplitude, 5 × 5, depth 12', latticeCircuit(5, 12), 2],
  ['MERA energy, 32 sites, bond 4', mera(32), 4],
  ['PEPS norm 6 × 6, bond 4', pairStateNorm(6), 4],
  ['tree norm, 64 sites, bond 8', tree(6), 8],
  ['cube 6 × 6 × 10, bond 2', ofEdges(360, gridEdges([6, 6, 10])), 2],
  ['Sycamore amplitude, 53 qubits, 20 cycles', sycamoreAmplitude(20), 2],
  ['approximate optimisation, 30 qubits, 4 rounds, hyper-indices', diagonalCircuit(30, regular(30, 3), 4), 2],
  ['solutions of 90 clauses of 40 variables, hyper-indices', clauses(40, 90, 4), 2],
];
