import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const server = process.env['PLENARY_SERVER'] ?? 'http://127.0.0.1:8080';

/** The addresses of HTTP.md and the page each is served. */
const pages: [RegExp, string][] = [
  [/^\/(j\/|preview\/|my-votes\/?$)/, '/index.html'],
  [/^\/stage\//, '/stage.html'],
  [/^\/remote\//, '/remote.html'],
  [/^\/organiser(\/|$)/, '/organiser.html'],
  [/^\/verify$/, '/verify.html'],
  [/^\/r\//, '/report.html'],
];

const prettyAddresses: Plugin = {
  name: 'pretty-addresses',
  configureServer(dev) {
    dev.middlewares.use((request, _response, next) => {
      const path = (request.url ?? '/').split('?')[0] ?? '/';
      const page = pages.find(([pattern]) => pattern.test(path));
      if (page) request.url = page[1];
      next();
    });
  },
};

const withDocument = readdirSync(here('./src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.test.ts'))
  .map((file) => `src/${file}`)
  .filter((file) => readFileSync(here(`./${file}`), 'utf8').includes('@vitest-environment'));

/** Names the packages of which something is in the pages, for the list of parts: see scripts/sbom.mjs. */
const shippedPackages: Plugin = {
  name: 'shipped-packages',
  apply: 'build',
  writeBundle({ dir }, bundle) {
    const assets = Object.values(bundle).flatMap((file) => (file.type === 'asset' ? file.originalFileNames : []));
    const found = [...this.getModuleIds(), ...assets].flatMap(
      (id) => /.*\bnode_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1] ?? [],
    );
    const list = `${dir}/packages.json`;
    const before = existsSync(list) ? (JSON.parse(readFileSync(list, 'utf8')) as string[]) : [];
    writeFileSync(list, JSON.stringify([...new Set([...before, ...found])].sort()));
  },
};

/** What of Svelte only parts need that come later, though its index names it: the fields of a form. */
const later =
  /svelte\/src\/internal\/client\/dom\/elements\/(bindings\/(input|select|universal)|style|attachments)\.js$/;
/** They do nothing but what they are asked for, so that who needs nothing of them does not load them. */
const onlyForLater: Plugin = {
  name: 'only-for-later',
  transform: { filter: { id: later }, handler: (code) => ({ code, moduleSideEffects: false }) },
};

/** How styles are written stands beside how classes are, of which the first load needs a little: parts have a copy. */
const OWN_COPY = '?later';
const stylesLater: Plugin = {
  name: 'styles-later',
  apply: 'build',
  enforce: 'pre',
  resolveId(source, importer) {
    if (!source.endsWith('/shared/attributes.js') || !importer?.endsWith('/dom/elements/style.js')) return null;
    return fileURLToPath(new URL(source, pathToFileURL(importer))) + OWN_COPY;
  },
  load: (id) =>
    id.endsWith(OWN_COPY)
      ? { code: readFileSync(id.slice(0, -OWN_COPY.length), 'utf8'), moduleSideEffects: false }
      : null,
};

/** What a part needs that comes later is loaded in our own way, which can be tried again. */
const ownPreload: Plugin = {
  name: 'own-preload',
  apply: 'build',
  enforce: 'pre',
  resolveId: { filter: { id: /vite\/preload-helper/ }, handler: () => here('./src/ui/preload.ts') },
};

interface Modules {
  getModuleInfo(id: string): { importedIds: readonly string[] } | null;
}

/** What a page imports before it runs. */
function firstOf(page: string, modules: Modules): Set<string> {
  const seen = new Set([page]);
  // A set gives what is added while it is walked through.
  for (const id of seen) modules.getModuleInfo(id)?.importedIds.forEach((next) => seen.add(next));
  return seen;
}

/**
 * The phone's first load is one script, also where a part that comes later imports from it: on its own the bundler then
 * splits it, which costs 1 KB and a request.
 */
const oneScript = {
  includeDependenciesRecursively: false,
  groups: [
    {
      debugName: 'first',
      name: (id: string, modules: Modules) =>
        !later.test(id) && !id.endsWith(OWN_COPY) && firstOf(here('./index.html'), modules).has(id) ? 'first' : null,
    },
    // What parts of several kinds share is one file, too: the first load names each.
    { debugName: 'parts', name: 'parts', test: /\/src\/(voting|ui)\//, minShareCount: 2 },
  ],
};

export default defineConfig(({ mode }) => ({
  plugins: [svelte(), prettyAddresses, onlyForLater, stylesLater, ownPreload, shippedPackages],
  appType: 'mpa',
  build: {
    // Class fields and private members as they are: Safari 15, Chrome 91, Firefox 90 have them, and lowering them costs
    // 1 KB.
    target: 'es2022',
    cssTarget: ['chrome91', 'firefox90', 'safari15'],
    modulePreload: {
      polyfill: false,
      // The phone's first load is one script: what is beside it comes with the part that needs it.
      resolveDependencies: (_file, parts, { hostType }) => (mode === 'attendee' && hostType === 'html' ? [] : parts),
    },
    assetsInlineLimit: 0,
    emptyOutDir: mode === 'attendee',
    rollupOptions: {
      output: {
        // Short: the phone's first load names every part that comes later.
        chunkFileNames: 'assets/s-[hash].js',
        assetFileNames: ({ names }) =>
          names.some((name) => name.endsWith('.css')) ? 'assets/s-[hash][extname]' : 'assets/[name]-[hash][extname]',
        ...(mode === 'attendee' && { codeSplitting: oneScript }),
      },
      // The phone's page shares nothing with the others: one script and one style sheet come in fewer round trips than
      // ten files.
      input: (mode === 'attendee' ? ['index'] : ['stage', 'remote', 'organiser', 'verify', 'report']).map((page) =>
        here(`./${page}.html`),
      ),
    },
  },
  server: {
    proxy: {
      '/api': server,
      '/qr': server,
      '/health': server,
      '/ws': { target: server.replace(/^http/, 'ws'), ws: true },
    },
  },
  resolve: process.env['VITEST'] ? { conditions: ['browser'] } : {},
  test: {
    restoreMocks: true,
    // Ends what hangs; how fast something is no test says.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    projects: [
      // What has a document has it alone; the others share a process: 36 s instead of 46 on two cores.
      { extends: true, test: { name: 'pages', include: withDocument } },
      {
        extends: true,
        test: {
          name: 'rules',
          include: ['src/**/*.test.ts'],
          exclude: withDocument,
          environment: 'node',
          isolate: false,
        },
      },
    ],
  },
}));
