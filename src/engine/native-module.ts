/**
 * @file The module of native kernels (sources in `native`), where it has been built, or installed as a package for this
 * platform. It is found beside this package; nothing is fetched.
 */

/** A table of flips, its lists as addresses; see `FlipTable`. */
export type PlainFlips = readonly [size: number, flips: number, entries: number, count: number];

/** Kernels that only native code has, or has in another form. All addresses are in bytes. */
export interface NativeKernels {
  /**
   * Runs the instructions of a program from `first` on, see native/src/program.rs; stops before a product that is not in
   * a batch and has `large` multiplications or more, and after much work. Returns where it stopped, or `count`.
   */
  runProducts(
    ...arguments_: [
      ...program: [records: number, first: number, count: number],
      ...memory: [arena: number, tables: number],
      ...how: [real: number, large: number, scratch: number],
    ]
  ): number;
  /** The sums of flips of assembly/flip-act.ts and flip-collect.ts, on tables as they are, without groups. */
  flipAct(
    ...arguments_: [...vectors: [out: number, diagonals: number, psi: number], ...table: PlainFlips, factor: number]
  ): void;
  flipSeries(
    ...arguments_: [
      ...vectors: [terms: number, diagonals: number],
      ...table: PlainFlips,
      ...series: [step: number, norm: number, tolerance: number, most: number],
      sizes: number,
    ]
  ): number;
  flipMove(
    ...arguments_: [...vectors: [out: number, H: number, psi: number, G: number, phi: number], ...table: PlainFlips]
  ): void;
  flipCollect(
    ...arguments_: [...vectors: [products: number, bra: number, ket: number], ...table: PlainFlips, weight: number]
  ): void;
  flipCollectBoth(
    ...arguments_: [
      ...vectors: [products: number, bra: number, ket: number, bra1: number, ket1: number],
      ...table: PlainFlips,
    ]
  ): void;
  /** Where an array lies, for `runEnvironments`; valid while this thread waits. */
  addressOf(array: Float64Array): number;
  /** What the processor can do at most, see native/src/limits.rs. */
  arithmetic(rounds: number): number;
  rescale(at: number, length: number, factor: number): void;
  /** C = A·B as `Engine.multiply`, or `multiplyReal`; arrays are read and written where they lie. */
  multiply(
    ...arguments_: [
      ...arrays: [c: Float64Array, a: Float64Array, b: Float64Array],
      ...size: [m: number, n: number, k: number],
      ...how: [adjointA: number, adjointB: number, real: number, scratch: number],
    ]
  ): void;
  /** A = U·S·V†, thin, for an m × n matrix; 0, or 1 where the iteration does not converge. */
  singularValues(
    ...arguments_: [
      ...matrix: [a: Float64Array, m: number, n: number],
      ...result: [u: Float64Array, values: Float64Array, v: Float64Array],
    ]
  ): number;
  /** The same for a real matrix; singular vectors as rows. */
  realSingularValues(
    ...arguments_: [
      ...matrix: [a: Float64Array, m: number, n: number],
      ...result: [u: Float64Array, values: Float64Array, v: Float64Array],
    ]
  ): number;
  /** Eigenvalues, ascending, and eigenvectors as columns; 0, or 1 where the iteration does not converge. */
  hermitianEigen(a: Float64Array, n: number, values: Float64Array, vectors: Float64Array): number;
  /** The same for a real symmetric matrix, whose lower triangle is read; eigenvectors as rows. */
  symmetricEigen(a: Float64Array, n: number, values: Float64Array, vectors: Float64Array): number;
  /** A = Q·R, thin, with a diagonal of R that is real and not negative. */
  qr(a: Float64Array, m: number, n: number, q: Float64Array, r: Float64Array): void;
}

/** What the module exports. */
interface NativeModule {
  /** The kernels bound to the memory of an array: these, and some of those that WebAssembly has, by the same names. */
  attach(bytes: Uint8Array, width: number): NativeKernels;
  /** How many float64 numbers a vector has on this machine, 8, 4 or 2, and at most so many. */
  width(most: number): number;
}

export interface FoundModule extends NativeModule {
  readonly path: string;
}

/** Names of packages for a platform; of the two for Linux, npm installs the one that fits the system's library. */
function platformPackages({ platform, arch }: NodeJS.Process): readonly string[] {
  const name = `bulkweave-native-${platform}-${arch}`;
  return platform === 'linux' ? [`${name}-gnu`, `${name}-musl`] : [name];
}

let found: FoundModule | undefined;

/** @throws {Error} it is not here; the message says how to get it, or why it cannot be loaded */
export function nativeModule(): FoundModule {
  found ??= search();
  return found;
}

function search(): FoundModule {
  const { process } = globalThis;
  const node = process?.getBuiltinModule;
  if (node === undefined) throw new Error('native code needs Node');
  const { createRequire } = node('node:module');
  const { existsSync } = node('node:fs');
  const { dirname, join } = node('node:path');
  const { fileURLToPath } = node('node:url');
  const require = createRequire(import.meta.url);
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder);
  const built = join(folder, 'native', 'bulkweave.node');
  const path = existsSync(built) ? built : packaged(require, platformPackages(process));
  return { ...(require(path) as NativeModule), path };
}

function packaged(require: NodeJS.Require, names: readonly string[]): string {
  for (const name of names) {
    try {
      return require.resolve(name);
    } catch {
      // It is not installed.
    }
  }
  throw new Error(`no native code: 'npm run build:native' builds it where Rust is, else install ${names.join(' or ')}`);
}
