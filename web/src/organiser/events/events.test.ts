import { expect, test } from 'vitest';
import { ApiError } from '../../protocol/api.ts';
import { Events } from './events.svelte.ts';

const calls: string[] = [];
const bodies: unknown[] = [];
function events(answer: unknown) {
  calls.length = 0;
  const call = async (method: string, path: string, body?: unknown) => {
    calls.push(`${method} ${path}`);
    bodies.push(body);
    if (answer instanceof Error) throw answer;
    return answer;
  };
  return new Events({ call } as never);
}
const file = (text: string, size = text.length) => ({ name: 'event.json', size, text: async () => text });

test('imports an event file', async () => {
  const list = events({ id: 'new' });
  expect(await list.import(file('\uFEFF{"format":"plenary-event","version":1}'))).toBe('new');
  expect(calls).toEqual(['POST /api/v1/events/import']);
});

test('sends what is imported, and not the answers of a large event', async () => {
  const list = events({ id: 'new' });
  const rooms = [{ name: 'Main hall', activities: [] }];
  const exported = { format: 'plenary-event', version: 2, rooms, results: [{ ballots: [] }], questions: [{ items: [] }], reactions: [{}], digest: 'sha256:0', odd: 1 };
  expect(await list.import(file(JSON.stringify(exported), 50_000_000))).toBe('new');
  expect(bodies.at(-1)).toEqual({ format: 'plenary-event', version: 2, rooms, digest: 'sha256:0', odd: 1 });
});

test.each([
  ['not JSON', file('name,code'), 'It is not JSON.'],
  ['another JSON', file('{"format":"plenary-results"}'), 'not an event file'],
  ['no object', file('null'), 'not an event file'],
  ['too large', file('{}', 300_000_000), 'larger than 200 MB'],
])('says what is wrong with a file that is %s', async (_what, wrong, said) => {
  const list = events({ id: 'new' });
  expect(await list.import(wrong)).toBeNull();
  expect(list.problem?.title).toContain('event.json');
  expect(list.problem?.text).toContain(said);
  expect(calls).toEqual([]);
});

test('a list that is read meanwhile does not wipe away what was said of an import', async () => {
  const list = events([]);
  await list.import(file('name,code'));
  await list.load();
  expect(list.problem?.text).toContain('It is not JSON.');
  expect(list.list).toEqual([]);
});

test('says what the server says', async () => {
  const list = events(new ApiError('badDraft', 'A poll has 2 to 20 options.', 400));
  expect(await list.import(file('{"format":"plenary-event"}'))).toBeNull();
  expect(list.problem?.text).toBe('A poll has 2 to 20 options.');
  await list.load();
  expect(list.list).toBeNull();
});
