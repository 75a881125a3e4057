/** @file One row of a two-dimensional network between the boundaries above and below it. */

import { contract, contractionPlan } from '../contraction/contract.ts';
import type { Leg } from '../contraction/contraction-graph.ts';
import { currentEngine } from '../engine/engine.ts';
import { ShapeError } from '../errors.ts';
import type { ComplexArray, ComplexMatrix } from '../linalg/complex.ts';
import { multiply } from '../linalg/matrix.ts';
import { conjugate, type Row } from './grid-rows.ts';
import type { Chain } from './matrix-product-state.ts';

/** What a row is worth, times e^log: as it stands, and with an operator on the ket at each column. */
export interface RowValues {
  readonly norm: number;
  readonly values: Float64Array;
  readonly log: number;
}

/**
 * The real parts of a row of kets and bras between two boundaries, with an operator M at each column in turn:
 *
 *     ┌──o──o──o──┐
 *     │  A  M  A  │     from environments on the left and on the right, each scaled to 1
 *     └──o──o──o──┘
 *
 * @param kets - the row, where operators may act already; M acts after them
 * @param operator - M, shape (d, d); null leaves `values` empty
 *
 * Cost O(columns χ³ D² d).
 */
export function rowValues(above: Chain, kets: Row, bras: Row, below: Chain, operator: ComplexMatrix | null): RowValues {
  const columns = kets.length;
  const one = { shape: [1, 1, 1, 1], interleaved: Float64Array.of(1, 0) };
  const column = (c: number, ket = kets[c]!): readonly Piece[] => [
    { legs: ['a', 'u', 'U', 'A'], array: paired(above[c]!) },
    { legs: ['u', 'k', 's', 'l', 'd'], array: ket },
    { legs: ['U', 'K', 's', 'L', 'D'], array: conjugate(bras[c]!) },
    { legs: ['b', 'd', 'D', 'B'], array: paired(below[c]!) },
  ];
  const left: Scaled[] = [{ array: one, log: 0 }];
  for (let c = 0; c < columns; c++) {
    const { array, log } = left[c]!;
    left.push(scaled(joined([{ legs: LEFT, array }, ...column(c)], RIGHT), log));
  }
  const right: Scaled[] = [{ array: one, log: 0 }];
  for (let c = columns - 1; c >= 0; c--) {
    const { array, log } = right[0]!;
    right.unshift(scaled(joined([{ legs: RIGHT, array }, ...column(c)], LEFT), log));
  }
  const { array: whole, log } = left[columns]!;
  const values = new Float64Array(operator === null ? 0 : columns);
  for (let c = 0; c < values.length; c++) {
    const pieces = [
      { legs: LEFT, array: left[c]!.array },
      ...column(c, withOperator(operator!, kets[c]!)),
      { legs: RIGHT, array: right[c + 1]!.array },
    ];
    values[c] = joined(pieces, []).interleaved[0]! * Math.exp(left[c]!.log + right[c + 1]!.log - log);
  }
  return { norm: whole.interleaved[0]!, values, log };
}

/** A tensor of a row with a matrix on its site. */
export function withOperator(operator: ComplexMatrix, { shape, interleaved }: ComplexArray): ComplexArray {
  const [up, left, site, right, down] = shape as [number, number, number, number, number];
  if (operator.rows !== site || operator.cols !== site) {
    throw new ShapeError(`planes: a matrix ${site}×${site} on a site required, got ${operator.rows}×${operator.cols}`);
  }
  const first = currentEngine().permute(interleaved, shape, [2, 0, 1, 3, 4]);
  const cols = up * left * right * down;
  const product = multiply(operator, { rows: site, cols, interleaved: first }).interleaved;
  return { shape, interleaved: currentEngine().permute(product, [site, up, left, right, down], [1, 2, 0, 3, 4]) };
}

const LEFT: readonly Leg[] = ['a', 'k', 'K', 'b'];
const RIGHT: readonly Leg[] = ['A', 'l', 'L', 'B'];

interface Piece {
  readonly legs: readonly Leg[];
  readonly array: ComplexArray;
}

/** array · e^log. */
interface Scaled {
  readonly array: ComplexArray;
  readonly log: number;
}

/** A boundary's tensor with the legs of ket and bra apart. */
function paired({ shape, interleaved }: ComplexArray): ComplexArray {
  const d = Math.sqrt(shape[1]!);
  return { shape: [shape[0]!, d, d, shape[2]!], interleaved };
}

function joined(pieces: readonly Piece[], output: readonly Leg[]): ComplexArray {
  const dimensions: Record<Leg, number> = {};
  for (const { legs, array } of pieces) {
    legs.forEach((leg, axis) => {
      dimensions[leg] = array.shape[axis]!;
    });
  }
  const plan = contractionPlan(
    pieces.map(({ legs }) => legs),
    dimensions,
    output,
  );
  const { value, exponent } = contract(
    plan,
    pieces.map(({ array }) => array),
  );
  const shape = output.map((leg) => dimensions[leg]!);
  return { shape, interleaved: value.interleaved.map((x) => x * 2 ** exponent) };
}

function scaled({ shape, interleaved }: ComplexArray, log: number): Scaled {
  const size = Math.sqrt(interleaved.reduce((sum, x) => sum + x * x, 0)) || 1;
  return { array: { shape, interleaved: interleaved.map((x) => x / size) }, log: log + Math.log(size) };
}
