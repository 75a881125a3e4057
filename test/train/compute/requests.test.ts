import { describe, expect, test } from 'vitest';
import { REQUESTS } from '../../../train/compute/catalogue.ts';
import { answered, checkedRequest, issuesLines } from '../../../train/compute/compute.ts';

const nothing = {
  read: (path: string): Uint8Array => {
    throw new Error(`no file ${path}`);
  },
};

describe.each(Object.entries(REQUESTS).filter(([name]) => name !== 'compare'))('%s', (name, { load }) => {
  test('answers its example as its schema says, and in words', async () => {
    const { request } = await load();
    const found = await checkedRequest({ request: name, ...request.example });
    if ('issues' in found) throw new Error(issuesLines(found.issues));
    const steps = answered(found.checked, nothing);
    let step = steps.next();
    while (!step.done) step = steps.next();
    const { result, notes } = step.value;
    expect(request.result.safeParse(result).error?.issues).toBeUndefined();
    expect(request.text(result).join('\n')).toMatch(/\w/);
    expect(notes).toEqual([]);
    if (process.env.SHOW) console.log(name, request.text(result).join('\n'));
  });
});
