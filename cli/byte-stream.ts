/** @file A stream of lines and of blocks of bytes between them. */

/** What is left of a stream, read piece by piece. */
export interface ByteStream {
  /** The next line without its end; null at the end of the stream, 'too long' if it was passed over. */
  readonly line: (most: number) => Promise<string | null | 'too long'>;
  /** The next bytes; null if the stream ends before. */
  readonly bytes: (count: number) => Promise<Uint8Array | null>;
  /** Passes over bytes. */
  readonly skip: (count: number) => Promise<void>;
}

const NEWLINE = 10;

/** Reads a stream; nothing is kept but what has come and was not asked for yet. */
export function byteStream(source: AsyncIterable<Uint8Array>): ByteStream {
  const incoming = source[Symbol.asyncIterator]();
  let rest: Uint8Array = new Uint8Array(0);
  const more = async (): Promise<boolean> => {
    const next = await incoming.next();
    if (next.done) return false;
    rest = rest.length === 0 ? next.value : joined([rest, next.value]);
    return true;
  };
  const taken = (count: number): Uint8Array => {
    const head = rest.subarray(0, count);
    rest = rest.subarray(count);
    return head;
  };

  const line = async (most: number): Promise<string | null | 'too long'> => {
    let isLong = false;
    for (let from = 0; ; ) {
      const end = rest.indexOf(NEWLINE, from);
      if (end >= 0) {
        const text = taken(end + 1);
        return isLong || end > most ? 'too long' : new TextDecoder().decode(text.subarray(0, end));
      }
      from = rest.length;
      if (rest.length > most) {
        [isLong, rest, from] = [true, new Uint8Array(0), 0];
      }
      if (await more()) continue;
      if (isLong) return 'too long';
      return rest.length === 0 ? null : new TextDecoder().decode(taken(rest.length));
    }
  };

  const bytes = async (count: number): Promise<Uint8Array | null> => {
    const parts: Uint8Array[] = [];
    let missing = count;
    while (missing > 0) {
      if (rest.length === 0 && !(await more())) return null;
      const part = taken(Math.min(missing, rest.length));
      parts.push(part);
      missing -= part.length;
    }
    return joined(parts);
  };

  const skip = async (count: number): Promise<void> => {
    let missing = count;
    while (missing > 0) {
      if (rest.length === 0 && !(await more())) return;
      missing -= taken(Math.min(missing, rest.length)).length;
    }
  };

  return { line, bytes, skip };
}

/** Several blocks as one. */
export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
