import { describe, expect, test } from 'vitest';
import { AskBook } from './asks.ts';
import { CommandError } from '../protocol/commands.ts';
import { FakeClock, FakeStorage } from '../protocol/fakes.ts';
import type { AskQuestion } from '../protocol/messages.gen.ts';

const qa = { id: 'q', round: 1 };

function book(storage = new FakeStorage(), clock = new FakeClock()) {
  const sent: AskQuestion[] = [];
  const takenBack: string[] = [];
  const stays: string[] = [];
  let ids = 0;
  const server = { takes: (): Promise<unknown> => Promise.resolve() };
  const asks = new AskBook({
    event: 'e',
    owner: 'me',
    storage,
    clock,
    random: () => 0.5,
    send: (message) => sent.push(message) > 0,
    nextRef: () => sent.length + 1,
    takeBack: (_activity, question) => (takenBack.push(question), server.takes()),
    onStays: (message) => stays.push(message),
    onChange: () => undefined,
    newQuestionId: () => `question-${storage.items.size}-${++ids}-000`,
  });
  const listed = (...questions: string[]) =>
    asks.receive({
      type: 'ownQuestions',
      epoch: 'e',
      activity: 'q',
      round: 1,
      left: 9,
      items: questions.map((question) => ({ question, text: 'Why?', minute: 1, state: 'waiting' })),
    });
  return { asks, sent, storage, clock, takenBack, stays, server, listed };
}

test('asked without a network: waits over a reload and is sent unchanged', () => {
  const { asks, storage, clock } = book();
  asks.ask(qa, 'Why?', 'Someone');
  expect(asks.slots(qa)).toMatchObject([{ state: 'waiting', ask: { text: 'Why?' } }]);
  const reloaded = book(storage, clock);
  reloaded.asks.connected();
  expect(reloaded.sent).toMatchObject([
    { text: 'Why?', name: 'Someone', round: 1, question: asks.pending()[0]!.question },
  ]);
});

test('is kept until the server lists it, so that it is on screen all the time', () => {
  const { asks, sent } = book();
  asks.connected();
  asks.ask(qa, 'Why?', null);
  const { ref, question } = sent[0]!;
  asks.receive({ type: 'questionAsked', ref, activity: 'q', round: 1, question, state: 'waiting' });
  expect(asks.slots(qa)).toMatchObject([{ state: 'asked' }]);
  expect(asks.pending()).toEqual([]);
  asks.receive({
    type: 'ownQuestions',
    epoch: 'e',
    activity: 'q',
    round: 1,
    left: 9,
    items: [{ question, text: 'Why?', minute: 1, state: 'waiting' }],
  });
  expect(asks.slots(qa)).toEqual([]);
});

test('listed although its answer was lost: it is not sent again', () => {
  const { asks, sent, clock } = book();
  asks.connected();
  asks.ask(qa, 'Why?', null);
  asks.receive({
    type: 'ownQuestions',
    epoch: 'e',
    activity: 'q',
    round: 1,
    left: 9,
    items: [{ question: sent[0]!.question, text: 'Why?', minute: 1, state: 'waiting' }],
  });
  clock.advance(60_000);
  expect(sent).toHaveLength(1);
});

test.each(['notAsking', 'questionLimit', 'nameWanted', 'badQuestion', 'questionsReset'])(
  'refused with %s: its words stay until they are let go',
  (code) => {
    const { asks, sent, clock } = book();
    asks.connected();
    asks.ask(qa, 'Why?', null);
    const { ref, question } = sent[0]!;
    asks.receive({ type: 'questionRefused', ref, activity: 'q', round: 1, question, code, message: 'No.' });
    expect(asks.slots(qa)).toMatchObject([{ state: 'refused', code, message: 'No.', ask: { text: 'Why?' } }]);
    clock.advance(60_000);
    expect(sent).toHaveLength(1);
    asks.discard(question);
    expect(asks.slots(qa)).toEqual([]);
  },
);

test('a refusal of an earlier round is still shown, what waited for it is not', () => {
  const { asks, sent } = book();
  asks.ask(qa, 'Why?', null);
  expect(asks.slots({ id: 'q', round: 2 })).toEqual([]);
  asks.connected();
  const { ref, question } = sent[0]!;
  asks.receive({
    type: 'questionRefused',
    ref,
    activity: 'q',
    round: 1,
    question,
    code: 'questionsReset',
    message: 'Cleared.',
  });
  expect(asks.slots({ id: 'q', round: 2 })).toMatchObject([{ state: 'refused', ask: { text: 'Why?' } }]);
});

describe('a question that is let go', () => {
  const settle = () => new Promise((done) => setTimeout(done));

  test('before it was ever sent: nothing is left of it', () => {
    const { asks, sent, storage } = book();
    asks.ask(qa, 'Why?', 'Someone');
    asks.discard(asks.pending()[0]!.question);
    asks.connected();
    expect(sent).toEqual([]);
    expect(storage.getItem('plenary.questions.e')).not.toContain('question-');
  });

  test('the cable is cut between sending and the answer: it is taken back as soon as the server lists it', async () => {
    const { asks, storage, clock } = book();
    asks.connected();
    asks.ask(qa, 'Why?', 'Someone');
    asks.lost();
    const { question } = asks.pending()[0]!;
    asks.discard(question);
    expect(asks.slots(qa)).toEqual([]);
    expect(storage.getItem('plenary.questions.e')).not.toMatch(/Why|Someone/);
    const reloaded = book(storage, clock);
    reloaded.asks.connected();
    expect(reloaded.sent).toEqual([]);
    reloaded.listed(question, 'another-question');
    reloaded.listed(question);
    expect(reloaded.takenBack).toEqual([question]);
    expect(reloaded.asks.discarded(question)).toBe(true);
    await settle();
    expect(reloaded.asks.discarded(question)).toBe(false);
  });

  test('an answer that comes after all has it taken back', () => {
    const { asks, sent, takenBack } = book();
    asks.connected();
    asks.ask(qa, 'Why?', null);
    const { ref, question } = sent[0]!;
    asks.discard(question);
    asks.receive({ type: 'questionAsked', ref, activity: 'q', round: 1, question, state: 'waiting' });
    expect(takenBack).toEqual([question]);
    expect(asks.slots(qa)).toEqual([]);
  });

  test('a lost connection or a busy server takes it back later; what cannot be taken back is shown again', async () => {
    const { asks, sent, takenBack, server, clock, listed, stays } = book();
    asks.connected();
    asks.ask(qa, 'Why?', null);
    const { question } = sent[0]!;
    asks.discard(question);
    server.takes = () => Promise.reject(new CommandError('lost', 'Lost.'));
    listed(question);
    await settle();
    clock.advance(60_000);
    expect(takenBack).toHaveLength(1);
    server.takes = () => Promise.reject(new CommandError('busy', 'Busy.'));
    listed(question);
    await settle();
    expect(asks.discarded(question)).toBe(true);
    server.takes = () => Promise.reject(new CommandError('wrongState', 'It was answered.'));
    clock.advance(5_000);
    await settle();
    expect(takenBack).toHaveLength(3);
    expect(stays).toEqual(['It was answered.']);
    expect(asks.discarded(question)).toBe(false);
  });

  test('what never arrived is forgotten after a while', () => {
    const { asks, storage, clock, listed } = book();
    asks.connected();
    asks.ask(qa, 'Why?', null);
    asks.discard(asks.pending()[0]!.question);
    listed();
    expect(storage.getItem('plenary.questions.e')).toContain('discarded');
    clock.advance(600_001);
    listed();
    expect(storage.getItem('plenary.questions.e')).not.toContain('discarded');
  });
});
