/**
 * @file Peak memory of one gradient of the overlap with a target: `node bench/peak-memory.mjs QUBITS PRECISION`, after
 * `npm run build`. A process of its own, so that nothing else is in it.
 */

import { createEngine, engine as standard } from '../dist/src/engine/engine.js';

const [qubits, precision] = [Number(process.argv[2] ?? 24), process.argv[3] ?? 'float64'];
const engine = precision === 'float64' ? standard : createEngine({ precision });
const pairs = Array.from({ length: qubits - 1 }, (_, q) => 3 * 2 ** q);
const words = {
  flip: Int32Array.from(pairs),
  sign: Int32Array.from(pairs, () => 0),
  quarterTurns: Uint8Array.from(pairs, () => 0),
};
const target = new Float64Array(2 ** (qubits + 1)).fill(2 ** (-qubits / 2));
const before = performance.now();
engine.overlapRotations({ words, angles: Float64Array.from(pairs, (_, g) => 1 + g / 10) }, undefined, target);
const seconds = (performance.now() - before) / 1000;
process.stdout.write(`${JSON.stringify({ mebibytes: process.resourceUsage().maxRSS / 1024, seconds })}\n`);
