import { spawn, type ChildProcess } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PATIENCE_MS } from '../support/patience.ts';

/** What the server prints for a newcomer. */
export interface Printed {
  base: string;
  /** One-time set-up link; null once an account exists. */
  setup: string | null;
  /** Join code of the newest event, as people type it. */
  code: string;
}

/** As people start it. */
const PACKAGED = ['-jar', 'target/plenary.jar'];
export const jar = process.env['PLENARY_JAR'] ?? fileURLToPath(new URL('../../../target/plenary.jar', import.meta.url));
/** Where it was built. */
export const project = dirname(dirname(jar));
/**
 * For a server of some minutes that rehearses nothing: the compiler for long-running code would cost more than it gives
 * back, and the other one comes as early as Java has it by itself.
 */
const QUICK_COMPILER = [
  '-XX:TieredStopAtLevel=1',
  '-XX:Tier3InvocationThreshold=200',
  '-XX:Tier3MinInvocationThreshold=100',
  '-XX:Tier3CompileThreshold=2000',
];
const alive = new Set<Server>();
process.on('exit', () => alive.forEach((server) => server.destroy()));

/** The packaged server as a process of its own, with a data folder of its own. */
export class Server {
  private child: ChildProcess | null = null;
  private readonly folder = mkdtempSync(join(tmpdir(), 'plenary-e2e-'));
  log = '';
  printed!: Printed;

  private constructor(
    private readonly port: number,
    private readonly publicUrl: string | null,
    private readonly settings: Record<string, string>,
    private readonly program: string[],
  ) {}

  /**
   * @param publicUrl what screens shall show as the address; the links here lead to this machine all the same
   * @param settings further ones, as environment variables
   * @param program what java is told to start, in the folder of the project
   */
  static async start(
    publicUrl: string | null = null,
    settings: Record<string, string> = {},
    program = PACKAGED,
  ): Promise<Server> {
    if (!existsSync(jar)) throw new Error(`${jar} is missing. Build it first: mvn package -DskipTests`);
    const server = new Server(await freePort(), publicUrl, settings, program);
    alive.add(server);
    await server.run();
    return server;
  }

  /** Starts the process, also again after `kill`, on the same port and data; also as another program. */
  async run(program = this.program): Promise<void> {
    const from = this.log.length;
    const local = `http://127.0.0.1:${this.port}`;
    const child = spawn('java', ['@target/java.args', ...QUICK_COMPILER, ...program], {
      cwd: project,
      env: {
        ...withoutSettings(process.env),
        PLENARY_HOST: '127.0.0.1',
        PLENARY_PORT: String(this.port),
        PLENARY_PUBLIC_URL: this.publicUrl ?? local,
        PLENARY_DATA: join(this.folder, 'data'),
        PLENARY_WARM_UP: 'false',
        ...this.settings,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child = child;
    this.printed = await new Promise<Printed>((resolve, reject) => {
      const late = setTimeout(() => fail('was not ready in time'), PATIENCE_MS);
      const fail = (what: string) => reject(new Error(`The server ${what}:\n${this.log.slice(from)}`));
      const read = (chunk: Buffer) => {
        this.log += chunk.toString();
        const printed =
          this.log.slice(from).includes('Stop with Ctrl+C') &&
          parse(this.log.slice(from).replaceAll(this.publicUrl ?? local, local));
        if (!printed) return;
        clearTimeout(late);
        resolve(printed);
      };
      child.stdout.on('data', read);
      child.stderr.on('data', read);
      child.on('exit', (code) => fail(`ended with ${code}`));
    });
  }

  /** As a power cut for this process: no chance to say goodbye. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  /** As an operator does it; the data goes. */
  async stop(): Promise<void> {
    await this.end('SIGTERM');
    this.destroy();
  }

  /** The last resort, when this process ends: nothing may outlive it. */
  destroy(): void {
    alive.delete(this);
    this.child?.kill('SIGKILL');
    const note = join(this.folder, 'data', 'redis.pid');
    if (existsSync(note)) killQuietly(Number.parseInt(readFileSync(note, 'utf8'), 10));
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    child.kill(signal);
    const impatient = setTimeout(() => child.kill('SIGKILL'), 15_000);
    await gone;
    clearTimeout(impatient);
  }
}

/** Settings of the person who runs the tests are not meant for this server. */
const withoutSettings = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('PLENARY_') && name !== 'REDIS_URL'));

function parse(log: string): Printed {
  const find = (pattern: RegExp) => pattern.exec(log)?.[1] ?? null;
  const must = (name: string, pattern: RegExp) => {
    const found = find(pattern);
    if (!found) throw new Error(`The server did not print its ${name}:\n${log}`);
    return found;
  };
  return {
    base: must('address', /Plenary is ready at (\S+)/),
    setup: find(/Organiser, first time +(\S+)/),
    code: must('join code', /Join .* code (\S+ \S+)/).trim(),
  };
}

function killQuietly(pid: number): void {
  try {
    if (pid > 1) process.kill(pid, 'SIGKILL');
  } catch {
    // gone already
  }
}

/** Below the ephemeral range: until the server listens, nobody's outgoing connection takes it. */
async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(10_000, 20_000);
    const probe = createServer();
    const free = await new Promise<boolean>((resolve) => {
      probe.once('error', () => resolve(false));
      probe.listen(port, '127.0.0.1', () => resolve(true));
    });
    if (!free) continue;
    await new Promise((resolve) => probe.close(resolve));
    return port;
  }
}
