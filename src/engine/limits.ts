/** @file The limits of an engine: of a table of units for its workers, and of 32-bit addresses. */

/** Most threads of one engine. */
export const MOST_THREADS = 16;

/** Most memory of one engine in MiB: what 32-bit addresses reach. */
export const MOST_MEMORY = 4096;
