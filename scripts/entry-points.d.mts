/** The module behind each file of the bundle, both without extension. */
export function entryPoints(root?: string): Readonly<Record<string, string>>;
