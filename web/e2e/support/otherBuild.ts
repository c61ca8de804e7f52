import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { jar, project, type Server } from '../setup/server.ts';

const BUILD = 'feedc0de';
/** Its pages are found before those of the jar. */
const FOLDER = join('target', 'other-build');

/**
 * The server starts again with pages of another build, which has no service worker any more. Gives the name of the
 * build.
 */
export async function renew(server: Server): Promise<string> {
  const files = unzipSync(readFileSync(jar), { filter: ({ name }) => /^web\/.*[^/]$/.test(name) });
  const text = (name: string) => new TextDecoder().decode(files[`web/${name}`]);
  const before = text('build.txt').trim();
  for (const [name, bytes] of Object.entries(files)) {
    const page = /\.html$|build\.txt$/.test(name);
    // What was compressed is of the build before.
    if (name.includes('sw.js') || /\.(html|txt)\.(br|gz)$/.test(name)) continue;
    const path = join(project, FOLDER, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, page ? text(name.slice('web/'.length)).replace(before, BUILD) : bytes);
  }
  await server.run(['-cp', [FOLDER, 'target/plenary.jar'].join(delimiter), MAIN]);
  return BUILD;
}
const MAIN = 'io.plenary.Main';
