/** @file The record that one page of the playground hands to the next. */

let record: string | null = null;

/** Keeps a record for the page that opens records. */
export function handOver(text: string): void {
  record = text;
}

/** The record that was handed over, once. */
export function handedOver(): string | null {
  const text = record;
  record = null;
  return text;
}
