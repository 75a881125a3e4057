/** The reference of the library, a page for each entry point of the package, from the docstrings. */

import { Converter, OptionDefaults } from 'typedoc';
import { entryPoints } from '../scripts/entry-points.mjs';

const root = new URL('..', import.meta.url).pathname;
/** 'src/entry/linalg' → 'bulkweave/linalg'. */
const names = new Map(
  Object.entries(entryPoints(root)).map(([file, module]) => [
    module.replace(/\/index$/, ''),
    file === 'index' ? 'bulkweave' : `bulkweave/${file}`,
  ]),
);

/** Modules are called what one imports them by. */
export function load(app) {
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => {
    for (const module of project.children ?? []) module.name = names.get(module.name) ?? module.name;
  });
}

export default {
  plugin: ['typedoc-plugin-markdown', load],
  tsconfig: 'tsconfig.json',
  entryPoints: Object.values(entryPoints(root)).map((module) => `../${module}.ts`),
  name: 'Reference',
  out: 'reference',
  readme: 'none',
  router: 'module',
  entryFileName: 'index',
  hidePageHeader: true,
  hideBreadcrumbs: true,
  disableSources: true,
  excludeExternals: true,
  skipErrorChecking: true,
  blockTags: [...OptionDefaults.blockTags, '@file'],
  validation: { notExported: false },
};
