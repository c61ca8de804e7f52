import { fileURLToPath } from 'node:url';
import { defineConfig, mergeConfig, type Plugin, type UserConfig } from 'vite';
import pages from '../../vite.config.ts';

const web = fileURLToPath(new URL('../..', import.meta.url));

/** Where `src` looks for a file of every kind: in `src/kinds`. */
const GLOB = /(import\.meta\.glob[^(]*\()('(?:\.\.\/)+kinds\/(\*\/[^']+)')/g;

/** Pages find the kinds of this folder beside their own, by the same globs and in no other way. */
const withToys: Plugin = {
  name: 'with-toys',
  enforce: 'pre',
  transform(code, id) {
    if (!id.startsWith(`${web}src/`)) return null;
    return { code: code.replace(GLOB, "$1[$2, '/e2e/toy/$3']"), map: null };
  },
};

const all: UserConfig = {
  root: web,
  plugins: [withToys],
  build: {
    emptyOutDir: true,
    minify: false, // costs time and shows nothing
    rollupOptions: { input: [`${web}index.html`] }, // beside the other pages
  },
};

/** The pages of a server that has the kinds of this folder, too. What is shipped is built without them. */
export default defineConfig((env) => mergeConfig(pages(env), all));
