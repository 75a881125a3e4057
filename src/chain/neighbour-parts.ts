/**
 * @file Hamiltonians of sites and neighbours, read off their matrix-product operators: what each tensor does at its site to terms
 * that begin or end there.
 */

import { chargeModulo, gradedLeg } from '../grading/graded-leg.ts';
import { type GradedTensor, gradedOf, gradedShape } from '../grading/graded-tensor.ts';
import type { ComplexArray } from '../linalg/complex.ts';
import type { ChargedOperator } from './matrix-product-operator.ts';

/** What the values of an operator's bond stand for. */
export interface Channels {
  /** Where no term has begun: all letters on the left are identities; −1 if there is no such value. */
  readonly start: number;
  /** Where a term has ended: all letters on the right are identities; −1 if there is no such value. */
  readonly done: number;
  /** All others: terms that have begun on the left and end on the right. */
  readonly open: readonly number[];
}

/** The tensor of a site at which all terms of H that meet it begin or end. */
export interface NeighbourParts {
  /** The bonds on its left and right. */
  readonly left: Channels;
  readonly right: Channels;
  /** Terms that end here or have ended before, axes (left bond, output, input). */
  readonly ended: GradedTensor;
  /** Terms that begin here or later, axes (output, input, right bond). */
  readonly started: GradedTensor;
  /** Terms of this site alone, axes (output, input). */
  readonly own: GradedTensor;
  /** Terms with the next site, axes (output, input, open values of the right bond); null if there are none. */
  readonly opened: GradedTensor | null;
  /** Terms with the site before, axes (open values of the left bond, output, input); null if there are none. */
  readonly closed: GradedTensor | null;
}

/** The parts of every tensor; null where a term goes on through the site, or where bonds lack one of the values for identities. */
export function neighbourParts(charged: ChargedOperator): readonly (NeighbourParts | null)[] {
  const channels = channelsOf(charged);
  return charged.tensors.map((_, k) => partsOf(charged, k, channels[k]!, channels[k + 1]!));
}

function partsOf(
  { tensors, bondCharges, siteCharges, modulus }: ChargedOperator,
  k: number,
  left: Channels,
  right: Channels,
): NeighbourParts | null {
  const { start } = left;
  const { done } = right;
  if (start < 0 || done < 0 || start === left.done || right.start === done) return null;
  const tensor = tensors[k]!;
  const [us, vs] = [valuesOf(tensor, 0), valuesOf(tensor, 3)];
  const goesOn = (u: number): boolean => u !== start && vs.some((v) => v !== done && !isLetter(tensor, u, v, 0));
  if (us.some(goesOn)) return null;
  const site = gradedLeg(siteCharges[k]!);
  const bond = (at: number, values: readonly number[]) =>
    gradedLeg(values.map((value) => chargeModulo(bondCharges[at]![value]!, modulus)));
  const ending = (values: readonly number[]): GradedTensor => {
    const shape = gradedShape([bond(k, values), site, site], [1, 1, -1], modulus);
    return gradedOf(selected(tensor, values, [done]), shape, NAME);
  };
  const beginning = (values: readonly number[]): GradedTensor => {
    const shape = gradedShape([site, site, bond(k + 1, values)], [1, -1, -1], modulus);
    return gradedOf(selected(tensor, [start], values), shape, NAME);
  };
  return {
    ...{ left, right },
    ended: ending(us),
    started: beginning(vs),
    own: gradedOf(selected(tensor, [start], [done]), gradedShape([site, site], [1, -1], modulus), NAME),
    opened: right.open.length > 0 ? beginning(right.open) : null,
    closed: left.open.length > 0 ? ending(left.open) : null,
  };
}

const NAME = 'matrix-product operator';

/** The values for identities on every bond: each site goes on from one to the next by the identity alone. */
function channelsOf({ tensors, bondCharges }: ChargedOperator): readonly Channels[] {
  const n = tensors.length;
  const [start, done] = [new Array<number>(n + 1).fill(-1), new Array<number>(n + 1).fill(-1)];
  start[0] = done[n] = 0;
  tensors.forEach((tensor, k) => {
    const [us, u] = [valuesOf(tensor, 0), start[k]!];
    const others = us.filter((other) => other !== u);
    const isNext = (v: number): boolean => isLetter(tensor, u, v, 1) && others.every((a) => isLetter(tensor, a, v, 0));
    if (u >= 0) start[k + 1] = valuesOf(tensor, 3).findIndex(isNext);
  });
  for (let k = n - 1; k >= 0; k--) {
    const [vs, v] = [valuesOf(tensors[k]!, 3), done[k + 1]!];
    const others = vs.filter((other) => other !== v);
    const isBefore = (u: number): boolean =>
      isLetter(tensors[k]!, u, v, 1) && others.every((b) => isLetter(tensors[k]!, u, b, 0));
    if (v >= 0) done[k] = valuesOf(tensors[k]!, 0).findIndex(isBefore);
  }
  return bondCharges.map((charges, k) => {
    const neutral = (value: number): number => (charges[value] === 0 ? value : -1);
    const [first, last] = [neutral(start[k]!), neutral(done[k]!)];
    return { start: first, done: last, open: [...charges.keys()].filter((v) => v !== first && v !== last) };
  });
}

/** Whether the letter from u to v is this multiple of the identity. */
function isLetter({ shape, interleaved }: ComplexArray, u: number, v: number, multiple: 0 | 1): boolean {
  const [, d, , cols] = shape as [number, number, number, number];
  for (let letter = 0; letter < d * d; letter++) {
    const at = 2 * ((u * d * d + letter) * cols + v);
    if (interleaved[at] !== (letter % (d + 1) === 0 ? multiple : 0) || interleaved[at + 1] !== 0) return false;
  }
  return true;
}

const valuesOf = ({ shape }: ComplexArray, axis: 0 | 3): readonly number[] => [
  ...new Array<number>(shape[axis]!).keys(),
];

/** The entries with these values of the bonds. */
function selected({ shape, interleaved }: ComplexArray, us: readonly number[], vs: readonly number[]): ComplexArray {
  const [, out, site, cols] = shape as [number, number, number, number];
  const chosen = new Float64Array(2 * us.length * out * site * vs.length);
  let at = 0;
  for (const u of us) {
    for (let letter = u * out * site; letter < (u + 1) * out * site; letter++) {
      for (const v of vs) {
        chosen[at++] = interleaved[2 * (letter * cols + v)]!;
        chosen[at++] = interleaved[2 * (letter * cols + v) + 1]!;
      }
    }
  }
  return { shape: [us.length, out, site, vs.length], interleaved: chosen };
}
