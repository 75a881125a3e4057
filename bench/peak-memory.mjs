/**
 * @file Peak memory of one gradient of the overlap with a target: `node bench/peak-memory.mjs QUBITS PRECISION
 * PRECISION_OF_THE_TARGET`, after `npm run build`. A process of its own, so that nothing else is in it.
 */

import { createEngine } from '../dist/src/engine/engine.js';

const [qubits = '24', precision = 'float64', targetPrecision = 'float64'] = process.argv.slice(2);
const engine = createEngine({ precision });
const pairs = Array.from({ length: Number(qubits) - 1 }, (_, q) => 3 * 2 ** q);
const words = {
  flip: Int32Array.from(pairs),
  sign: Int32Array.from(pairs, () => 0),
  quarterTurns: Uint8Array.from(pairs, () => 0),
};
const Numbers = targetPrecision === 'float64' ? Float64Array : Float32Array;
const target = new Numbers(2 ** (Number(qubits) + 1)).fill(2 ** (-(Number(qubits) + 1) / 2));
const before = performance.now();
engine.overlapRotations({ words, angles: Float64Array.from(pairs, (_, g) => 1 + g / 10) }, undefined, target);
const seconds = (performance.now() - before) / 1000;
process.stdout.write(`${JSON.stringify({ mebibytes: process.resourceUsage().maxRSS / 1024, seconds })}\n`);
