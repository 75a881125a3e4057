/** @file Sliced paths turned about Z as a whole: a symmetry of metric and |0…0⟩ that moves the target's phases. */

import type { ComplexVector } from '../../linalg/complex.ts';
import type { Radians } from '../../units.ts';
import type { LetterCounts } from './collective-operators.ts';
import type { BegunPath } from './sector-search.ts';
import { runSlices } from './sliced-evolution.ts';
import type { YoungSector } from './young-sector.ts';

/**
 * The path with every pulse turned by an angle about Z, X → cos φ X + sin φ Y: as long as before, and its end has Dicke components
 * multiplied by e^{ikφ}, k ones. In commuting letters an orbit sum O(x, y, z) is X^x Y^y Z^z/(x! y! z!).
 *
 * @param sector - with imaginary words, too, weighed by their size
 */
export function turnedSlices(sector: YoungSector, { slices, coordinates }: BegunPath, angle: Radians): BegunPath {
  const { letters, inverseWeights } = sector;
  const controls = letters.length;
  const placeOf = new Map(letters.map((counts, a) => [counts.join(';'), a]));
  const moves = letters.map((counts, a) =>
    turnedProduct(counts, angle).map(({ to, factor }) => {
      const b = placeOf.get(to.join(';'))!;
      return { b, factor: factor * Math.sqrt(inverseWeights[a]! / inverseWeights[b]!) };
    }),
  );
  const turned = new Float64Array(coordinates.length);
  for (let k = 0; k < slices; k++) {
    moves.forEach((list, a) => {
      const x = coordinates[k * controls + a]!;
      for (const { b, factor } of list) turned[k * controls + b] = turned[k * controls + b]! + factor * x;
    });
  }
  return { slices, coordinates: turned };
}

interface Moved<Letters> {
  readonly to: Letters;
  readonly factor: number;
}

/** A product of orbit sums, turned: over all blocks. */
const turnedProduct = (counts: readonly LetterCounts[], angle: Radians): readonly Moved<readonly LetterCounts[]>[] =>
  counts.reduce<readonly Moved<readonly LetterCounts[]>[]>(
    (products, block) =>
      products.flatMap(({ to, factor }) =>
        turnedOrbit(block, angle).map((one) => ({ to: [...to, one.to], factor: factor * one.factor })),
      ),
    [{ to: [], factor: 1 }],
  );

/** (cX + sY)^x (cY − sX)^y Z^z/(x! y! z!) in the orbit sums of as many letters. */
function turnedOrbit([x, y, z]: LetterCounts, angle: Radians): readonly Moved<LetterCounts>[] {
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  return Array.from({ length: x + y + 1 }, (_, most) => {
    let factor = 0;
    for (let i = 0; i <= Math.min(x, most); i++) {
      const j = most - i; // i letters X stay, j letters Y become X
      if (j > y) continue;
      const ways = factorial(most) * factorial(x + y - most);
      const kept = factorial(i) * factorial(x - i) * factorial(j) * factorial(y - j);
      factor += (ways / kept) * c ** i * s ** (x - i) * (-s) ** j * c ** (y - j);
    }
    return { to: [most, x + y - most, z] as const, factor };
  });
}

const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));

/** Angles tried for each qubit. */
const TRIED = 16;

/**
 * The path turned so that its end is nearest to the target, for a path that was shortest to another target or for another number of
 * qubits: otherwise the phase of GHZ, which changes with the number of qubits, drags the path along.
 *
 * @param path - backwards from its target, as searches run
 */
export function turnedTowards(sector: YoungSector, target: ComplexVector, path: BegunPath): BegunPath {
  if (sector.real || sector.weights.letterWeights !== undefined) return path; // turned words are no controls, or weigh otherwise
  const { slices, coordinates } = path;
  const controls = sector.letters.length;
  const from = { length: sector.dimension, interleaved: new Float64Array(2 * sector.dimension) };
  from.interleaved[0] = 1;
  const forwards = coordinates.map((_, i) => {
    const k = Math.floor(i / controls);
    return -coordinates[(slices - 1 - k) * controls + (i % controls)]!;
  });
  const { end } = runSlices(sector, from, slices, forwards);
  const overlap = (angle: Radians): number => {
    let [re, im] = [0, 0];
    for (let i = 0; i < sector.dimension; i++) {
      const phase = sector.wrongQubits[i]! * angle;
      const [cos, sin] = [Math.cos(phase), Math.sin(phase)];
      const [a, b] = [target.interleaved[2 * i]!, -target.interleaved[2 * i + 1]!];
      const [p, q] = [end.interleaved[2 * i]!, end.interleaved[2 * i + 1]!];
      const [u, v] = [p * cos - q * sin, p * sin + q * cos];
      re += a * u - b * v;
      im += a * v + b * u;
    }
    return Math.hypot(re, im);
  };
  const qubits = sector.blocks.reduce((sum, n) => sum + n, 0);
  const tried = Array.from({ length: TRIED * qubits }, (_, k) => {
    const turn = k % 2 === 0 ? k / 2 : -(k + 1) / 2; // the smallest of equally good angles
    return (2 * Math.PI * turn) / (TRIED * qubits);
  });
  const best = tried.reduce((least, angle) => (overlap(angle) > overlap(least) + 1e-9 ? angle : least), 0);
  return turnedSlices(sector, path, best);
}
