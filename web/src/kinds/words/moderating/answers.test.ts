import { expect, test } from 'vitest';
import { Answers } from './answers.svelte.ts';
import { FakeAnswers, item, words } from './testing.ts';

const settle = () => new Promise((done) => setTimeout(done, 5));

async function at(server: FakeAnswers, list: Answers['list'] = 'shown'): Promise<Answers> {
  const answers = new Answers(server.desk, () => words);
  answers.look({ list });
  await settle();
  return answers;
}

test('the list stands most counted first, and the first has the hand', async () => {
  const answers = await at(new FakeAnswers(item('time', 2), item('trust', 5)));
  expect([answers.ids, answers.current, answers.total]).toEqual([['trust', 'time'], 'trust', 2]);
  answers.step(1);
  expect(answers.current).toBe('time');
});

test('hiding says so, hands on the focus, and is undone as it was before', async () => {
  const server = new FakeAnswers(item('trust', 5, { called: 'Trust', rev: 3, standing: 'shown' }), item('time', 2));
  const answers = await at(server);
  expect(await answers.hide()).toBe(true);
  await settle();
  expect([answers.said, answers.ids, answers.current]).toEqual(['“trust” is hidden.', ['time'], 'time']);
  expect(server.items.get('trust')).toMatchObject({ standing: 'hidden', rev: 4, called: 'Trust' });
  await answers.undo();
  await settle();
  expect(server.items.get('trust')).toMatchObject({ standing: 'shown', rev: 5, called: 'Trust' });
  expect([answers.said, answers.canUndo]).toEqual(['Undone: “trust” is hidden.', false]);
});

test('what two decide at once is a conflict for the second, who sees the newest', async () => {
  const server = new FakeAnswers(item('trust', 5), item('time', 2));
  const answers = await at(server);
  server.decide([{ answer: 'trust', rev: 0, standing: 'shown', called: 'Trust' }]);
  expect(await answers.hide()).toBe(false);
  expect(answers.refusal).toContain('Somebody else decided about “trust” a moment ago.');
  await settle();
  expect(answers.at?.rev).toBe(1);
  expect(await answers.hide()).toBe(true);
  expect(answers.refusal).toBe('');
});

test('several are joined from whatever list, under a name; undone, each is as it was', async () => {
  const server = new FakeAnswers(item('paygap', 5), item('genderpaygap', 3, { waits: true }), item('pay', 1));
  const answers = await at(server);
  answers.toggle('paygap');
  answers.look({ list: 'waiting' });
  await settle();
  answers.toggle('genderpaygap');
  const chosen = answers.about();
  expect(chosen.map(({ answer }) => answer)).toEqual(['paygap', 'genderpaygap']);
  await answers.join(chosen, chosen[0]!, 'The pay gap');
  expect(server.decided.at(-1)).toEqual([
    { answer: 'paygap', rev: 0, standing: 'undecided', called: 'The pay gap' },
    { answer: 'genderpaygap', rev: 0, standing: 'undecided', into: 'paygap' },
  ]);
  expect([answers.chosen.size, answers.said]).toEqual([0, 'Counted as “The pay gap” now.']);
  await answers.undo();
  expect(server.items.get('genderpaygap')!.into).toBeUndefined();
  expect(server.items.get('paygap')!.called).toBeUndefined();
});

test('one that keeps its name has nothing to be decided when another is joined to it', async () => {
  const server = new FakeAnswers(item('paygap', 5), item('pay', 1));
  const answers = await at(server);
  const [into, other] = answers.rows;
  await answers.join([into!, other!], into!, 'paygap');
  expect(server.decided).toEqual([[{ answer: 'pay', rev: 0, standing: 'undecided', into: 'paygap' }]]);
});

test('a list in use keeps its order while numbers move; left, or asked to, it stands in order again', async () => {
  const server = new FakeAnswers(item('trust', 5), item('time', 4));
  const answers = await at(server);
  answers.use('pointer', true);
  server.items.set('time', item('time', 9));
  server.items.set('hope', item('hope', 7));
  await answers.read();
  expect(answers.rows.map(({ text, count }) => [text, count])).toEqual([
    ['trust', 5],
    ['time', 9],
  ]);
  expect(answers.stale).toBe(true);
  answers.use('pointer', false);
  expect(answers.ids).toEqual(['time', 'hope', 'trust']);
});

test('many tallies in a second are one reading', async () => {
  const server = new FakeAnswers(item('trust', 5));
  const answers = await at(server);
  const before = server.reads;
  for (let n = 0; n < 20; n++) answers.moved();
  await settle();
  expect(server.reads).toBe(before);
  answers.stop();
});

test('more than twenty go in several messages', async () => {
  const server = new FakeAnswers(...Array.from({ length: 45 }, (_, n) => item(`word ${n}`, 50 - n)));
  const answers = await at(server);
  answers.ids.forEach((id) => answers.toggle(id));
  expect(await answers.hide()).toBe(true);
  expect(server.decided.map(({ length }) => length)).toEqual([20, 20, 5]);
  expect(answers.said).toBe('45 words are hidden.');
  await answers.undo();
  expect([...server.items.values()].every(({ standing }) => standing === 'undecided')).toBe(true);
});

test('of many the first are done, and can be undone, where a later one meets another decision', async () => {
  const server = new FakeAnswers(...Array.from({ length: 30 }, (_, n) => item(`word ${n}`, 50 - n)));
  const answers = await at(server);
  answers.ids.forEach((id) => answers.toggle(id));
  server.decide([{ answer: 'word 25', rev: 0, standing: 'shown' }]);
  expect(await answers.hide()).toBe(false);
  expect(answers.refusal).toContain('decided about one of them');
  await answers.undo();
  expect([...server.items.values()].filter(({ standing }) => standing === 'hidden')).toEqual([]);
});
