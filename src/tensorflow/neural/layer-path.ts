/** @file The paths of data through the layers of a TensorFlow.js model. */

import * as tf from '@tensorflow/tfjs';
import { ShapeError } from '../../errors.ts';
import { type LayerPath, pathGeometry } from '../../likelihood/residual-path.ts';

/**
 * The paths of a batch through the layers of a model: the input, and the outputs of all layers that have its size, in order. Where the width
 * changes there is no distance, so layers of other sizes are left out.
 *
 * @param model - of one input; sequential or functional
 * @param batch - shape [rows, …]
 * @returns the path of each row, with its length, energy and straightness
 * @throws {ShapeError} no layer has the size of the input
 *
 * @see Dong, Wu & Zhou, arXiv:1710.10784 (2017)
 */
export function layerPath(model: tf.LayersModel, batch: tf.Tensor): readonly LayerPath[] {
  const rows = batch.shape[0]!;
  const width = batch.size / rows;
  const outputs = model.layers
    .map(({ output }) => output as tf.SymbolicTensor)
    .filter((output, l) => l > 0 || !model.inputs.includes(output));
  const equal = outputs.filter(({ shape }) => shape.slice(1).reduce((size: number, n) => size * n!, 1) === width);
  if (equal.length === 0) {
    throw new ShapeError(`layerPath: a layer with ${width} outputs, as many as inputs, required, got none`);
  }
  const points = tf.tidy(() => {
    const through = tf.model({ inputs: model.inputs, outputs: [...equal] });
    const found = through.predictOnBatch(batch);
    return [batch, ...(Array.isArray(found) ? found : [found])].map((layer) => layer.dataSync() as Float32Array);
  });
  return Array.from({ length: rows }, (_, row) => {
    const path = points.map((layer) => Float64Array.from(layer.subarray(row * width, (row + 1) * width)));
    return { points: path, ...pathGeometry(path) };
  });
}
