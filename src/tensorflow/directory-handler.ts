/** @file Saving and loading TensorFlow.js models in a directory; Node.js only, but harmless to import elsewhere. */

import * as tf from '@tensorflow/tfjs';
import { DomainError } from '../errors.ts';

const WEIGHTS = 'weights.bin';
const MODEL = 'model.json';

/**
 * Saves a model as `model.json` and `weights.bin` in a directory and loads it from there, in TensorFlow.js's own
 * format: what `file://` does where @tensorflow/tfjs-node is installed, without needing it.
 *
 * A program in docs/tensorflow.md saves a model and reads it back.
 *
 * @param directory - created if it does not exist; each file is written whole or not at all, model.json last
 * @throws {DomainError} not on Node.js
 */
export function directoryHandler(directory: string): tf.io.IOHandler {
  const { mkdir, readFile, rename, writeFile } = fileSystem();
  const replace = async (file: string, content: string | Uint8Array): Promise<void> => {
    await writeFile(`${directory}/${file}.tmp`, content);
    await rename(`${directory}/${file}.tmp`, `${directory}/${file}`);
  };
  return {
    save: async ({ weightSpecs = [], weightData, ...model }) => {
      const weights = tf.io.CompositeArrayBuffer.join(weightData);
      const weightsManifest = [{ paths: [WEIGHTS], weights: weightSpecs }];
      await mkdir(directory, { recursive: true });
      await replace(WEIGHTS, new Uint8Array(weights));
      await replace(MODEL, JSON.stringify({ ...model, weightsManifest }));
      const weightDataBytes = weights.byteLength;
      return { modelArtifactsInfo: { dateSaved: new Date(), modelTopologyType: 'JSON', weightDataBytes } };
    },
    load: async () => {
      const model = JSON.parse(await readFile(`${directory}/${MODEL}`, 'utf8')) as tf.io.ModelJSON;
      return tf.io.getModelArtifactsForJSON(model, async (manifest) => {
        const paths = manifest.flatMap((group) => group.paths);
        const files = await Promise.all(paths.map((path) => readFile(`${directory}/${path}`)));
        const weights = tf.io.CompositeArrayBuffer.join(files.map((file) => Uint8Array.from(file).buffer));
        return [manifest.flatMap((group) => group.weights), weights];
      });
    },
  };
}

/** Loaded at run time, so that bundles for browsers need no node:fs. */
function fileSystem(): typeof import('node:fs/promises') {
  if (typeof process === 'undefined' || process.getBuiltinModule === undefined) {
    throw new DomainError('directoryHandler: Node.js required');
  }
  return process.getBuiltinModule('node:fs/promises');
}
