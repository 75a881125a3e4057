import { beforeAll, expect, test } from 'vitest';
import { initBackend } from '../../../src/tensorflow/backend.ts';
import { isStudy, parseExperiment } from '../../../train/run/experiment.ts';
import { run } from '../../../train/run/run.ts';

const HEAD = 'OPENQASM 2.0;\ninclude "qelib1.inc";\nqreg q[3];\n';
const FILES: Readonly<Record<string, string>> = {
  'target.qasm': `${HEAD}h q[0]; cx q[0],q[1]; ry(0.8) q[2]; crz(1.1) q[1],q[2]; cu1(0.4) q[0],q[2];`,
  'start.qasm': `${HEAD}h q[0]; cx q[0],q[1]; ry(0.5) q[2]; crz(0.6) q[1],q[2]; cu1(0.1) q[0],q[2];`,
  'four.qasm': 'OPENQASM 2.0;\nqreg q[4];',
};
const context = { read: (path: string): Uint8Array => new TextEncoder().encode(FILES[path]) };

beforeAll(async () => {
  await initBackend({ prefer: process.env.BULKWEAVE_BACKEND });
});

async function trained(model: object) {
  const parsed = parseExperiment({
    name: 'circuits-from-files',
    target: { name: 'file', path: 'target.qasm' },
    model: { name: 'circuit-file', ...model },
    training: { starts: 1 },
    ...{ geodesic: false, fisher: false, bulk: false, gravity: false },
  });
  if ('issues' in parsed || isStudy(parsed.experiment)) throw new Error(JSON.stringify(parsed));
  const steps = run(parsed.experiment, context);
  for (;;) {
    const step = await steps.next();
    if (step.done) return step.value[0]!.training;
  }
}

test('a circuit from a file makes the state of a circuit from a file: at its own angles, or trained from there', async () => {
  const own = await trained({ path: 'target.qasm' });
  expect(own.infidelity).toBeLessThan(1e-14);
  expect(own.theta).toHaveLength(3);
  const other = await trained({ path: 'start.qasm' });
  expect(other.history[0]!.infidelity).toBeGreaterThan(1e-3);
  expect(other.infidelity).toBeLessThan(1e-6);
  expect(other.theta[0]).toBeCloseTo(0.8, 2);
  await expect(trained({ path: 'four.qasm' })).rejects.toThrow(
    "four.qasm: a circuit of the target's 3 qubits required",
  );
});
