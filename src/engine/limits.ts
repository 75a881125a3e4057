/** @file The limits of an engine, set by the table of work units for its threads and by 32-bit addresses. */

/** Most threads of one engine. */
export const MOST_THREADS = 16;

/** Most memory of one engine in MiB: what 32-bit addresses reach. */
export const MOST_MEMORY = 4096;
