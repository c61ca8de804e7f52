// Adds to target/bom.json, which lists the libraries of the server, the redis-server that comes along and the packages
// of the pages: `required` is of what something is in the pages, `excluded` what only builds and tests them.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const file = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const json = (path) => JSON.parse(readFileSync(file(path), 'utf8'));

/** An SPDX id or expression, as npm writes it. */
const licences = (text) =>
  text === undefined ? [] : / |\(/.test(text) ? [{ expression: text }] : [{ license: { id: text } }];

function hashes(integrity = '') {
  const [algorithm, content] = integrity.split(' ')[0].split(/-(.*)/s);
  return algorithm === 'sha512' ? [{ alg: 'SHA-512', content: Buffer.from(content, 'base64').toString('hex') }] : [];
}

function packages() {
  const built = existsSync(file('dist/packages.json'));
  if (!built) {
    console.error('There are no pages in web/dist, so the parts list names none of their packages as shipped.');
  }
  const shipped = new Set(built ? json('dist/packages.json') : []);
  return Object.entries(json('package-lock.json').packages)
    .filter(([path]) => path !== '')
    .map(([path, { version, license, integrity }]) => {
      const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
      const [group, own] = name.startsWith('@') ? name.split('/') : [undefined, name];
      const purl = `pkg:npm/${group ? `${encodeURIComponent(group)}/` : ''}${own}@${version}`;
      // A package within another one's folder is a second version, which no page imports by itself.
      const required = shipped.has(name) && path === `node_modules/${name}`;
      return {
        type: 'library',
        'bom-ref': purl,
        ...(group && { group }),
        name: own,
        version,
        scope: required ? 'required' : 'excluded',
        hashes: hashes(integrity),
        licenses: licences(license),
        purl,
      };
    });
}

const bom = json('../target/bom.json');
const redis = json('../src/main/sbom/redis-server.json');
const merged = new Map([...bom.components, redis, ...packages()].map((part) => [part['bom-ref'], part]));
bom.components = [...merged.values()];
bom.dependencies = [
  ...bom.dependencies.filter(({ ref }) => ref !== redis['bom-ref']),
  { ref: redis['bom-ref'], dependsOn: [] },
];
const text = `${JSON.stringify(bom, null, 2)}\n`;
for (const folder of ['../target', '../target/classes/META-INF/sbom']) {
  mkdirSync(file(folder), { recursive: true });
  writeFileSync(file(`${folder}/bom.json`), text);
}
