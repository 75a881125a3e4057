/** @file Where optimisation begins: disentanglers near the identity, random isometries, and smaller networks inside larger ones. */

import type { Leg } from '../../contraction/contraction-graph.ts';
import { DomainError } from '../../errors.ts';
import { polarFactor } from '../../linalg/polar.ts';
import type { RandomStream } from '../../linalg/random.ts';
import { chargesOf, type GradedIsometry, gradedIsometries, readBlock, writeBlock } from './graded-isometries.ts';
import type { RenormalisationLayer } from './renormalisation-layer.ts';

/** How a start is made. */
export interface LayerStart {
  readonly real?: boolean;
  /** Size of random entries beside the identity, or beside a smaller network; default 0.1 and 0.01. */
  readonly noise?: number;
  /**
   * Whether random isometries whose legs are those of each other from right to left, as w and v of the modified binary layer, begin as
   * mirror images; default false.
   */
  readonly mirrored?: boolean;
}

/**
 * Parameters of a layer: tensors with as many inputs as outputs near the identity, all others random isometries.
 *
 * @returns shape (P,), on `layerManifold`
 */
export function layerStart(
  layer: RenormalisationLayer,
  stream: RandomStream,
  { real = true, noise = 0.1, mirrored = false }: LayerStart = {},
): Float64Array {
  const before: GradedIsometry[] = [];
  return isometric(layer, real, (isometry, theta) => {
    const isDisentangler = isometry.inputs.length === isometry.outputs.length;
    const image = mirrored && !isDisentangler ? before.find((other) => areMirrored(layer, other, isometry)) : undefined;
    before.push(isometry);
    if (image !== undefined) return addMirrorImage(layer, image, isometry, theta);
    scatter(isometry, theta, real, () => (isDisentangler ? noise : 1) * stream.normal());
    if (isDisentangler) addIdentity(layer, isometry, theta, new Set());
  });
}

/** Whether the legs of two isometries have the same states, those of the one from left to right, of the other from right to left. */
function areMirrored(layer: RenormalisationLayer, one: GradedIsometry, other: GradedIsometry): boolean {
  const states = (legs: readonly Leg[]): string => legs.map((leg) => `${chargesOf(layer, [leg])}`).join(' ');
  return (
    states(one.outputs) === states(other.outputs.toReversed()) &&
    states(one.inputs) === states(other.inputs.toReversed())
  );
}

/** Adds the mirror image of an isometry. */
function addMirrorImage(
  { unit }: RenormalisationLayer,
  from: GradedIsometry,
  to: GradedIsometry,
  theta: Float64Array,
): void {
  const [rows, columns] = [from.outputs, from.inputs].map((legs) =>
    mirroredPlaces(legs.map((leg) => unit.dimensions[leg]!)),
  );
  rows!.forEach((row, i) => {
    columns!.forEach((column, j) => {
      const at = from.offset + 2 * (i * from.width + j);
      theta.set(theta.subarray(at, at + 2), to.offset + 2 * (row * to.width + column));
    });
  });
}

/** Where the product states of sites of these dimensions are when the sites are read from right to left. */
function mirroredPlaces(dimensions: readonly number[]): readonly number[] {
  let places: readonly number[] = [0];
  let stride = 1;
  for (const d of dimensions) {
    const own = stride; // the first site is the least significant one
    places = places.flatMap((place) => Array.from({ length: d }, (_, k) => place + own * k));
    stride *= d;
  }
  return places;
}

/**
 * Parameters of a larger layer that contains a smaller one: the k-th basis state of a charge stays the k-th. What is new is as in
 * `layerStart`, so that the state of the network is the same but for the noise.
 *
 * @param small - a layer of the same form with parameters `theta`
 * @throws {DomainError} a leg of the larger layer has fewer states of some charge
 */
export function grownLayer(
  small: RenormalisationLayer,
  theta: Float64Array,
  layer: RenormalisationLayer,
  stream: RandomStream,
  { real = true, noise = 1e-2 }: LayerStart = {},
): Float64Array {
  const before = gradedIsometries(small);
  return isometric(layer, real, (isometry, out) => {
    const { node, outputs, inputs, offset, width } = isometry;
    const old = before.find((other) => other.node.id === node.id)!;
    const isDisentangler = inputs.length === outputs.length;
    const rows = placesOf(outputs.map((leg) => [small, leg, layer, leg]));
    const columns = placesOf(inputs.map((leg) => [small, leg, layer, leg]));
    const kept = new Set(columns);
    scatter(isometry, out, real, () => noise * stream.normal());
    if (isDisentangler) addIdentity(layer, isometry, out, kept);
    // New columns are small beside the old ones, which the nearest isometry therefore leaves as they are.
    for (const block of isometry.blocks) {
      const own = readBlock(out, offset, width, block, false);
      const interleaved = own.interleaved.map((x, k) =>
        kept.has(block.columns[(k >> 1) % own.cols]!) ? x : SMALL * x,
      );
      writeBlock(out, offset, width, block, { ...own, interleaved }, false);
    }
    rows.forEach((row, i) => {
      columns.forEach((column, j) => {
        const [to, from] = [offset + 2 * (row * width + column), old.offset + 2 * (i * old.width + j)];
        out[to] = out[to]! + theta[from]!;
        out[to + 1] = out[to + 1]! + theta[from + 1]!;
      });
    });
  });
}

/** Norm of new columns beside that of old ones. */
const SMALL = 1e-6;

/** Fills every isometry and takes the nearest one, block by block. */
function isometric(
  layer: RenormalisationLayer,
  real: boolean,
  fill: (isometry: GradedIsometry, theta: Float64Array) => void,
): Float64Array {
  const theta = new Float64Array(layer.unit.parameters);
  for (const isometry of gradedIsometries(layer)) {
    const { offset, width, blocks } = isometry;
    fill(isometry, theta);
    for (const block of blocks) {
      writeBlock(theta, offset, width, block, polarFactor(readBlock(theta, offset, width, block, real)), real);
    }
  }
  return theta;
}

/** New entries where charges allow them. */
function scatter(
  { offset, width, blocks }: GradedIsometry,
  theta: Float64Array,
  real: boolean,
  draw: () => number,
): void {
  for (const { rows, columns } of blocks) {
    for (const row of rows) {
      for (const column of columns) {
        const at = offset + 2 * (row * width + column);
        theta[at] = draw();
        if (!real) theta[at + 1] = draw();
      }
    }
  }
}

/** Adds the inclusion of input states among output states, but for these columns. */
function addIdentity(
  layer: RenormalisationLayer,
  { outputs, inputs, offset, width }: GradedIsometry,
  theta: Float64Array,
  without: ReadonlySet<number>,
): void {
  placesOf(inputs.map((leg, k) => [layer, leg, layer, outputs[k]!])).forEach((row, column) => {
    const at = offset + 2 * (row * width + column);
    if (!without.has(column)) theta[at] = theta[at]! + 1;
  });
}

type Inclusion = readonly [from: RenormalisationLayer, leg: Leg, to: RenormalisationLayer, leg: Leg];

/** Where the product states of legs are among those of legs that include them. */
function placesOf(inclusions: readonly Inclusion[]): readonly number[] {
  let all: readonly number[] = [0];
  for (const [from, leg, to, target] of inclusions) {
    const [own, other] = [chargesOf(from, [leg]), chargesOf(to, [target])];
    const seen = new Map<number, number>();
    const places = own.map((charge) => {
      const place = other.indexOf(charge, seen.get(charge) ?? 0);
      if (place < 0) {
        throw new DomainError(
          `renormalisation layer: at least as many states of charge ${charge} on leg '${target}' required as on '${leg}'`,
        );
      }
      seen.set(charge, place + 1);
      return place;
    });
    all = all.flatMap((head) => places.map((place) => head * other.length + place));
  }
  return all;
}
