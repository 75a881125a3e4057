/** @file The kinds of kernels that an engine can have. */

/** What can be asked for; `auto` takes native kernels where they are, else those in WebAssembly. */
export const ENGINE_KINDS = ['auto', 'wasm', 'native'] as const;

export type EngineKind = (typeof ENGINE_KINDS)[number];
