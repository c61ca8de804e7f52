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
const files = (folder: string) => readdirSync(`${wire}golden/${folder}`).filter((name) => name.endsWith('.json'));
const load = (folder: string, name: string) => read(`golden/${folder}/${name}`);

const ajv = new Ajv2020({ strict: false });
const validators = {
  client: ajv.compile(read('client-message.schema.json') as object),
  server: ajv.compile(read('server-message.schema.json') as object),
};
const typesOf = (schema: string) => {
  const { oneOf, $defs } = read(schema) as {
    oneOf: { $ref: string }[];
    $defs: Record<string, { properties: { type: { const: string } } }>;
  };
  return oneOf.map(({ $ref }) => $defs[$ref.slice('#/$defs/'.length)]!.properties.type.const);
};

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
  socket.say(load('server', 'welcome-attendee.json') as object);
  if (side === 'client') connection.send(message);
  else socket.say(message);
  return side === 'client'
    ? socket.sent.at(-1)
    : /^(pong|beat)$/.test((message as { type: string }).type)
      ? message
      : heard.at(-1);
}

test('the generated types are those of the schemas', async () => {
  for (const [name, text] of Object.entries(await generate())) {
    expect(readFileSync(new URL(name, import.meta.url), 'utf8'), `${name}: run npm run gen`).toBe(text);
  }
});

describe.each(['client', 'server'] as const)('golden %s messages', (side) => {
  test.each(files(side))('%s fits the schema and crosses a connection unchanged', (name) => {
    const message = load(side, name);
    expect(validators[side](message), JSON.stringify(validators[side].errors)).toBe(true);
    expect(across(side, message as never)).toEqual(message);
  });

  test('there is one of every type', () => {
    const types = new Set(files(side).map((name) => (load(side, name) as { type: string }).type));
    expect([...types].sort()).toEqual(typesOf(`${side}-message.schema.json`).sort());
  });
});

test.each(files('invalid'))('invalid/%s does not fit the schema, and its error has a number', (name) => {
  const { code, message } = load('invalid', name) as { code: string; message: unknown };
  expect(validators.client(message)).toBe(false);
  expect(Object.keys(errors)).toContain(code);
});

// The compiler refuses these two when a type of the wire is missing: a new message must be handled here first.
const clientTypes: Record<ClientMessage['type'], true> = {
  hello: true,
  ping: true,
  castVote: true,
  openActivity: true,
  lockActivity: true,
  finaliseActivity: true,
  resetActivity: true,
  showResults: true,
  setStage: true,
  createActivity: true,
  editActivity: true,
  duplicateActivity: true,
  moveActivity: true,
  deleteActivity: true,
  editEvent: true,
  createRoom: true,
  editRoom: true,
  deleteRoom: true,
  watchOverview: true,
  askQuestion: true,
  withdrawQuestion: true,
  castUpvote: true,
  watchQuestions: true,
  getQuestions: true,
  watchQueue: true,
  getQueue: true,
  moderateQuestions: true,
  mergeQuestion: true,
  unmergeQuestion: true,
  setAsking: true,
  holdQuestion: true,
  highlightQuestion: true,
  answeredQuestion: true,
  eraseQuestion: true,
  editQuestions: true,
  react: true,
  editReactions: true,
};
const handled: Record<
  ServerMessage['type'],
  'state' | 'votes' | 'commands' | 'connection' | 'questions' | 'queue' | 'reactions' | 'rooms'
> = {
  welcome: 'connection',
  pong: 'connection',
  beat: 'connection',
  goodbye: 'connection',
  attendeeSnapshot: 'state',
  stageSnapshot: 'state',
  organiserSnapshot: 'state',
  overviewSnapshot: 'rooms',
  tally: 'state',
  presence: 'state',
  store: 'state',
  voteCounted: 'votes',
  voteRefused: 'votes',
  done: 'commands',
  error: 'commands',
  questionAsked: 'questions',
  questionRefused: 'questions',
  upvoteCounted: 'questions',
  upvoteRefused: 'questions',
  questionsHead: 'questions',
  questionPage: 'questions',
  questionsMoved: 'questions',
  questionTotals: 'questions',
  ownQuestions: 'questions',
  queueHead: 'queue',
  queuePage: 'queue',
  queueMoved: 'queue',
  hands: 'queue',
  moderated: 'queue',
  reactions: 'reactions',
};

test('every type has its place', () => {
  expect(Object.keys(clientTypes).sort()).toEqual(typesOf('client-message.schema.json').sort());
  expect(Object.keys(handled).sort()).toEqual(typesOf('server-message.schema.json').sort());
});

test.each(files('server').filter((name) => /Snapshot/.test(name)))('%s becomes the state', (name) => {
  const message = load('server', name) as Snapshot;
  expect(reduce(message.type, null, message)).toEqual(message);
});
