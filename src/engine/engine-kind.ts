/** @file The kinds of kernels that an engine can have. */

/**
 * What can be asked for: WebAssembly, the same with relaxed SIMD, native code; `auto` takes the last of them that is here.
 */
export const ENGINE_KINDS = ['auto', 'wasm', 'wasm-relaxed', 'native'] as const;

export type EngineKind = (typeof ENGINE_KINDS)[number];
