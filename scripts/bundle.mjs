/**
 * Joins the modules behind the entry points of the package into a few files: `npm run build`. Node then opens some ten
 * files instead of some three hundred, and a first result is there several times sooner. Dependencies stay outside.
 */

import { rolldown } from 'rolldown';

const input = {
  index: 'dist/src/index.js',
  models: 'dist/models/index.js',
  datasets: 'dist/datasets/index.js',
  train: 'dist/train/index.js',
  tensorflow: 'dist/src/tensorflow/index.js',
};
const bundle = await rolldown({ input, platform: 'neutral', external: /^[^./]/ });
await bundle.write({ dir: 'dist/bundle', format: 'esm', cleanDir: true });
