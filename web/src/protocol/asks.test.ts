import { expect, test } from 'vitest';
import { AskBook } from './asks.ts';
import { FakeClock, FakeStorage } from './fakes.ts';
import type { AskQuestion } from './messages.gen.ts';

const qa = { id: 'q', round: 1 };

function book(storage = new FakeStorage(), clock = new FakeClock()) {
  const sent: AskQuestion[] = [];
  let ids = 0;
  const asks = new AskBook({
    event: 'e', owner: 'me', storage, clock, random: () => 0.5, send: (message) => sent.push(message) > 0, nextRef: () => sent.length + 1,
    onChange: () => undefined, newQuestionId: () => `question-${storage.items.size}-${++ids}-000`,
  });
  return { asks, sent, storage, clock };
}

test('asked without a network: waits over a reload and is sent unchanged', () => {
  const { asks, storage, clock } = book();
  asks.ask(qa, 'Why?', 'Someone');
  expect(asks.slots(qa)).toMatchObject([{ state: 'waiting', ask: { text: 'Why?' } }]);
  const reloaded = book(storage, clock);
  reloaded.asks.connected();
  expect(reloaded.sent).toMatchObject([{ text: 'Why?', name: 'Someone', round: 1, question: asks.pending()[0]!.question }]);
});

test('is kept until the server lists it, so that it is on screen all the time', () => {
  const { asks, sent } = book();
  asks.connected();
  asks.ask(qa, 'Why?', null);
  const { ref, question } = sent[0]!;
  asks.receive({ type: 'questionAsked', ref, activity: 'q', round: 1, question, state: 'waiting' });
  expect(asks.slots(qa)).toMatchObject([{ state: 'asked' }]);
  expect(asks.pending()).toEqual([]);
  asks.receive({ type: 'ownQuestions', epoch: 'e', activity: 'q', round: 1, left: 9, items: [{ question, text: 'Why?', minute: 1, state: 'waiting' }] });
  expect(asks.slots(qa)).toEqual([]);
});

test('listed although its answer was lost: it is not sent again', () => {
  const { asks, sent, clock } = book();
  asks.connected();
  asks.ask(qa, 'Why?', null);
  asks.receive({ type: 'ownQuestions', epoch: 'e', activity: 'q', round: 1, left: 9, items: [{ question: sent[0]!.question, text: 'Why?', minute: 1, state: 'waiting' }] });
  clock.advance(60_000);
  expect(sent).toHaveLength(1);
});

test.each(['notAsking', 'questionLimit', 'nameWanted', 'badQuestion', 'questionsReset'])('refused with %s: its words stay until they are let go', (code) => {
  const { asks, sent, clock } = book();
  asks.connected();
  asks.ask(qa, 'Why?', null);
  const { ref, question } = sent[0]!;
  asks.receive({ type: 'questionRefused', ref, activity: 'q', round: 1, question, code, message: 'No.' });
  expect(asks.slots(qa)).toMatchObject([{ state: 'refused', code, message: 'No.', ask: { text: 'Why?' } }]);
  clock.advance(60_000);
  expect(sent).toHaveLength(1);
  asks.forget(question);
  expect(asks.slots(qa)).toEqual([]);
});

test('a refusal of an earlier round is still shown, what waited for it is not', () => {
  const { asks, sent } = book();
  asks.ask(qa, 'Why?', null);
  expect(asks.slots({ id: 'q', round: 2 })).toEqual([]);
  asks.connected();
  const { ref, question } = sent[0]!;
  asks.receive({ type: 'questionRefused', ref, activity: 'q', round: 1, question, code: 'questionsReset', message: 'Cleared.' });
  expect(asks.slots({ id: 'q', round: 2 })).toMatchObject([{ state: 'refused', ask: { text: 'Why?' } }]);
});
