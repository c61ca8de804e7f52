import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';

const script = fileURLToPath(new URL('../../scripts/stamp.mjs', import.meta.url));
const own = fileURLToPath(new URL('../../public', import.meta.url));
const folders: string[] = [];
afterEach(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true })));

/** What a build would have written, stamped. */
function stamped(changed: Record<string, string> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'plenary-stamp-'));
  folders.push(folder);
  cpSync(own, folder, { recursive: true });
  mkdirSync(join(folder, 'assets'));
  const files: Record<string, string> = {
    'index.html': '<html lang="en"><script src="/assets/index-1.js"></script><script src="/old.js"></script></html>',
    'stage.html': '<html lang="en"><script src="/assets/stage-1.js"></script></html>',
    'assets/index-1.js': 'import(`./later-1.js`); style(["assets/later-1.css"])',
    'assets/later-1.js': 'import "./deeper-1.js"',
    'assets/later-1.css': '',
    'assets/deeper-1.js': '',
    'assets/stage-1.js': '',
    ...changed,
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  execFileSync(process.execPath, [script, folder]);
  const read = (name: string) => readFileSync(join(folder, name), 'utf8');
  return { build: read('build.txt'), read };
}

test('every page and the worker have the name of the build', () => {
  const { build, read } = stamped();
  expect(build).toMatch(/^[0-9a-f]{8}$/);
  expect(read('index.html')).toContain(`<html data-build="${build}" lang="en">`);
  expect(read('stage.html')).toContain(`<html data-build="${build}" lang="en">`);
  expect(read('sw.js')).toContain(`const BUILD = '${build}'`);
});

test('the worker keeps what an attendee needs, first and later, and nothing of other pages', () => {
  const files = /const FILES = (\[.*\])/.exec(stamped().read('sw.js'))![1]!;
  expect((JSON.parse(files) as string[]).sort()).toEqual([
    '/assets/deeper-1.js',
    '/assets/index-1.js',
    '/assets/later-1.css',
    '/assets/later-1.js',
    '/old.js',
  ]);
});

test('the same files give the same name, and whatever changes gives another one', () => {
  const { build } = stamped();
  expect(stamped().build).toBe(build);
  const text = (name: string) => readFileSync(join(own, name), 'utf8');
  for (const name of ['icon.svg', 'icon-192.png', 'manifest.webmanifest', 'old.js', 'sw.js']) {
    expect(stamped({ [name]: `${text(name)} ` }).build, name).not.toBe(build);
  }
  expect(stamped({ 'assets/later-2.js': '' }).build).not.toBe(build);
});
