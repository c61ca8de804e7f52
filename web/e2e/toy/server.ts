import { execFile } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { fileURLToPath } from 'node:url';
import { project, Server } from '../setup/server.ts';

const web = fileURLToPath(new URL('../..', import.meta.url));
/** Pages in it are found before those of the jar. */
const FOLDER = 'target/toy';

/** As a build is run by hand: what runs the journeys would have it made for tests. */
async function build(): Promise<void> {
  const { NODE_ENV: _mode, VITEST: _runner, ...env } = process.env;
  const vite = join(web, 'node_modules/vite/bin/vite.js');
  const options = ['--config', 'e2e/toy/vite.config.ts', '--logLevel', 'error'];
  const folder = ['--outDir', join(project, FOLDER, 'web')];
  await promisify(execFile)(process.execPath, [vite, 'build', ...options, ...folder], { cwd: web, env });
}

/** A server that has the kinds of this folder, in a process of its own: ToyServer.java, with pages that know them. */
export async function startWithToys(): Promise<Server> {
  await build();
  const path = [FOLDER, 'target/test-classes', 'target/plenary.jar'].join(delimiter);
  return Server.start(null, { PLENARY_GRACE: '1s' }, ['-cp', path, 'io.plenary.ToyServer']);
}
