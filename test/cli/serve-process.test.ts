import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BuiltProgram, builtProgram } from './built-program.ts';

let program: BuiltProgram;
beforeAll(async () => {
  program = await builtProgram();
}, 120_000);
afterAll(() => program.remove());

/** A server, and its replies line by line. */
function begun(...options: readonly string[]) {
  const child = program.start('serve', '--stdio', ...options);
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const reply = async () => JSON.parse((await lines.next()).value as string) as Record<string, unknown>;
  const ask = (request: object): Promise<Record<string, unknown>> => {
    child.stdin.write(`${JSON.stringify(request)}\n`);
    return reply();
  };
  const closed = new Promise<number | null>((resolve) => child.on('close', resolve));
  return { child, reply, ask, closed };
}

const small = { id: 'small', request: 'entropies', state: 'w(3)' };

test('a process answers until its input ends', async () => {
  const { child, reply, ask, closed } = begun();
  expect(await reply()).toMatchObject({ protocol: 1 });
  expect(await ask(small)).toMatchObject({ id: 'small', result: { sites: 3 } });
  expect(await ask({ ...small, id: 2 })).toMatchObject({ id: 2, result: { sites: 3 } });
  child.stdin.end();
  expect(await closed).toBe(0);
}, 120_000);

test('a request that takes too long is broken off, and the next one is answered', async () => {
  const { child, reply, ask, closed } = begun('--seconds', '12');
  await reply();
  const long = { id: 'long', request: 'complexity', state: 'haar-random(6)', thorough: true, starts: 100 };
  expect(await ask(long)).toEqual({
    id: 'long',
    error: { message: 'at most 12 s for a request required, it took longer', code: 1, isLate: true },
  });
  expect(await ask({ ...long, id: 'shorter', seconds: 0.2 })).toEqual({
    id: 'shorter',
    error: { message: 'at most 0.2 s for a request required, it took longer', code: 1, isLate: true },
  });
  expect(await ask(small)).toMatchObject({ id: 'small', result: { sites: 3 } });
  child.stdin.end();
  expect(await closed).toBe(0);
}, 120_000);
