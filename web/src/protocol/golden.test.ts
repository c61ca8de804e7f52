import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
// @ts-expect-error a plain script without types
import { generate } from '../../scripts/generate.mjs';
import { errors } from './codes.gen.ts';
import { FakeClock, FakeSocket } from './fakes.ts';
import type { Snapshot } from './activity.ts';
import type { ClientMessage, ServerMessage } from './messages.gen.ts';
import { Connection } from './socket.ts';
import { reduce } from './state.ts';

const wire = fileURLToPath(new URL('../../../src/main/protocol/v1/', import.meta.url));
const read = (path: string): unknown => JSON.parse(readFileSync(wire + path, 'utf8'));
const below = readdirSync(wire, { recursive: true, encoding: 'utf8' }).sort();
/** Paths of the golden files of a side: those that all kinds share, and those of each kind. */
const files = (side: string, of = '') =>
  below.filter((path) => path.startsWith(of) && path.includes(`golden/${side}/`) && path.endsWith('.json'));
const named = (path: string) => path.slice(path.lastIndexOf('/') + 1);

type Schema = { oneOf: { $ref: string }[]; $defs: Record<string, { properties?: Record<string, { const?: string }> }> };
const ajv = new Ajv2020({ strict: false });
const sides = { client: side('client'), server: side('server') };

/** The definition and the validator of every message of a side, by its `type`. */
function side(name: 'client' | 'server') {
  const id = `assembled/${name}-message.schema.json`;
  const { oneOf, $defs } = read(id) as Schema;
  ajv.addSchema(read(id) as object, id);
  const definition = (ref: string) => ajv.compile({ $ref: id + ref });
  const types = new Map(oneOf.map(({ $ref }) => [$defs[$ref.slice(8)]!.properties!.type!.const!, definition($ref)]));
  return { types, $defs, definition, any: ajv.compile({ $ref: id }) };
}

/** What comes out at the other end of a live connection. */
function across(side: 'client' | 'server', message: ClientMessage & ServerMessage): unknown {
  const socket = new FakeSocket();
  const heard: ServerMessage[] = [];
  const connection = new Connection({
    url: '',
    open: () => socket,
    clock: new FakeClock(),
    random: () => 0,
    onStatus: () => undefined,
    hello: () => ({ type: 'hello', protocol: 1, role: 'attendee', event: 'e' }),
    onMessage: (each) => heard.push(each),
  });
  connection.start();
  socket.say(read('golden/server/welcome-attendee.json') as object);
  if (side === 'client') connection.send(message);
  else socket.say(message);
  return side === 'client'
    ? socket.sent.at(-1)
    : /^(pong|beat)$/.test((message as { type: string }).type)
      ? message
      : heard.at(-1);
}

test('what is generated is of the schemas as they are', async () => {
  for (const { path, text } of (await generate()) as { path: string; text: string }[]) {
    expect(readFileSync(path, 'utf8'), `${path}: run npm run gen`).toBe(text);
  }
});

describe.each(['client', 'server'] as const)('golden %s messages', (name) => {
  test.each(files(name))('%s is of the type it is named after and crosses a connection unchanged', (path) => {
    const message = read(path) as { type: string };
    expect(named(path)).toMatch(new RegExp(`^${message.type}(-\\w+)*\\.json$`));
    const fits = sides[name].types.get(message.type);
    expect(fits?.(message), JSON.stringify(fits?.errors)).toBe(true);
    expect(across(name, message as never)).toEqual(message);
  });

  test('there is one of every type, and no two of one name', () => {
    const types = new Set(files(name).map((path) => (read(path) as { type: string }).type));
    expect([...types].sort()).toEqual([...sides[name].types.keys()].sort());
    expect(new Set(files(name).map(named)).size).toBe(files(name).length);
  });
});

type Fragment = { kind: string; unions: Record<string, string[]> };
const fragments = below
  .filter((path) => path.startsWith('kinds/') && path.endsWith('.schema.json'))
  .map((path) => ({ path, folder: `${path.split('/', 2).join('/')}/`, ...(read(path) as Fragment) }));
const added = fragments.flatMap(({ folder, unions }) =>
  Object.values(unions).flatMap((names) => names.map((name) => [name, folder] as const)),
);

test.each(added)('there is a golden %s in %s', (name, folder) => {
  const from = sides[name in sides.client.$defs ? 'client' : 'server'];
  const fits = from.definition(`#/$defs/${name}`);
  const within = (value: unknown): boolean =>
    fits(value) || (typeof value === 'object' && value !== null && Object.values(value).some(within));
  expect([...files('client', folder), ...files('server', folder)].some((path) => within(read(path)))).toBe(true);
});

test('a kind has one word', () => {
  const words = new Map(fragments.map(({ folder, kind }) => [folder, kind]));
  expect(fragments.filter(({ folder, kind }) => words.get(folder) !== kind)).toEqual([]);
  expect(new Set(words.values()).size).toBe(words.size);
});

test.each(files('invalid'))('%s does not fit the schema, and its error has a number', (path) => {
  const { code, message } = read(path) as { code: string; message: unknown };
  expect(sides.client.any(message)).toBe(false);
  expect(Object.keys(errors)).toContain(code);
});

describe('the pages', () => {
  const sources = fileURLToPath(new URL('../', import.meta.url));
  const code = readdirSync(sources, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(ts|svelte)$/.test(path) && !/\.(test|gen)\.ts$/.test(path))
    .map((path) => readFileSync(sources + path, 'utf8'))
    .join('\n');

  test.each([...sides.client.types.keys(), ...sides.server.types.keys()])('know %s', (type) => {
    expect(code).toContain(`'${type}'`);
  });
});

test.each(files('server').filter((path) => /Snapshot/.test(path)))('%s becomes the state', (path) => {
  const message = read(path) as Snapshot;
  expect(reduce(message.type, null, message)).toEqual(message);
});
