/** @file Networks that are hard to contract, and networks with hyper-indices. */

import type { Leg } from '../../src/contraction/contraction-graph.ts';
import { randomStream } from '../../src/linalg/random.ts';

type Legs = Leg[][];

/** First column and number of qubits in each row of the Sycamore chip. */
const SYCAMORE_ROWS = [
  [5, 2],
  [4, 4],
  [3, 6],
  [2, 8],
  [1, 9],
  [0, 9],
  [1, 7],
  [2, 5],
  [3, 3],
  [4, 1],
] as const;
/** The qubit that did not work: one at the rim with two neighbours. */
const BROKEN = '0,5';
/** Whether couplers are vertical, and the parity of the first, in each of the four patterns. */
const PATTERNS = { A: [true, 0], B: [true, 1], C: [false, 1], D: [false, 0] } as const;

/**
 * Qubits and two-qubit gates of the supremacy circuit on 53 qubits after so many cycles ABCDCDAB…
 *
 * @see Arute et al., Nature 574, 505 (2019)
 */
export function sycamoreGates(cycles: number): {
  readonly qubits: readonly string[];
  readonly gates: readonly (readonly [string, string])[];
} {
  const places = SYCAMORE_ROWS.flatMap(([first, count], row) =>
    Array.from({ length: count }, (_, k) => [row, first + k] as const),
  ).filter((place) => place.join() !== BROKEN);
  const qubits = places.map((place) => place.join());
  const gates = Array.from({ length: cycles }, (_, cycle) => {
    const [vertical, offset] = PATTERNS['ABCDCDAB'[cycle % 8] as keyof typeof PATTERNS];
    return places.flatMap(([row, column]): [string, string][] => {
      const other = vertical ? `${row + 1},${column}` : `${row},${column + 1}`;
      const [along, across] = vertical ? [row, column] : [column, row];
      return qubits.includes(other) && (along + across + offset) % 2 === 0 ? [[`${row},${column}`, other]] : [];
    });
  }).flat();
  return { qubits, gates };
}

/**
 * An amplitude of the circuit: a tensor for each two-qubit gate, the single-qubit gates and the ends of the wires in them,
 * and tensors of one or two legs in their neighbours.
 */
export function sycamoreAmplitude(cycles: number): Legs {
  const { gates } = sycamoreGates(cycles);
  const total = new Map<string, number>();
  for (const wire of gates.flat()) total.set(wire, (total.get(wire) ?? 0) + 1);
  const time = new Map<string, number>();
  const legs = gates.map((gate) =>
    gate.flatMap((wire) => {
      const now = time.get(wire) ?? 0;
      time.set(wire, now + 1);
      return [...(now > 0 ? [`${wire} ${now}`] : []), ...(now + 1 < total.get(wire)! ? [`${wire} ${now + 1}`] : [])];
    }),
  );
  return withoutSmall(legs);
}

/** Tensors of at most two legs multiplied into a neighbour, again and again. */
function withoutSmall(given: Legs): Legs {
  const legs = [...given];
  for (;;) {
    const small = legs.findIndex(({ length }) => length <= 2);
    if (small < 0) return legs;
    const [own] = legs.splice(small, 1);
    const near = legs.findIndex((other) => other.includes(own![0]!));
    const other = legs[near]!;
    legs[near] = [...own!.filter((leg) => !other.includes(leg)), ...other.filter((leg) => !own!.includes(leg))];
  }
}

/**
 * An amplitude of the quantum approximate optimisation of a graph: ZZ rotations are diagonal, so that a wire is one leg on
 * all of them between two mixing rotations.
 */
export function diagonalCircuit(wires: number, edges: readonly (readonly [number, number])[], rounds: number): Legs {
  const legs: Legs = [];
  for (let round = 0; round < rounds; round++) {
    for (const [a, b] of edges) legs.push([`w${a}.${round}`, `w${b}.${round}`]);
    for (let wire = 0; wire < wires; wire++) {
      legs.push(round + 1 < rounds ? [`w${wire}.${round}`, `w${wire}.${round + 1}`] : [`w${wire}.${round}`]);
    }
  }
  return legs;
}

/** The number of solutions of random clauses on three variables each: a variable is a leg on all of its clauses. */
export function clauses(variables: number, count: number, seed: number): Legs {
  const stream = randomStream(seed, 'clauses');
  return Array.from({ length: count }, () => {
    const chosen = new Set<number>();
    while (chosen.size < 3) chosen.add(stream.integer(variables));
    return [...chosen].map((variable) => `x${variable}`);
  });
}
