/** @file How the playground is built: static files, all paths relative, nothing from another host. */

import { readFileSync } from 'node:fs';
import { defineConfig, type Plugin } from 'vite';

const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

/** The development server sends modules with their styles in scripts, which the policy of the page forbids. */
const withoutPolicy: Plugin = {
  name: 'without-policy',
  apply: 'serve',
  transformIndexHtml: (html, { server }) =>
    server === undefined ? html : html.replace(/<meta\s+http-equiv="Content-Security-Policy"[\s\S]*?\/>/, ''),
};

/** What a worker loads at once, in one file; each study is loaded when it is asked for. */
const isAtHand = (file: string): boolean =>
  !/\/(src\/tensorflow|studies\/[\w-]+)\//.test(file) || /\/studies\/[\w-]+\/options\.ts$/.test(file);

/** What no task of the page needs: optimisers in float32, files in HDF5. */
const LEFT_OUT = [/^@tensorflow\//, 'h5wasm'];

export default defineConfig({
  root: import.meta.dirname,
  base: './',
  cacheDir: '../node_modules/.vite',
  define: { VERSION: JSON.stringify(version) },
  plugins: [withoutPolicy],
  worker: {
    format: 'es',
    rolldownOptions: {
      external: LEFT_OUT,
      output: { codeSplitting: { groups: [{ name: 'library', test: isAtHand }] } },
    },
  },
  server: { host: '127.0.0.1' },
  preview: { host: '127.0.0.1' },
  build: {
    outDir: '../dist-web',
    emptyOutDir: true,
    target: 'es2023',
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1000,
    assetsInlineLimit: 0,
  },
});
