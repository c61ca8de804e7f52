import { expect, test } from 'vitest';
import { ApiError } from '../../protocol/api.ts';
import { bringsBack, holdsAnswers } from './eventFile.ts';
import { Events } from './events.svelte.ts';
import type { Listing } from './listing.svelte.ts';
import { about, foundBy, standing, summary, type Sent } from './summary.ts';
import { fileOf, parts, templates } from './templates.ts';

const calls: string[] = [];
const bodies: unknown[] = [];
function events(answer: unknown, zones = ['UTC', 'America/Punta_Arenas']) {
  calls.length = 0;
  const call = async (method: string, path: string, body?: unknown) => {
    calls.push(`${method} ${path}`);
    bodies.push(body);
    if (answer instanceof Error) throw answer;
    return answer;
  };
  return new Events({ call } as never, async () => zones);
}
const file = (text: string, size = text.length) => ({ name: 'event.json', size, text: async () => text });

test('imports an event file', async () => {
  const list = events({ id: 'new' });
  expect(await list.import((await list.readFile(file('\uFEFF{"format":"plenary-event","version":1}')))!)).toBe('new');
  expect(calls).toEqual(['POST /api/v1/events/import']);
});

test('sends what is imported, and not the answers of a large event', async () => {
  const list = events({ id: 'new' });
  const rooms = [{ name: 'Main hall', activities: [{}, {}] }];
  const event = { name: 'Congress' };
  const exported = {
    format: 'plenary-event',
    version: 2,
    event,
    rooms,
    results: [{ kind: 'poll', voted: 1, ballots: [['a']] }, { items: [] }],
    digest: 'sha256:0',
    odd: 1,
  };
  const read = (await list.readFile(file(JSON.stringify(exported), 50_000_000)))!;
  const words = read.words.join(' ');
  expect(words, 'R3 what comes back').toMatch(
    /“Congress” is made anew .*: 1 room, 2 activities, and how questions and reactions are set\. The votes/,
  );
  expect(words, 'and what does not').toContain('The votes, results and questions in the file do not come back.');
  expect(await list.import(read)).toBe('new');
  expect(bodies.at(-1)).toEqual({ format: 'plenary-event', version: 2, event, rooms, digest: 'sha256:0', odd: 1 });
});

test.each([
  ['not JSON', file('name,code'), 'It is not JSON.'],
  ['another JSON', file('{"format":"plenary-results"}'), 'not an event file'],
  ['no object', file('null'), 'not an event file'],
  ['too large', file('{}', 300_000_000), 'larger than 200 MB'],
])('says what is wrong with a file that is %s', async (_what, wrong, said) => {
  const list = events({ id: 'new' });
  expect(await list.readFile(wrong)).toBeNull();
  expect(list.problem?.title).toContain('event.json');
  expect(list.problem?.text).toContain(said);
  expect(calls).toEqual([]);
});

test('a list that is read meanwhile does not wipe away what was said of an import', async () => {
  const list = events({ events: [], next: null, total: 0 });
  await list.readFile(file('name,code'));
  await list.load();
  expect(list.problem?.text).toContain('It is not JSON.');
  expect(list.past.events).toEqual([]);
});

test('says what the server says', async () => {
  const list = events(new ApiError('badDraft', 'A poll has 2 to 20 options.', 400));
  expect(await list.import((await list.readFile(file('{"format":"plenary-event"}')))!)).toBeNull();
  expect(list.problem?.text).toBe('A poll has 2 to 20 options.');
  await list.load();
  expect(list.past.events).toBeNull();
});

const sent = (id: string) => ({
  id,
  name: `Event ${id}`,
  startsOn: '2027-03-08',
  endsOn: '2027-03-08',
  timeZone: 'UTC',
  code: 'ABCDEF',
  polls: 1,
  joined: 0,
  role: 'organiser',
});

/** A server that answers each path with what it is given for it. */
function pages(answers: Record<string, unknown>) {
  const asked: string[] = [];
  const call = async (_method: string, path: string) => {
    asked.push(path);
    if (!(path in answers)) throw new Error(`nothing is known of ${path}`);
    return answers[path];
  };
  return { list: new Events({ call } as never, undefined, () => '2027-03-08'), asked };
}
const ids = (list: Listing) => list.events?.map(({ id }) => id);

test('O1 the list is read page by page, and an event that comes twice is shown once', async () => {
  const { list } = pages({
    '/api/v1/events?when=past&day=2027-03-08': { events: [sent('c'), sent('b')], next: 'b:2', total: 3 },
    '/api/v1/events?when=past&day=2027-03-08&after=b%3A2': { events: [sent('b'), sent('a')], next: null, total: 3 },
  });
  await list.past.load();
  expect([ids(list.past), list.past.more, list.past.total]).toEqual([['c', 'b'], true, 3]);
  await list.showMore(list.past);
  expect([ids(list.past), list.past.more, list.said]).toEqual([['c', 'b', 'a'], false, 'All 3 events are shown.']);
  await list.showMore(list.past);
  expect(ids(list.past)).toEqual(['c', 'b', 'a']);
});

test('what comes is read whole, so that what is on today is found among it', async () => {
  const of = (after: string) => `/api/v1/events?when=upcoming&day=2027-03-08${after}`;
  const { list } = pages({
    [of('')]: { events: [sent('a')], next: 'a:1', total: 3 },
    [of('&after=a%3A1')]: { events: [sent('b')], next: 'b:2', total: 3 },
    [of('&after=b%3A2')]: { events: [sent('c')], next: null, total: 3 },
  });
  await list.upcoming.load();
  expect([ids(list.upcoming), list.upcoming.more]).toEqual([['a', 'b', 'c'], false]);
});

test('O1 names that are far apart are found past pages without one', async () => {
  const { list, asked } = pages({
    '/api/v1/events?search=women': { events: [], next: 'x:2000', total: null },
    '/api/v1/events?search=women&after=x%3A2000': { events: [sent('w')], next: 'w:2300', total: null },
  });
  await list.find(' women');
  expect([ids(list.found), list.found.more, asked.length]).toEqual([['w'], true, 2]);
  await list.find('  ');
  expect([list.found.events, asked.length]).toEqual([null, 2]);
});

test('O20 an event that cannot be read is among the others', async () => {
  const { list } = pages({
    '/api/v1/events?when=archived': {
      events: [sent('a'), { id: 'odd', role: 'organiser', joined: 3, unreadable: 'It is damaged.' }],
      next: null,
      total: 2,
    },
  });
  await list.archived.load();
  expect(list.archived.events?.[1]).toMatchObject({
    id: 'odd',
    name: 'An event that cannot be read',
    unreadable: 'It is damaged.',
  });
  expect(list.archived.events?.[0]?.unreadable).toBeNull();
});

test('archiving takes an event out of its list and marks it where it was found', async () => {
  const page = (...events: unknown[]) => ({ events, next: null, total: events.length });
  const { list, asked } = pages({
    '/api/v1/events?when=past&day=2027-03-08': page(sent('a'), sent('b')),
    '/api/v1/events?search=event': page(sent('a')),
    '/api/v1/events/a/archive': null,
  });
  await list.past.load();
  await list.find('event');
  await list.archive(list.found.events![0]!, true);
  expect(asked.at(-1)).toBe('/api/v1/events/a/archive');
  expect([ids(list.past), list.past.total, list.found.events![0]!.archived]).toEqual([['b'], 1, true]);
  expect(list.said).toBe('“Event a” is in the archive.');
});

const of = (more: Partial<Sent>) => summary({ ...(sent('a') as Sent), rooms: [{ name: 'Hall' }], ...more });
test.each([
  [of({ phase: 'finalised', locked: 0 }), 'Finalised'],
  [of({ phase: 'ended', locked: 2 }), 'Ended, to finalise'],
  [of({ phase: 'ended' }), 'Ended'],
  [of({ open: 1 }), 'Voting is open'],
  [of({ endsOn: '2027-03-07', locked: 1 }), 'To finalise'],
  [of({ endsOn: '2027-03-07' }), undefined],
  [of({ polls: 0 }), 'Empty'],
  [of({}), undefined],
])('one word says how an event stands', (event, said) => expect(standing(event, '2027-03-08')?.text).toBe(said));

test('a line says what is in an event, and by what it was found when its name does not', () => {
  const event = of({
    rooms: [
      { name: 'Hall', code: 'ABC234' },
      { name: 'Orangery', code: 'XYZ789' },
    ],
    joined: 1061,
  });
  expect(about(event, '2027-03-08')).toBe('Hall, Orangery · 1 activity · 1,061 joined');
  expect(about(of({ polls: 3 }), '2027-03-08')).toBe('1 room · 3 activities');
  expect(['event', 'orang', 'xyz 7', 'abcdef'].map((words) => foundBy(event, words))).toEqual([
    '',
    '',
    'Code XYZ 789, Orangery',
    '',
  ]);
  expect(foundBy(of({}), 'hall')).toBe('Room Hall');
});

test('every template says what is in it, and is an event file', () => {
  expect(templates.map(({ title }) => title)).toEqual([
    'Conference day',
    'Roundtable with questions',
    'Staff meeting',
    'Board away-day',
  ]);
  expect(parts(templates[0]!)).toEqual(['3 rooms', '8 polls', '1 ranking', 'Questions']);
  const event = { name: 'x', startsOn: '2027-03-08', endsOn: '2027-03-08', timeZone: 'UTC', frameOrigins: [] };
  expect(fileOf(templates[1]!, event)).toMatchObject({ format: 'plenary-event', version: 2, event, results: [] });
});

test('R6 proposes a zone of equal time for a file whose zone the server does not know', async () => {
  const list = events({ id: 'new' });
  const event = {
    name: 'x',
    startsOn: '2027-03-08',
    endsOn: '2027-03-08',
    timeZone: 'America/Montevideo',
    frameOrigins: [],
  };
  const read = (await list.readFile(file(JSON.stringify({ format: 'plenary-event', version: 2, event, rooms: [] }))))!;
  expect(calls).toEqual([]);
  expect(read.words.join(' ')).toContain('America/Punta_Arenas has the same time on these days and takes its place.');
  expect(await list.import(read)).toBe('new');
  expect(bodies.at(-1)).toMatchObject({ event: { ...event, timeZone: 'America/Punta_Arenas' } });
});

test.each([
  [
    { rooms: [{ activities: [{}] }, { activities: [] }], event: { name: 'x' } },
    '“x” is made anew under a join code of its own: 2 rooms, 1 activity,',
  ],
  [{ rooms: 7, event: [] }, 'An event is made anew under a join code of its own: 0 rooms, 0 activities,'],
  [{ rooms: [null, 1], event: null }, 'An event is made anew under a join code of its own: 2 rooms, 0 activities,'],
])('R3 says what comes back, whatever the file is', (odd, said) => expect(bringsBack(odd)).toContain(said));

test.each([
  [
    [
      { kind: 'poll', voted: 0, abstained: 0, notShown: 0 },
      { kind: 'qa', items: [] },
      { kind: 'reactions', taps: { clap: 0 } },
    ],
    false,
  ],
  [[{ voted: 0 }, { voted: 0, abstained: 1 }], true],
  [[{ kind: 'newer', voted: 0, abstained: 0, notShown: 4 }], true],
  [[{ kind: 'qa', items: [{}] }], true],
  [[{ kind: 'reactions', taps: { clap: 0, heart: 2 } }], true],
  [[null, 1, { kind: 'qa', items: 1 }, { kind: 'reactions', taps: null }], false],
  [undefined, false],
])('R3 says whether there are answers that stay behind', (odd, answers) => expect(holdsAnswers(odd)).toBe(answers));
