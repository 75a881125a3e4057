import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

test('every package of the lock has a checksum, so that what is installed is what was locked', () => {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Readonly<Record<string, { readonly integrity?: string }>>;
  };
  const installed = Object.entries(packages).filter(([path]) => path !== ''); // '' is this package itself
  expect(installed.length).toBeGreaterThan(50);
  const without = installed.filter(([, { integrity = '' }]) => !/^sha(256|512)-[\w+/]+=*$/.test(integrity));
  expect(without.map(([path]) => path)).toEqual([]);
});
