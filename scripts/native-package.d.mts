/** package.json of the native kernels for a platform, by Node's names of systems and processors; the library is Linux's. */
export function manifest(
  platform: string,
  arch: string,
  libc?: 'glibc' | 'musl',
): { readonly name: string; readonly version: string; readonly libc?: readonly string[] } & Readonly<
  Record<string, unknown>
>;
