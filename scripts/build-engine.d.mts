/**
 * The engine's binary, compiled from assembly/index.ts.
 *
 * @param options - `relaxed`: whether sums of products may be rounded once
 * @throws {Error} with the compiler's messages
 */
export function compileEngine(options?: { readonly relaxed?: boolean }): Promise<Uint8Array>;

/** The TypeScript module that carries the binary in base64, under a name. */
export function moduleSource(binary: Uint8Array, name?: string): string;
