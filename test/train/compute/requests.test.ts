import { describe, expect, test } from 'vitest';
import { solution } from '../../../src/optimise/minimise.ts';
import { REQUESTS } from '../../../train/compute/catalogue.ts';
import { answered, type CheckedRequest, checkedRequest, issuesLines } from '../../../train/compute/compute.ts';
import { interrupted } from '../../helpers/interrupted.ts';

const nothing = {
  read: (path: string): Uint8Array => {
    throw new Error(`no file ${path}`);
  },
};

async function checked(json: object): Promise<CheckedRequest> {
  const found = await checkedRequest(json);
  if ('issues' in found) throw new Error(issuesLines(found.issues));
  return found.checked;
}

describe.each(Object.entries(REQUESTS).filter(([name]) => name !== 'compare'))('%s', (name, { load }) => {
  test('answers its example as its schema says, and in words', async () => {
    const { request } = await load();
    const steps = answered(await checked({ request: name, ...request.example }), nothing);
    let step = steps.next();
    while (!step.done) step = steps.next();
    const { result, notes } = step.value;
    expect(request.result.safeParse(result).error?.issues).toBeUndefined();
    expect(request.text(result).join('\n')).toMatch(/\w/);
    expect(notes).toEqual([]);
    if (process.env.SHOW) console.log(name, request.text(result).join('\n'));
  });
});

test('requests that are kept go on from where they were broken off to the same bits', async () => {
  const all = await Promise.all(
    Object.entries(REQUESTS).map(async ([name, { load }]) => ({ name, ...(await load()) })),
  );
  const kept = all.filter(({ request }) => request.isKept);
  expect(kept.map(({ name }) => name)).toEqual(['geodesic', 'path-ensemble', 'neural-state']);
  for (const { name, request } of kept) {
    const asked = await checked({ request: name, ...request.example });
    const { found, interruptions } = interrupted((journal) => answered(asked, { ...nothing, journal }), 4);
    expect(interruptions).toBeGreaterThan(1);
    expect(found).toEqual(solution(answered(asked, nothing)));
  }
});
