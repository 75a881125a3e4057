/**
 * The engine's binary, compiled from assembly/index.ts.
 *
 * @throws {Error} with the compiler's messages
 */
export function compileEngine(): Promise<Uint8Array>;

/** The TypeScript module that carries the binary in base64. */
export function moduleSource(binary: Uint8Array): string;
