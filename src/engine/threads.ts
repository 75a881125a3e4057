/**
 * @file Stages on several threads, of Node or of a browser. All threads take units of a stage from its counter, this
 * thread included, and the sums of a stage are kept unit by unit: the result is the same, to the bit, for any number of
 * threads.
 */

import type { Heap, NativeOrigin } from './heap.ts';
import { BLOCK_BITS } from './planner.ts';
import { type Executor, scratchBytes, serialExecutor, type UnitKernel } from './run-stages.ts';

/** Stages of fewer units than this, that is registers below 17 bits, are not worth the other threads' wake-up. */
const WORTHWHILE_UNITS = 16;
/** How often a shared number is polled before going to sleep: for some ten microseconds. */
const LOOKS = 2000;

/** Places in the record shared with the workers. */
const JOB = 0; // number of the last job; workers sleep on it
const ACTIVE = 1; // workers that may be inside a job; this thread sleeps on it
const OPEN = 2; // number of the job that may be entered, 0 for none
const STAGE = 3; // address of the stage
const KERNEL = 4; // which kernel runs it

/** The kernels by number. */
const KERNELS: readonly UnitKernel[] = ['runStage', 'runStage32', 'runProduct', 'runEnvironments', 'runBatch'];

/** The worker's main loop. A string, because a worker cannot be started from TypeScript or from a bundle. */
const WORK = `function work({ module, memory, native, control, scratch }) {
  const { exports } = new WebAssembly.Instance(module, { env: { memory } });
  const own = native === null ? {} : require(native.path).attach(new Uint8Array(memory.buffer), native.width);
  const kernels = [${KERNELS.map((name) => `own.${name} ?? exports.${name}`)}];
  const shared = new Int32Array(memory.buffer, control, 5);
  for (let seen = 0; ; ) {
    Atomics.wait(shared, ${JOB}, seen);
    seen = Atomics.load(shared, ${JOB});
    Atomics.add(shared, ${ACTIVE}, 1);
    if (Atomics.load(shared, ${OPEN}) === seen) {
      kernels[Atomics.load(shared, ${KERNEL})](Atomics.load(shared, ${STAGE}) >>> 0, scratch);
    }
    if (Atomics.sub(shared, ${ACTIVE}, 1) === 1) Atomics.notify(shared, ${ACTIVE});
  }
}`;

/** What a worker needs to know. */
interface Workplace {
  readonly module: WebAssembly.Module;
  readonly memory: WebAssembly.Memory;
  readonly native: NativeOrigin | null;
  readonly control: number;
  readonly scratch: number;
}

/**
 * How workers are started here, by Node, or by a browser when called from a worker: a page must not wait. They do not keep
 * the process alive.
 *
 * @param source - JavaScript of a function `work` of the data
 */
export function workerStart<Data>(source: string): ((data: Data) => void) | undefined {
  const node = globalThis.process?.getBuiltinModule?.('node:worker_threads');
  if (node !== undefined) {
    const code = `${source}; work(require('node:worker_threads').workerData)`;
    return (workerData) => new node.Worker(code, { eval: true, workerData }).unref();
  }
  if (!isIsolatedWorker()) return undefined;
  const code = `${source}; onmessage = ({ data }) => work(data)`;
  const url = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
  return (data) => new Worker(url).postMessage(data);
}

/** A browser's worker may wait and share memory if its page is isolated from other origins. */
const isIsolatedWorker = (): boolean => globalThis.crossOriginIsolated === true && !('document' in globalThis);

/** Cores for workers: all that this process may use, or 1 where workers cannot be started, as on a browser's page. */
export function coreCount(): number {
  const os = globalThis.process?.getBuiltinModule?.('node:os');
  return os?.availableParallelism() ?? (isIsolatedWorker() ? navigator.hardwareConcurrency : 1);
}

/** Whether workers can be started here. */
export const hasWorkers = (): boolean => globalThis.process?.getBuiltinModule !== undefined || isIsolatedWorker();

/**
 * The executor on this many threads. Workers are started with the first stage that is worth it, and until they are
 * ready this thread does all the work. They do not keep the process alive.
 */
export function threadedExecutor(heap: Heap, threads: number): Executor {
  const serial = serialExecutor(heap);
  const startWorker = threads < 2 ? undefined : workerStart<Workplace>(WORK);
  if (startWorker === undefined) return serial;
  const control = heap.reserve(64);
  const shared = new Int32Array(heap.memory.buffer, control, 5).fill(0);
  const bytes = Math.max(scratchBytes(BLOCK_BITS, WORTHWHILE_UNITS), heap.kernels.gemmScratch());
  const scratches = Array.from({ length: threads }, () => heap.reserve(bytes));
  const [own, ...others] = scratches;
  let started = false;
  let job = 0;

  function start(): void {
    started = true;
    const { module, memory } = heap;
    const native = heap.native && { path: heap.native.path, width: heap.native.width };
    for (const scratch of others) startWorker!({ module, memory, native, control, scratch });
  }

  const execute = (
    stage: number,
    blockBits: number,
    units: number,
    kernel: UnitKernel,
    meanwhile?: () => void,
  ): void => {
    const isStage = kernel === 'runStage' || kernel === 'runStage32';
    const worthwhile = isStage ? units >= WORTHWHILE_UNITS && blockBits <= BLOCK_BITS : units > 1;
    if (!worthwhile) {
      serial(stage, blockBits, units, kernel, meanwhile);
      return;
    }
    if (!started) start();
    job = (job % 0x7fff_ffff) + 1;
    Atomics.store(shared, STAGE, stage | 0);
    Atomics.store(shared, KERNEL, KERNELS.indexOf(kernel));
    Atomics.store(shared, OPEN, job);
    Atomics.store(shared, JOB, job);
    Atomics.notify(shared, JOB);
    meanwhile?.();
    heap.kernels[kernel](stage, own!);
    // No unit is left. Wait for workers already inside this job; latecomers find it closed.
    Atomics.store(shared, OPEN, 0);
    for (let look = 0; ; look++) {
      const active = Atomics.load(shared, ACTIVE);
      if (active === 0) return;
      if (look > LOOKS) Atomics.wait(shared, ACTIVE, active, 1);
    }
  };
  return Object.assign(execute, { threads });
}
