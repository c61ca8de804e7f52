import { expect, test } from 'vitest';
import type { OwnQuestion, QuestionState } from '../../../protocol/messages.gen.ts';
import { kept, listed } from './own.ts';

const own = (state: QuestionState, over: Partial<OwnQuestion> = {}): OwnQuestion => ({
  question: 'x',
  text: 'Why?',
  minute: 1,
  state,
  ...over,
});
const says = (question: OwnQuestion) => {
  const { title, sentence } = listed(question);
  return `${title} ${sentence}`;
};

test.each<[OwnQuestion, string]>([
  [own('waiting'), 'Waiting. A moderator reads it before the room sees it.'],
  [own('published', { n: 3 }), 'Published. The room sees it as question 3 and can upvote it.'],
  [own('live', { n: 3 }), 'Being answered now. It is the question on stage.'],
  [own('answered', { answer: 'In April.' }), 'Answered. In April.'],
  [own('answered'), 'Answered. It was answered in the room.'],
  [
    own('declined', { reason: 'namesSomebody', note: 'Ask it again.' }),
    'Not published, because it names somebody. A moderator says: “Ask it again.”',
  ],
  [
    own('merged', { into: { n: 3, text: 'Who pays?' } }),
    'Merged. It counts with question 3, which asks the same: “Who pays?”',
  ],
  [own('merged'), 'Merged. It was put together with another question that asks the same.'],
  [own('archived'), 'Put aside. The moderators took it off the list.'],
])('%o', (question, expected) => expect(says(question)).toBe(expected));

test('E10: its asker reads what was asked beside what a moderator made of it', () => {
  expect(listed(own('published', { text: 'Why?', original: 'Wy?' }))).toMatchObject({ text: 'Why?', original: 'Wy?' });
  expect(listed(own('published')).original).toBeNull();
});

test('an answered one stays; a declined one may be written again, unless its words were taken away', () => {
  expect(listed(own('answered')).may).toBeNull();
  expect(listed(own('declined', { reason: 'other' }))).toMatchObject({ may: 'withdraw', again: true });
  const { text: _text, ...erased } = own('declined', { reason: 'abusive' });
  expect(listed(erased)).toMatchObject({ text: null, again: false });
});

const ask = { activity: 'q', round: 1, question: 'x', text: 'Why?', name: null, castAt: 0 };
const slot = (state: 'waiting' | 'asked' | 'refused', code = '', message = '', tried = false) => ({
  ask,
  state,
  code,
  message,
  tried,
});

test('what only this phone holds', () => {
  const live = { live: true, trouble: null };
  expect(kept(slot('waiting'), live).title).toBe('Sending your question.');
  expect(kept(slot('waiting'), { live: false, trouble: null })).toMatchObject({
    title: 'Your question is waiting on this phone.',
    sentence: expect.stringContaining('when the network is back'),
    may: 'forget',
  });
  expect(kept(slot('waiting'), { live: true, trouble: 'Busy.' }).sentence).toContain('cannot be stored right now');
  expect(kept(slot('waiting'), { live: false, trouble: null }).sent).toBe(false);
  expect(kept(slot('waiting', '', '', true), { live: false, trouble: null })).toMatchObject({
    may: 'forget',
    sent: true,
  });
  expect(kept(slot('refused', 'x', 'x', true), live).sent).toBe(false);
  expect(kept(slot('refused', 'notAsking', 'x'), live)).toMatchObject({
    again: true,
    may: 'forget',
    sentence: 'No questions were taken any more when it arrived. Your words are still here.',
  });
  expect(kept(slot('refused', 'questionLimit', 'You have asked enough.'), live).sentence).toBe(
    'You have asked enough.',
  );
});
