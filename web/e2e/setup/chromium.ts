import { execFileSync, spawnSync } from 'node:child_process';
import { createReadStream, createWriteStream, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { createBrotliDecompress } from 'node:zlib';

const packed = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '../../bin');
const home = fileURLToPath(new URL('../../node_modules/.cache/chromium', import.meta.url));

export interface Unpacked {
  executablePath: string;
  /** What the browser needs in its environment on a machine that lacks libraries or fonts. */
  env: NodeJS.ProcessEnv;
}

/**
 * Chromium sets these while its other threads read the environment, and now and then crashed at the start: the
 * environment moves in memory when a variable is added to it, and stays where it is when they are there already.
 */
const SET_BY_ITSELF = { DBUS_SESSION_BUS_ADDRESS: 'disabled:', FC_FONTATIONS: '1' };

/**
 * Chromium from the npm package, unpacked once per installation; no system package is needed. The package's own way
 * leaves half a browser behind when it is interrupted, and takes that for a whole one the next time.
 */
export async function unpack(): Promise<Unpacked> {
  const executablePath = join(home, 'chromium');
  if (!existsSync(executablePath)) await whole('chromium.br', executablePath, 0o755);
  const env: NodeJS.ProcessEnv = { ...SET_BY_ITSELF };
  if (spawnSync('ldd', [executablePath]).stdout?.includes('not found')) {
    await folder('al2023.tar.br');
    env['LD_LIBRARY_PATH'] = [join(home, 'lib'), process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':');
  }
  if (!existsSync('/etc/fonts/fonts.conf')) {
    await folder('fonts.tar.br');
    Object.assign(env, { FONTCONFIG_PATH: join(home, 'fonts'), XDG_DATA_HOME: home });
  }
  return { executablePath, env };
}

async function whole(name: string, to: string, mode: number): Promise<void> {
  mkdirSync(home, { recursive: true });
  const part = `${to}.${process.pid}.part`;
  await pipeline(createReadStream(join(packed, name)), createBrotliDecompress(), createWriteStream(part, { mode }));
  renameSync(part, to);
}

async function folder(name: string): Promise<void> {
  const tar = join(home, name.replace('.br', ''));
  await whole(name, tar, 0o644);
  execFileSync('tar', ['-xf', tar, '-C', home]);
  rmSync(tar);
}
