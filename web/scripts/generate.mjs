// Writes what is generated from src/main/protocol/v1: the whole schemas, and types of the pages (`npm run gen`).
import { writeFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { compile } from 'json-schema-to-typescript';
import { draftsOf, json, schemas, wire } from './schemas.mjs';

const out = new URL('../src/protocol/', import.meta.url);
const WIDTH = 120;
const banner = '// Generated from src/main/protocol/v1 by `npm run gen`. Do not edit.\n';

/** `Error` would hide the language's own. */
const renamed = (schema) =>
  JSON.parse(
    JSON.stringify(schema)
      .replaceAll('"#/$defs/Error"', '"#/$defs/ErrorMessage"')
      .replaceAll('"Error":', '"ErrorMessage":'),
  );

/** A schema that only describes allows anything; the compiler would take it for an object. */
const anything = (schema) =>
  JSON.parse(JSON.stringify(schema), (_name, each) =>
    typeof each?.description === 'string' && Object.keys(each).length === 1 ? { ...each, tsType: 'unknown' } : each,
  );

/** One schema with the definitions of both directions; what both define is defined once. */
async function messages(whole) {
  const client = anything(renamed(whole.client));
  const server = anything(renamed(whole.server));
  const both = {
    title: 'Message',
    oneOf: [{ $ref: '#/$defs/ClientMessage' }, { $ref: '#/$defs/ServerMessage' }],
    $defs: {
      ...server.$defs,
      ...client.$defs,
      ClientMessage: { description: client.description, oneOf: client.oneOf },
      ServerMessage: { description: server.description, oneOf: server.oneOf },
    },
  };
  const text = await compile(both, 'Message', {
    bannerComment: banner,
    additionalProperties: false,
    ignoreMinAndMaxItems: true,
    unreachableDefinitions: true,
    style: { singleQuote: true, printWidth: WIDTH },
  });
  return wrapped(compact(text));
}

/** Comments of one sentence on one line, and none that only tells which definition is used where. */
const compact = (text) =>
  text
    .replace(/^ *\*\n *\* This interface was referenced by .*\n *\* via the `definition` .*\n/gm, '')
    .replace(/^ *\* This interface was referenced by .*\n *\* via the `definition` .*\n/gm, '')
    .replace(/^( *)\/\*\*\n *\* (.*)\n *\*\/$/gm, '$1/** $2 */')
    .replace(/^ *\/\*\*\n *\*\/\n/gm, '');

/** Words of a comment in lines that are as long as others at most. */
function inLines(words, indent) {
  const lines = [];
  let line = `${indent} *`;
  for (const word of words.split(' ')) {
    if (`${line} ${word}`.length > WIDTH) {
      lines.push(line);
      line = `${indent} *`;
    }
    line += ` ${word}`;
  }
  return [...lines, line].join('\n');
}

const wrapped = (text) =>
  text
    .replace(/^( *)\/\*\* (.*) \*\/$/gm, (whole, indent, words) =>
      whole.length <= WIDTH ? whole : `${indent}/**\n${inLines(words, indent)}\n${indent} */`,
    )
    .replace(/^( *) \* (.*)$/gm, (whole, indent, words) => (whole.length <= WIDTH ? whole : inLines(words, indent)));

/** The tables of codes.json, without the server's wording of errors: it arrives with each message. */
async function codes() {
  const { errors, closes } = await json('codes.json');
  const lines = [
    banner,
    "import type { CloseName } from './closes.gen.ts';",
    '',
    '/** What may follow an error: nothing, the same message later, or a look at the newest snapshot. */',
    "export type Retry = 'never' | 'later' | 'snapshot';",
    '',
    '/** Every error code and what may follow it. */',
    'export const errors = {',
    ...errors.map((e) => `  ${e.name}: '${e.retry}',`),
    '} as const satisfies Record<string, Retry>;',
    '',
    'export type ErrorName = keyof typeof errors;',
    '',
    '/** What each close means, for pages that have no words of their own: phones do without them. */',
    'export const closeMessages: Record<CloseName, string> = {',
    ...closes.map((c) => `  ${c.name}: ${JSON.stringify(c.message)},`),
    '};',
    '',
  ];
  return lines.join('\n');
}

/** The part of codes.json that phones load first. */
async function closes() {
  const { errors, closes } = await json('codes.json');
  const lines = [
    banner,
    '/** Every close code by number. `reconnect` says whether to come back. */',
    'export const closes = {',
    ...closes.map((c) => `  ${c.number}: { name: '${c.name}', reconnect: ${c.reconnect} },`),
    '} as const satisfies Record<number, { name: string; reconnect: boolean }>;',
    '',
    "export type CloseName = (typeof closes)[keyof typeof closes]['name'];",
    '',
    '/** Errors after which the same message may succeed on the same connection. */',
    'export const retried: ReadonlySet<string> = new Set([',
    ...errors.filter((e) => e.retry !== 'never').map((e) => `  '${e.name}',`),
    ']);',
    '',
    '/** Errors that concern the connection or the moment, not what was asked for: it waits and is sent again. */',
    'export const passing: ReadonlySet<string> = new Set([',
    ...errors.filter((e) => e.passing).map((e) => `  '${e.name}',`),
    ']);',
    '',
    '/** Errors after which a vote is never sent again; after any other it waits. */',
    'export const endsVote: ReadonlySet<string> = new Set([',
    ...errors.filter((e) => e.endsVote).map((e) => `  '${e.name}',`),
    ']);',
    '',
  ];
  return lines.join('\n');
}

/** A list of what has a text each. */
const listed = ({ type, items }) => type === 'array' && items.properties?.text !== undefined;
const limit = (word, list) => list && `  ${word}: ${list.maxItems},`;

/** How long the texts of ballots may be. */
async function limits(whole) {
  const { QuestionText, OptionText, AbstainLabel } = (await json('server-message.schema.json')).$defs;
  return [
    banner,
    '/** How many characters what organisers write of a ballot may have, in code points. */',
    'export const LONGEST = {',
    `  question: ${QuestionText.maxLength},`,
    `  option: ${OptionText.maxLength},`,
    `  abstain: ${AbstainLabel.anyOf[0].maxLength},`,
    '};',
    '',
    '/** How many options, or what a kind has instead, an organiser may write, by the word of the kind. */',
    'export const MOST_OPTIONS = {',
    ...Object.entries(await draftsOf(whole)).map(([word, fields]) => limit(word, Object.values(fields).find(listed))),
    '};',
    '',
  ]
    .filter((line) => line !== undefined)
    .join('\n');
}

const written = (schema) => `${JSON.stringify(schema, null, 2)}\n`;

/** Where each generated file stands, and its text. */
export async function generate() {
  const whole = await schemas();
  return [
    [new URL('assembled/client-message.schema.json', wire), written(whole.client)],
    [new URL('assembled/server-message.schema.json', wire), written(whole.server)],
    [new URL('messages.gen.ts', out), await messages(whole)],
    [new URL('codes.gen.ts', out), await codes()],
    [new URL('closes.gen.ts', out), await closes()],
    [new URL('limits.gen.ts', out), await limits(whole)],
  ].map(([url, text]) => ({ path: fileURLToPath(url), text }));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  for (const { path, text } of await generate()) await writeFile(path, text);
}
