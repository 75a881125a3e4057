/** @file Saving and loading TensorFlow.js models in a directory; Node.js only. */

import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs';

const WEIGHTS = 'weights.bin';
const MODEL = 'model.json';

/**
 * Saves a model as `model.json` and `weights.bin` in a directory and loads it from there, in TensorFlow.js's own
 * format: what `file://` does where @tensorflow/tfjs-node is installed, without needing it.
 *
 *     await model.save(directoryHandler('runs/ghz'));
 *     const model = await tf.loadLayersModel(directoryHandler('runs/ghz'));
 *
 * @param directory - made if it does not exist; model.json is written last, whole or not at all
 */
export function directoryHandler(directory: string): tf.io.IOHandler {
  return {
    save: async (artifacts) => {
      const { weightSpecs, weightData, ...model } = artifacts;
      const weights = tf.io.CompositeArrayBuffer.join(weightData);
      await mkdir(directory, { recursive: true });
      await replace(join(directory, WEIGHTS), new Uint8Array(weights));
      const manifest = [{ paths: [WEIGHTS], weights: weightSpecs ?? [] }];
      await replace(join(directory, MODEL), JSON.stringify({ ...model, weightsManifest: manifest }));
      return {
        modelArtifactsInfo: { dateSaved: new Date(), modelTopologyType: 'JSON', weightDataBytes: weights.byteLength },
      };
    },
    load: async () => {
      const model = JSON.parse(await readFile(join(directory, MODEL), 'utf8')) as tf.io.ModelJSON;
      return tf.io.getModelArtifactsForJSON(model, async (manifest) => {
        const files = await Promise.all(
          manifest.flatMap(({ paths }) => paths.map((path) => readFile(join(directory, path)))),
        );
        const bytes = Buffer.concat(files);
        const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
        return [manifest.flatMap(({ weights }) => weights), buffer];
      });
    },
  };
}

async function replace(path: string, content: string | Uint8Array): Promise<void> {
  await writeFile(`${path}.tmp`, content);
  await rename(`${path}.tmp`, path);
}
