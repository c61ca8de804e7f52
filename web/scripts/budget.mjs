// Fails when what an attendee's phone loads first is more than 40 KB compressed: page, styles, scripts.
import { readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const limit = 40 * 1024;
const dist = (path) => fileURLToPath(new URL(`../dist/${path}`, import.meta.url));

const page = readFileSync(dist('index.html'), 'utf8');
const assets = [...page.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css|svg))"/g)].map((match) => match[1]);
const sizes = ['index.html', ...new Set(assets)].map((path) => [path, statSync(dist(`${path}.br`)).size]);
const total = sizes.reduce((sum, [, size]) => sum + size, 0);

if (total > limit || process.argv.includes('--show')) {
  for (const [path, size] of sizes) console.log(`${String(size).padStart(7)} ${path}`);
  console.log(`${String(total).padStart(7)} in all, of ${limit}`);
}
if (total > limit) {
  console.error('The attendee page is heavier than its budget.');
  process.exit(1);
}
