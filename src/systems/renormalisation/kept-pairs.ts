/** @file Two operators at places that layers keep: where they meet, and how one of them climbs until then. */

import { DomainError } from '../../errors.ts';
import { type ComplexMatrix, sizeOf } from '../../linalg/complex.ts';
import { programsOf, run, tensorsOf } from './layer-programs.ts';
import type { Constellation, RenormalisationLayer, Window } from './renormalisation-layer.ts';

/** Pairs of kept places of one kind, below neighbouring sites. */
export interface KeptPairs {
  readonly kind: number;
  readonly pairs: readonly Constellation[];
  /** From the one place to the other, in fine sites. */
  readonly distance: number;
}

/**
 * The pairs of places below a neighbourhood, kind by kind: those of `kept.products`.
 *
 * @throws {DomainError} a layer that names none; pairs at different distances, or of several layers at once
 */
export function keptPairs(caller: string, { unit, kept }: RenormalisationLayer): readonly KeptPairs[] {
  const groups = (kept?.products ?? []).map(({ pairs }) => pairs).filter((pairs) => pairs.length > 0);
  if (groups.length === 0) throw new DomainError(`${caller}: a layer with pairs of kept places required`);
  const all = groups.flat();
  if (all.some((pair) => (pair.unit ?? unit) !== unit)) {
    throw new DomainError(`${caller}: pairs of places of the unit itself required`);
  }
  const distances = all.map(({ operators: [first, second] }) => {
    const [from, to] = [first, second].map((one) => unit.boundary.indexOf(one!.legs[0]!));
    return to! - from!;
  });
  if (distances.some((own) => own !== distances[0])) {
    throw new DomainError(`${caller}: pairs of kept places at one distance required, got ${[...new Set(distances)]}`);
  }
  return groups.map((pairs) => ({ kind: pairs[0]!.operators[0]!.kind, pairs, distance: distances[0]! }));
}

/** Kinds of a kept place, below and above. */
export const kindsOf = ({ kinds = [0, 0] }: Window): readonly [fine: number, coarse: number] => kinds;

/** Dimensions of the sites of a place. */
export const placeDimensions = (
  { unit }: RenormalisationLayer,
  place: Window,
  side: 'fine' | 'coarse',
): readonly number[] => place[side].map((leg) => unit.dimensions[leg]!);

/** The operator above a place that has the expectation values of one there. */
export function climbed(
  layer: RenormalisationLayer,
  theta: Float64Array,
  place: Window,
  operator: ComplexMatrix,
): ComplexMatrix {
  const { ascend, coarse } = programsOfPlace(layer, place);
  const [interleaved] = run(ascend, [operator.interleaved, ...tensorsOf(layer.unit, theta)]);
  return { rows: coarse, cols: coarse, interleaved: interleaved! };
}

/** The channel to a place from above as a matrix: rows are entries ρ_ij of its state, columns those of the state above. */
export function placeChannel(layer: RenormalisationLayer, theta: Float64Array, place: Window): ComplexMatrix {
  const { descend, fine, coarse } = programsOfPlace(layer, place);
  const tensors = tensorsOf(layer.unit, theta);
  const [rows, cols] = [fine ** 2, coarse ** 2];
  const interleaved = new Float64Array(2 * rows * cols);
  for (let column = 0; column < cols; column++) {
    const unit = new Float64Array(2 * cols);
    unit[2 * column] = 1;
    const image = run(descend, [unit, ...tensors])[0]!;
    for (let row = 0; row < rows; row++) {
      interleaved.set(image.subarray(2 * row, 2 * row + 2), 2 * (row * cols + column));
    }
  }
  return { rows, cols, interleaved };
}

function programsOfPlace(layer: RenormalisationLayer, place: Window) {
  const [fine, coarse] = (['fine', 'coarse'] as const).map((side) => sizeOf(placeDimensions(layer, place, side)));
  const one = { fine: place.fine, coarse: place.coarse, kinds: [0, 0] } as const;
  return { ...programsOf(layer.unit, [one], [fine! ** 2], [coarse! ** 2]), fine: fine!, coarse: coarse! };
}
