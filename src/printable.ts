/** @file What a file contains, as it may be shown in a message. */

/** The text with control characters as escapes (a terminal would obey them), cut to a length. */
export function printable(text: string, length = Infinity): string {
  const shown = text.replace(/\p{C}/gu, (letter) => `\\u${letter.codePointAt(0)!.toString(16).padStart(4, '0')}`);
  return shown.length > length ? `${shown.slice(0, length - 1)}…` : shown;
}
