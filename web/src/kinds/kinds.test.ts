// @vitest-environment happy-dom
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { viewOf as onPhone } from '../attendee/kinds.ts';
import { previewOf } from '../attendee/preview.ts';
import { editors } from '../organiser/event/editor/editors.ts';
import { offered, viewOf as onDesk } from '../organiser/event/kinds.ts';
import { reducerOf } from '../protocol/activity.ts';
import { viewOf as onRemote } from '../remote/kinds.ts';
import { besideOf, viewOf as onStage } from '../stage/kinds.ts';
import { steeringOf } from '../ui/stageControls.ts';
import { recounterOf } from '../verify/recount.ts';

const schema = join(import.meta.dirname, '../../../src/main/protocol/v1/assembled/server-message.schema.json');
const { $defs } = JSON.parse(readFileSync(schema, 'utf8')) as {
  $defs: Record<string, { oneOf: { $ref: string }[]; properties: { kind: { const: string }; tally?: object } }>;
};
const recordsIn = (union: string) =>
  $defs[union]!.oneOf.map(({ $ref }) => $defs[$ref.slice('#/$defs/'.length)]!.properties);
/** Words of the kinds of which there is a record in the union. */
const kindsIn = (union: string): string[] => recordsIn(union).map(({ kind }) => kind.const);

const phone = kindsIn('AttendeeActivity');
const desk = kindsIn('OrganiserActivity');
const stage = kindsIn('StageActivity');
const overStage = kindsIn('StageBeside');
const preview = [...desk, ...kindsIn('OrganiserBeside')];
const remote = preview.filter((kind) => stage.includes(kind));
/** On which people vote. */
const ballots = recordsIn('OrganiserActivity').flatMap(({ kind, tally }) => (tally ? [kind.const] : []));
const frames = [...new Set([...phone, ...kindsIn('AttendeeBeside'), ...stage, ...overStage, ...preview])];

test.each([
  ['phone', phone, onPhone],
  ['desk', desk, onDesk],
  ['remote', remote, onRemote],
  ['stage', stage, onStage],
  ['keys and the big button of presenters', remote, steeringOf],
  ['preview', preview, previewOf],
  ['frames', frames, reducerOf],
  ['forms of what organisers add', offered.map(({ kind }) => kind), ({ kind }: { kind: string }) => editors[kind]],
  ['what /verify recounts', ballots, recounterOf],
] as const)('each kind of the schema is registered: %s', (_page, kinds, viewOf) => {
  expect(kinds).not.toEqual([]);
  for (const kind of kinds) expect(viewOf({ kind } as never)).toMatchObject({ kind });
});

test('each kind of the schema is registered: over the stage', () => {
  for (const kind of overStage) expect(besideOf({ kind } as never)).toBeTypeOf('function');
});

/** Spelt like a word, and no kind: a type of JavaScript, a class of a style sheet, a member of a type. */
const INNOCENT = /typeof [\w.]+ [!=]== '\w+'|\bclass="[^"]*"|\b[A-Z]\w*\['\w+'\]/g;

const naming = (text: string, words: string[]): string[] => {
  const word = new RegExp(`['"\`](${words.join('|')})['"\`]`, 'g');
  return [...text.replace(INNOCENT, '').matchAll(word)].map(([, kind]) => kind!);
};

/** A kind's word as a string, or a path into a kind's folder, in each source but tests, helpers, generated files. */
function knowing(more: string[] = []): Record<string, string[]> {
  const src = join(import.meta.dirname, '..');
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => /\.(ts|svelte)$/.test(file));
  const read = (file: string) => readFileSync(join(src, file), 'utf8');
  const folders = readdirSync(join(src, 'kinds'), { withFileTypes: true }).filter((each) => each.isDirectory());
  const registered = files.filter((file) => /^kinds\/\w+\/\w+\/(index|beside)\.ts$/.test(file));
  const words = registered.map((file) => /kind: '(\w+)'/.exec(read(file))![1]!);
  const path = new RegExp(`kinds/(${folders.map(({ name }) => name).join('|')})/`, 'g');
  const found: Record<string, string[]> = {};
  for (const file of files) {
    if (/^kinds\/|\.gen\.ts$|\.test\.ts$|fakes|testing/.test(file)) continue;
    const text = read(file);
    const named = new Set([
      ...naming(text, [...new Set([...words, ...more])]),
      ...[...text.matchAll(path)].map(([, folder]) => `kinds/${folder}`),
    ]);
    if (named.size > 0) found[file] = [...named].sort();
  }
  return found;
}

test('a new activity begins as a poll, whatever other kinds are called', () => {
  expect(offered[0]).toMatchObject({ kind: 'poll' });
});

test('outside its folder nothing knows a kind', () => {
  expect(knowing()).toEqual({});
});

test('a kind may have a word that JavaScript, style sheets and types have, too', () => {
  expect(knowing(['number', 'words'])).toEqual({});
  expect(naming(`typeof n === 'number' && kind === 'number' && kinds['number']`, ['number'])).toHaveLength(2);
  expect(naming(`<b class="words"></b> let words: Told['words'] = view("words");`, ['words'])).toHaveLength(1);
});
