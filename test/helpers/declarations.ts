/** @file What the emitted declarations of a module export, and which types occur in the signature of each export. */

import { readFileSync } from 'node:fs';
import { join, normalize } from 'node:path';
import { parseAst } from 'rolldown/parseAst';

/** A declaration: the module that holds it, as a path without extension, and its name there. */
export interface Origin {
  readonly module: string;
  readonly name: string;
}

// biome-ignore lint/suspicious/noExplicitAny: a syntax tree of many kinds of nodes
type Node = any;

interface Declarations {
  readonly imported: ReadonlyMap<string, Origin | undefined>;
  readonly exported: ReadonlyMap<string, Origin>;
  readonly declared: ReadonlyMap<string, readonly Node[]>;
  readonly starred: readonly string[];
}

export const keyOf = ({ module, name }: Origin): string => `${name} (${module})`;

/** Every node of a tree, the root first; private members are left out. */
function* nodesOf(node: Node): Generator<Node> {
  if (node === null || typeof node !== 'object' || node.accessibility === 'private') return;
  if (typeof node.type === 'string') yield node;
  for (const child of Object.values(node)) yield* nodesOf(child);
}

/** The declarations below a folder to which `tsc --declaration` has written. */
export function declarationsIn(folder: string) {
  const modules = new Map<string, Declarations>();

  function declarations(module: string): Declarations {
    const known = modules.get(module);
    if (known !== undefined) return known;
    const { body } = parseAst(readFileSync(join(folder, `${module}.d.ts`), 'utf8'), { lang: 'dts' }) as Node;
    const imported = new Map<string, Origin | undefined>();
    const exported = new Map<string, Origin>();
    const declared = new Map<string, Node[]>();
    const starred: string[] = [];
    for (const statement of body) {
      const from = statement.source === undefined || statement.source === null ? module : target(module, statement);
      if (statement.type === 'ImportDeclaration') {
        for (const { local, imported: one } of statement.specifiers) {
          imported.set(local.name, from && one ? { module: from, name: one.name } : undefined);
        }
      } else if (statement.type === 'ExportAllDeclaration') {
        if (from !== undefined) starred.push(from);
      } else if (statement.type === 'ExportNamedDeclaration' && !statement.declaration) {
        for (const { exported: as, local } of statement.specifiers) {
          if (from !== undefined) exported.set(as.name, { module: from, name: local.name });
        }
      } else {
        const declaration = statement.declaration ?? statement;
        const named = declaration.declarations ?? (declaration.id ? [declaration] : []);
        for (const { id } of named) {
          declared.set(id.name, [...(declared.get(id.name) ?? []), declaration]);
          if (statement.declaration) exported.set(id.name, { module, name: id.name });
        }
      }
    }
    const result = { imported, exported, declared, starred };
    modules.set(module, result);
    return result;
  }

  /** Where a name that a module exports is declared; `undefined` for a name of a package. */
  function originOf(module: string, name: string): Origin | undefined {
    const { exported, imported, declared, starred } = declarations(module);
    const listed = exported.get(name);
    if (listed !== undefined && listed.module !== module) return originOf(listed.module, listed.name);
    const own = listed?.name ?? name;
    if (declared.has(own)) return { module, name: own };
    const brought = imported.get(own);
    if (brought !== undefined) return originOf(brought.module, brought.name);
    return starred.map((one) => originOf(one, name)).find((origin) => origin !== undefined);
  }

  /** The names that a module exports, without those that have moved away, and where each is declared. */
  function exportsOf(module: string): ReadonlyMap<string, Origin> {
    const { exported, starred } = declarations(module);
    const passed = starred.filter((one) => !one.endsWith('deprecated-names')).flatMap((one) => [...exportsOf(one)]);
    return new Map([...passed, ...[...exported.keys()].map((name) => [name, originOf(module, name)!] as const)]);
  }

  /** The types of this package, exported or not, that the declaration names. */
  function typesIn({ module, name }: Origin): readonly Origin[] {
    const { declared, imported } = declarations(module);
    const nodes = (declared.get(name) ?? []).flatMap((declaration) => [...nodesOf(declaration)]);
    const parameters = new Set(nodes.filter(({ type }) => type === 'TSTypeParameter').map((one) => one.name.name));
    for (const { type, key } of nodes) if (type === 'TSMappedType') parameters.add(key.name);
    const origin = (used: string): Origin | undefined => {
      if (parameters.has(used)) return undefined;
      if (declared.has(used)) return { module, name: used };
      const brought = imported.get(used);
      return brought && originOf(brought.module, brought.name);
    };
    return nodes.flatMap((node) => {
      const found = node.type === 'TSImportType' ? typeImported(module, node) : typeNamed(node, origin);
      return found === undefined ? [] : [found];
    });
  }

  function typeImported(module: string, node: Node): Origin | undefined {
    const from = target(module, node);
    return from === undefined ? undefined : originOf(from, leftmost(node.qualifier));
  }

  return { exportsOf, typesIn };
}

function typeNamed(node: Node, origin: (name: string) => Origin | undefined): Origin | undefined {
  if (node.type === 'TSTypeReference') return origin(leftmost(node.typeName));
  if (node.type === 'TSInterfaceHeritage' || node.type === 'TSClassImplements')
    return origin(leftmost(node.expression));
  return node.type === 'ClassDeclaration' && node.superClass ? origin(leftmost(node.superClass)) : undefined;
}

/** The first name of A.B.C. */
const leftmost = (node: Node): string => ((node.left ?? node.object) ? leftmost(node.left ?? node.object) : node.name);

/** The module that a relative import names. */
function target(module: string, { source }: Node): string | undefined {
  if (!source.value.startsWith('.')) return undefined;
  return normalize(join(module, '..', source.value)).replace(/\.ts$/, '');
}
