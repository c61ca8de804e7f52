// Gives the pages of dist (or of the folder that is named) one name for their build, and the service worker that and
// what it keeps.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = process.argv[2] ?? fileURLToPath(new URL('../dist', import.meta.url));
const dist = (path) => join(folder, path);
const read = (path) => readFileSync(dist(path), 'utf8');
const files = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name !== 'build.txt')
  .map(({ name }) => name)
  .sort();
const pages = files.filter((file) => file.endsWith('.html'));

/** What the attendee's page needs, first and later, as paths. */
function filesOf(page) {
  const found = new Set([...read(page).matchAll(/"\/(assets\/[^"]+|icon\.svg|old\.js)"/g)].map((match) => match[1]));
  for (const path of found) {
    if (!path.endsWith('.js')) continue;
    for (const [, next] of read(path).matchAll(/["`](?:\.\/|assets\/|\/assets\/)([\w-]+\.(?:js|css))["`]/g)) {
      found.add(`assets/${next}`);
    }
  }
  return [...found].map((path) => `/${path}`);
}

const hash = createHash('sha256');
// Assets are named after their content; of the others the content counts.
for (const name of readdirSync(dist('assets')).sort()) hash.update(`${name}\0`);
for (const file of files) hash.update(`${file}\0`).update(readFileSync(dist(file)));
const build = hash.digest('hex').slice(0, 8);

writeFileSync(dist('build.txt'), build);
for (const page of pages) {
  const html = read(page).replace('<html ', `$&data-build="${build}" `);
  if (!html.includes(build)) throw new Error(`${page} has no place for its build`);
  writeFileSync(dist(page), html);
}
// Every phone loads it first.
writeFileSync(
  dist('old.js'),
  read('old.js')
    .replace(/^\/\/.*\n/, '')
    .replace(/\n\s*/g, ' '),
);
const kept = JSON.stringify(filesOf('index.html'));
writeFileSync(dist('sw.js'), read('sw.js').replace('__BUILD__', build).replace("['__FILES__']", kept));
