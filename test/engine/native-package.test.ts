import { expect, test } from 'vitest';
import { manifest } from '../../scripts/native-package.mjs';

test.each([
  ['linux', 'x64', 'glibc', 'bulkweave-native-linux-x64-gnu'],
  ['linux', 'arm64', 'musl', 'bulkweave-native-linux-arm64-musl'],
  ['darwin', 'arm64', undefined, 'bulkweave-native-darwin-arm64'],
  ['win32', 'x64', undefined, 'bulkweave-native-win32-x64'],
] as const)('the package for %s %s %s is %s, and is installed nowhere else', (platform, arch, libc, name) => {
  const found = manifest(platform, arch, libc);
  expect(found).toMatchObject({ name, os: [platform], cpu: [arch], main: 'bulkweave.node', files: ['bulkweave.node'] });
  expect(found.libc).toEqual(libc === undefined ? undefined : [libc]);
});
