/** @file What workers on several machines share through Redis: files that tasks name, checkpoints, results. Each is compressed. */

import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { Redis } from 'ioredis';
import { DomainError } from '../../src/errors.ts';

/** Most bytes of a value, compressed; Redis takes 512 MiB. */
const MOST_BYTES = 2 ** 28;
/** Seconds after which what nobody fetched is forgotten: 30 days. */
const KEPT = 30 * 24 * 3600;

const [compressed, expanded] = [promisify(gzip), promisify(gunzip)];

/** Texts by the names of their files. */
export type TextFiles = Readonly<Record<string, string>>;

/** Values by what they are and a name: the checksum of a file, or the address of a task. */
export interface RedisStore {
  /** Keeps it, or says why not. */
  readonly put: (kind: StoredKind, name: string, content: Uint8Array | string) => Promise<string | null>;
  readonly has: (kind: StoredKind, name: string) => Promise<boolean>;
  readonly find: (kind: StoredKind, name: string) => Promise<Uint8Array | null>;
  readonly remove: (kind: StoredKind, name: string) => Promise<void>;
  readonly end: () => void;
}

export type StoredKind = 'file' | 'checkpoint' | 'result';

/** @param queue - its name is part of the keys */
export function redisStore(redis: Redis, queue: string): RedisStore {
  const key = (kind: StoredKind, name: string): string => `bulkweave:${queue}:${kind}:${name}`;
  return {
    put: async (kind, name, content) => {
      const bytes = await compressed(content, { level: 1 });
      if (bytes.length > MOST_BYTES)
        return `${bytes.length} bytes, compressed; at most ${MOST_BYTES} are kept in Redis`;
      await redis.set(key(kind, name), bytes, 'EX', KEPT);
      return null;
    },
    has: async (kind, name) => (await redis.exists(key(kind, name))) === 1,
    find: async (kind, name) => {
      const bytes = await redis.getBuffer(key(kind, name));
      return bytes && (await expanded(bytes));
    },
    remove: async (kind, name) => void (await redis.del(key(kind, name))),
    end: () => redis.disconnect(),
  };
}

/** The packages that speak to Redis: loaded when they are needed, since most never do. */
export interface QueuePackages {
  readonly bullmq: typeof import('bullmq');
  readonly connect: (url: string) => Promise<Redis>;
}

/** @throws {DomainError} they are not installed */
export async function queuePackages(): Promise<QueuePackages> {
  try {
    const [bullmq, ioredis] = await Promise.all([import('bullmq'), import('ioredis')]);
    return {
      bullmq,
      connect: (url) => connected(new ioredis.Redis(url, { lazyConnect: true, maxRetriesPerRequest: null }), url),
    };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw error;
    throw new DomainError(
      'the executor bullmq: the packages bullmq and ioredis required, got none: npm install bullmq ioredis',
    );
  }
}

/**
 * Waits for the first connection; later ones are made again by themselves.
 *
 * @throws {DomainError} there is no Redis
 */
async function connected(redis: Redis, url: string): Promise<Redis> {
  let reason = 'no answer';
  redis.on('error', (error) => {
    reason = error.message || reason;
  });
  try {
    await redis.connect();
    return redis;
  } catch (error) {
    redis.disconnect();
    throw new DomainError(
      `${withoutPassword(url)}: a Redis that answers required, got ${(error as Error).message || reason}`,
    );
  }
}

/** An address as it may be shown. */
export const withoutPassword = (url: string): string => url.replace(/\/\/[^@/]*@/, '//…@');
