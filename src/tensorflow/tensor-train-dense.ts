/** @file A dense layer whose kernel is a matrix-product operator (tensor train). */

import * as tf from '@tensorflow/tfjs';
import { chainOfVector } from '../chain/matrix-product-state.ts';
import { DomainError, ShapeError } from '../errors.ts';
import { complexVector, sizeOf } from '../linalg/complex.ts';
import { randomStream } from '../linalg/random.ts';

export interface TensorTrainDenseOptions {
  /** Factors m₁ … m_d of the number of inputs. */
  readonly inputs: readonly number[];
  /** Factors n₁ … n_d of the number of units. */
  readonly outputs: readonly number[];
  /** Greatest bond dimension; default 8. */
  readonly bond?: number;
  /** A kernel of shape [Π m, Π n], row-major, to begin with, truncated to the bond; default random, of Glorot's variance. */
  readonly kernel?: ArrayLike<number>;
  readonly useBias?: boolean;
  /** Seed of the random kernel; default 1. */
  readonly seed?: number;
  readonly name?: string;
  readonly trainable?: boolean;
}

type LayerConfig = ConstructorParameters<typeof tf.layers.Layer>[0];
type Weight = ReturnType<tf.layers.Layer['addWeight']>;

/**
 * The dense layer x ↦ xW + b whose kernel is a train of d cores,
 *
 *     W(i₁…i_d, j₁…j_d) = G₁(i₁, j₁) G₂(i₂, j₂) … G_d(i_d, j_d),    G_k(i, j) a bond × bond matrix,
 *
 * with Σ m_k n_k χ² parameters instead of Π m_k n_k. Made of stock operations, so that gradients of every order and all backends are
 * those of TensorFlow.js. `compression` tells the ratio. At full bond it is the dense layer.
 *
 * @see Novikov, Podoprikhin, Osokin & Vetrov, NIPS 2015, arXiv:1509.06569
 */
export class TensorTrainDense extends tf.layers.Layer {
  static readonly className = 'TensorTrainDense';
  readonly #options: Required<Pick<TensorTrainDenseOptions, 'inputs' | 'outputs' | 'bond' | 'useBias' | 'seed'>>;
  readonly #cores: readonly { readonly shape: readonly number[]; readonly entries: Float32Array }[];
  #weights: Weight[] = [];
  #bias: Weight | undefined;

  /** @throws {ShapeError} lists of factors of different length, or a kernel of another size; @throws {DomainError} factors or a bond below 1 */
  constructor(options: TensorTrainDenseOptions) {
    const { inputs, outputs, bond = 8, kernel, useBias = true, seed = 1, ...rest } = options;
    super({ inputShape: [sizeOf(inputs)], ...rest } as LayerConfig);
    checkFactors(inputs, outputs, bond);
    this.#options = { inputs, outputs, bond, useBias, seed };
    this.#cores =
      kernel === undefined ? randomCores(inputs, outputs, bond, seed) : coresOf(kernel, inputs, outputs, bond);
  }

  /** Parameters of a dense kernel divided by those of the train. */
  get compression(): number {
    const { inputs, outputs } = this.#options;
    return (sizeOf(inputs) * sizeOf(outputs)) / this.#cores.reduce((sum, { entries }) => sum + entries.length, 0);
  }

  override build(inputShape: tf.Shape | tf.Shape[]): void {
    this.computeOutputShape(inputShape);
    this.#weights = this.#cores.map(({ shape, entries }, k) => {
      const weight = this.addWeight(`core${k}`, [...shape], 'float32', tf.initializers.zeros());
      const initial = tf.tensor(entries, [...shape]);
      weight.write(initial);
      initial.dispose();
      return weight;
    });
    if (this.#options.useBias) {
      this.#bias = this.addWeight('bias', [sizeOf(this.#options.outputs)], 'float32', tf.initializers.zeros());
    }
    super.build(inputShape);
  }

  override computeOutputShape(inputShape: tf.Shape | tf.Shape[]): tf.Shape {
    const shape = (Array.isArray(inputShape[0]) ? inputShape[0] : inputShape) as tf.Shape;
    const { inputs, outputs } = this.#options;
    if (shape.length !== 2 || shape[1] !== sizeOf(inputs)) {
      throw new ShapeError(`TensorTrainDense: inputs of shape [batch, ${sizeOf(inputs)}] required, got [${shape}]`);
    }
    return [shape[0]!, sizeOf(outputs)];
  }

  override call(given: tf.Tensor | tf.Tensor[]): tf.Tensor {
    return tf.tidy(() => {
      const x = Array.isArray(given) ? given[0]! : given;
      const { inputs, outputs } = this.#options;
      let rest = sizeOf(inputs);
      let done = x.shape[0]!; // batch and outputs so far
      let carried: tf.Tensor = x;
      inputs.forEach((m, k) => {
        const [left, , n, right] = this.#cores[k]!.shape as [number, number, number, number];
        rest /= m;
        // [done, bond·m, rest] ↦ [done, rest, bond·m] · [bond·m, n·bond] ↦ [done, n, bond, rest]
        const rows = tf.reshape(tf.transpose(tf.reshape(carried, [done, left * m, rest]), [0, 2, 1]), [-1, left * m]);
        const product = tf.matMul(rows as tf.Tensor2D, tf.reshape(this.#weights[k]!.read(), [left * m, n * right]));
        carried = tf.transpose(tf.reshape(product, [done, rest, n * right]), [0, 2, 1]);
        done *= n;
      });
      const result = tf.reshape(carried, [x.shape[0]!, sizeOf(outputs)]);
      return this.#bias === undefined ? result : tf.add(result, this.#bias.read());
    });
  }

  override getConfig(): tf.serialization.ConfigDict {
    const { inputs, outputs, ...rest } = this.#options;
    return { ...super.getConfig(), ...rest, inputs: [...inputs], outputs: [...outputs] } as tf.serialization.ConfigDict;
  }
}

tf.serialization.registerClass(TensorTrainDense);

function checkFactors(inputs: readonly number[], outputs: readonly number[], bond: number): void {
  if (inputs.length === 0 || inputs.length !== outputs.length) {
    throw new ShapeError(
      `TensorTrainDense: as many factors of inputs as of outputs required, got ${inputs.length} and ${outputs.length}`,
    );
  }
  const wrong = [...inputs, ...outputs, bond].find((d) => !(Number.isInteger(d) && d >= 1));
  if (wrong !== undefined)
    throw new DomainError(`TensorTrainDense: factors and a bond of 1 or more required, got ${wrong}`);
}

/** Random cores: the kernel's entries have the variance 2/(inputs + units). */
function randomCores(inputs: readonly number[], outputs: readonly number[], bond: number, seed: number) {
  const stream = randomStream(seed, 'tensor train');
  const bonds = bondsOf(
    inputs.map((m, k) => m * outputs[k]!),
    bond,
  );
  const paths = bonds.reduce((product, d) => product * d, 1);
  const variance = 2 / (sizeOf(inputs) + sizeOf(outputs)) / paths;
  const deviation = variance ** (1 / 2 / inputs.length);
  return inputs.map((m, k) => {
    const shape = [bonds[k]!, m, outputs[k]!, bonds[k + 1]!];
    return { shape, entries: Float32Array.from({ length: sizeOf(shape) }, () => deviation * stream.normal()) };
  });
}

/** The cores of a kernel by singular value decompositions. */
function coresOf(kernel: ArrayLike<number>, inputs: readonly number[], outputs: readonly number[], bond: number) {
  const size = sizeOf(inputs) * sizeOf(outputs);
  if (kernel.length !== size)
    throw new ShapeError(`TensorTrainDense: a kernel of ${size} entries required, got ${kernel.length}`);
  const pairs = inputs.map((m, k) => m * outputs[k]!);
  // (i₁ … i_d, j₁ … j_d) ↦ (i₁, j₁, …, i_d, j_d)
  const entries = new Float64Array(size);
  for (let at = 0; at < size; at++) {
    let [i, j, to, stride] = [Math.floor(at / sizeOf(outputs)), at % sizeOf(outputs), 0, 1];
    for (let k = inputs.length - 1; k >= 0; k--) {
      to += stride * ((i % inputs[k]!) * outputs[k]! + (j % outputs[k]!));
      stride *= pairs[k]!;
      [i, j] = [Math.floor(i / inputs[k]!), Math.floor(j / outputs[k]!)];
    }
    entries[to] = kernel[at]!;
  }
  const bonds = bondsOf(pairs, bond);
  return chainOfVector(complexVector(entries), pairs, { bond }).map(({ shape, interleaved }, k) => {
    const [left, pair, right] = shape as [number, number, number];
    // A kernel of lower rank leaves the rest of a core zero.
    const core = new Float32Array(bonds[k]! * pair * bonds[k + 1]!);
    for (let e = 0; e < left * pair; e++) {
      for (let r = 0; r < right; r++) core[e * bonds[k + 1]! + r] = interleaved[2 * (e * right + r)]!;
    }
    return { shape: [bonds[k]!, inputs[k]!, outputs[k]!, bonds[k + 1]!], entries: core };
  });
}

/** Dimensions of all bonds, the trivial ones at the ends included. */
function bondsOf(pairs: readonly number[], bond: number): readonly number[] {
  return Array.from({ length: pairs.length + 1 }, (_, k) =>
    Math.min(bond, sizeOf(pairs.slice(0, k)), sizeOf(pairs.slice(k))),
  );
}
