/** @file The one door by which markup enters the page and scripts are started. */

/** The policy of a browser that has Trusted Types; others take strings. */
interface Policy {
  readonly createHTML: (markup: string) => string;
  readonly createScriptURL: (url: string) => string;
}

interface Factory {
  readonly createPolicy: (name: string, rules: Policy) => Policy;
}

const rules: Policy = {
  createHTML: (markup) => markup,
  createScriptURL: (url) => {
    if (new URL(url, location.href).origin !== location.origin) throw new TypeError(`no script of this page: ${url}`);
    return url;
  },
};

const policy = (globalThis as { trustedTypes?: Factory }).trustedTypes?.createPolicy('bulkweave', rules) ?? rules;

/**
 * Shows markup in an element. All markup is made by `src/drawing/markup.ts`, which escapes every text and attribute; what
 * a user or a file has written enters it only as text.
 */
export function show(element: Element, markup: string): void {
  element.innerHTML = policy.createHTML(markup);
}

/** The address of a script of this page. */
export const trustedScript = (url: string): string => policy.createScriptURL(url);
