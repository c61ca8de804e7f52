// @vitest-environment happy-dom
import { flushSync, unmount } from 'svelte';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { eventually } from '../../../eventually.ts';
import { FakeStorage } from '../../../protocol/fakes.ts';
import type { AttendeeQuestions } from '../../../protocol/messages.gen.ts';
import {
  box,
  button,
  cards,
  click,
  item,
  poll,
  qa,
  show,
  snapshot,
  tab as opened,
  text,
  up,
  write,
  yours,
} from './testing.ts';

let shown: ReturnType<typeof show>;
const tab = () => opened(shown);
afterEach(async () => {
  await unmount(shown.app);
  document.body.innerHTML = '';
});

describe('the tab bar', () => {
  test('is there when the room takes questions, says how many there are, and loads nothing at once', async () => {
    shown = show(snapshot());
    expect(document.querySelector('nav')).toBeNull();
    shown.given.snapshot = snapshot(qa());
    flushSync();
    expect(
      [...document.querySelectorAll('nav button')].map((each) => each.textContent!.replace(/\s+/g, ' ').trim()),
    ).toEqual(['Now', 'Questions 3']);
    expect(shown.door.chunk).toBeNull();
  });

  test('a poll that opens meanwhile calls, and does not push itself in', async () => {
    shown = show(snapshot(qa()));
    await tab();
    shown.head([item(1, 1)]);
    shown.given.snapshot = snapshot(qa(), poll);
    flushSync();
    expect(cards()).toEqual(['Question 1?']);
    click(button(/^\s*Poll open/));
    expect(shown.sent.at(-1)).toMatchObject({ type: 'watchQuestions', on: false });
    expect(document.querySelector('form#vote')).not.toBeNull();
  });

  test('the live question stands under Now while nothing is voted on', async () => {
    shown = show(snapshot(qa({ live: item(2, 7, { state: 'live' }) })));
    await eventually('its code is here', () => shown.door.chunk !== null);
    flushSync();
    expect(text()).toContain('Being answered now Question 2? Anonymous · 7 upvotes');
    shown.given.snapshot = snapshot(qa({ live: item(2, 7, { state: 'live' }) }), poll);
    flushSync();
    expect([...document.querySelectorAll('h1')].map((each) => each.textContent)).toEqual(['Which?']);
  });

  test('what waits from an earlier visit is sent without anybody opening the tab', async () => {
    const storage = new FakeStorage();
    const ask = { activity: 'q', round: 1, question: 'id-earlier-0123456789', text: 'Why?', name: null, castAt: 1 };
    storage.setItem(
      'plenary.questions.x',
      JSON.stringify({ owner: 'me', slots: { [ask.question]: { ask, state: 'waiting', code: '', message: '' } } }),
    );
    shown = show(snapshot(qa()), storage);
    await eventually('the question is sent', () => shown.sent.length > 0);
    expect(shown.sent).toMatchObject([{ type: 'askQuestion', text: 'Why?' }]);
  });
});

describe('the list', () => {
  test('upvotes are buttons that say whether they are pressed, and the number follows at once', async () => {
    shown = show(snapshot(qa()));
    await tab();
    shown.head([item(3, 48), item(1, 12)]);
    expect(up(3).getAttribute('aria-pressed')).toBe('false');
    expect(document.getElementById(up(3).getAttribute('aria-describedby')!)!.textContent).toBe('Question 3?');
    click(up(3));
    expect(shown.sent.at(-1)).toMatchObject({ type: 'castUpvote', n: 3, seq: 1, on: true, round: 1 });
    expect(up(3).getAttribute('aria-pressed')).toBe('true');
    expect(up(3).textContent).toContain('49 upvotes');
    click(up(3));
    expect(shown.sent.at(-1)).toMatchObject({ n: 3, seq: 2, on: false });
    expect(up(3).textContent).toContain('48 upvotes');
  });

  test('a tap and another person’s that make the same number: a while later it is the server’s', async () => {
    shown = show(snapshot(qa()));
    await tab();
    shown.head([item(3, 48)]);
    for (const [seq, on] of [
      [1, true],
      [2, false],
    ] as const) {
      click(up(3));
      const { ref } = shown.sent.at(-1) as { ref: number };
      shown.say({ type: 'upvoteCounted', ref, activity: 'q', round: 1, n: 3, seq, on });
      // first one's own, then somebody else's
      shown.say({ type: 'questionsMoved', activity: 'q', feed: 'f', frame: seq, up: [3, 49], put: [] });
    }
    expect(up(3).getAttribute('aria-pressed')).toBe('false');
    shown.clock.advance(3_000);
    flushSync();
    expect(up(3).textContent).toContain('49 upvotes');
  });

  test('goes on to the next page when its end was in sight while the list was still coming', async () => {
    let inSight: (() => void) | null = null;
    vi.stubGlobal(
      'IntersectionObserver',
      class {
        constructor(private readonly seen: (entries: { isIntersecting: boolean }[]) => void) {}
        observe = () => (inSight = () => this.seen([{ isIntersecting: true }]));
        disconnect = () => (inSight = null);
      },
    );
    shown = show(snapshot(qa()));
    await tab();
    const first = [item(3, 48), item(1, 12)];
    shown.head(first, 'popular', true);
    click(button(/^Popular/)); // asks anew: nothing else is asked for meanwhile
    expect(inSight).toBe(null);
    shown.head(first, 'popular', true);
    inSight!();
    expect(shown.sent.at(-1)).toMatchObject({ type: 'getQuestions', after: { n: 1, up: 12 } });
    vi.unstubAllGlobals();
  });

  test('newcomers wait behind a number; a press brings the server’s order', async () => {
    shown = show(snapshot(qa()));
    await tab();
    shown.head([item(3, 48), item(1, 12)]);
    shown.say({
      type: 'questionsMoved',
      activity: 'q',
      feed: 'f',
      frame: 1,
      up: [1, 99],
      put: [item(4, 0), item(5, 0)],
    });
    expect(cards()).toEqual(['Question 3?', 'Question 1?']);
    expect(button(/^Recent/).textContent).toContain('2 new');
    click(button(/^Recent/));
    expect(shown.sent.at(-1)).toMatchObject({ type: 'watchQuestions', order: 'recent' });
    shown.head([item(5, 0), item(4, 0), item(3, 48), item(1, 99)], 'recent');
    expect(cards()).toEqual(['Question 5?', 'Question 4?', 'Question 3?', 'Question 1?']);
    expect(button(/^Recent/).textContent).not.toContain('new');
  });

  test('the first ones wait behind a button of their own, and say so', async () => {
    shown = show(snapshot(qa()));
    await tab();
    shown.head([]);
    expect(text()).toContain('No questions yet. Yours can be the first.');
    shown.say({ type: 'questionsMoved', activity: 'q', feed: 'f', frame: 1, put: [item(4, 0), item(5, 0)] });
    expect(text()).toContain('The first 2 questions are here.');
    expect(cards()).toEqual([]);
    click(button(/^Show them/));
    shown.head([item(4, 0), item(5, 0)]);
    expect(cards()).toEqual(['Question 4?', 'Question 5?']);
  });

  test('an answered one takes no upvotes and shows its answer', async () => {
    shown = show(snapshot(qa()));
    await tab();
    shown.head([item(3, 48, { state: 'answered', answer: 'In April.', name: 'A chair' })]);
    expect(up(3).tagName).toBe('P');
    expect(text()).toContain('A chair');
    expect(text()).toContain('Answer In April.');
  });

  test('a refused upvote is taken back and explained', async () => {
    shown = show(snapshot(qa()));
    await tab();
    shown.head([item(3, 48)]);
    click(up(3));
    const { ref, n, seq } = shown.sent.at(-1) as { ref: number; n: number; seq: number };
    shown.say({
      type: 'upvoteRefused',
      ref,
      activity: 'q',
      round: 1,
      n,
      seq,
      code: 'notUpvotable',
      message: 'This question takes no upvotes any more.',
    });
    expect(up(3).getAttribute('aria-pressed')).toBe('false');
    expect(document.querySelector('[role=alert]')!.textContent).toContain('takes no upvotes');
  });

  test('what people wrote is text', async () => {
    shown = show(snapshot(qa()));
    await tab();
    shown.head([item(1, 0, { text: '<img src=x onerror=alert(1)>' })]);
    expect(document.querySelector('li.card img')).toBeNull();
    expect(cards()).toEqual(['<img src=x onerror=alert(1)>']);
    expect(document.querySelector('li.card .text')!.getAttribute('dir')).toBe('auto');
  });
});

describe('asking', () => {
  test('sends one tidy line, empties the box, and says how it stands', async () => {
    shown = show(snapshot(qa()));
    await tab();
    shown.head([]);
    write('  Why\nthem? ');
    click(button(/^Send/));
    expect(shown.sent.at(-1)).toMatchObject({
      type: 'askQuestion',
      activity: 'q',
      round: 1,
      text: 'Why them?',
      name: null,
    });
    expect(box().value).toBe('');
    expect(text()).toContain('Sending your question.');
    const { ref, question } = shown.sent.at(-1) as { ref: number; question: string };
    shown.say({ type: 'questionAsked', ref, activity: 'q', round: 1, question, state: 'waiting' });
    shown.own([{ question, text: 'Why them?', minute: 1, state: 'waiting' }]);
    expect(text()).toContain('Waiting. A moderator reads it before the room sees it.');
  });

  test('without a connection it waits on this phone', async () => {
    shown = show(snapshot(qa()));
    await tab();
    shown.offline();
    write('Why?');
    click(button(/^Send/));
    expect(shown.sent.filter(({ type }) => type === 'askQuestion')).toEqual([]);
    expect(text()).toContain(
      'Your question is waiting on this phone. We send it when the network is back and tell you here.',
    );
    shown.door.connected();
    expect(shown.sent.find(({ type }) => type === 'askQuestion')).toMatchObject({ text: 'Why?' });
  });

  test('empty, too long and nameless are explained before anything is sent', async () => {
    shown = show(snapshot(qa({ names: 'named' })));
    await tab();
    const count = shown.sent.length;
    click(button(/^Send/));
    expect(document.querySelector('[role=alert]')!.textContent).toBe('Write your question first.');
    write('x'.repeat(51));
    expect(document.querySelector('[role=alert]')!.textContent).toBe('Your question is 1 symbol too long.');
    expect(text()).toContain('1 too many');
    write('Why?');
    expect(document.querySelector('[role=alert]')!.textContent).toBe(
      'Questions here are asked with a name. Add yours.',
    );
    expect(shown.sent).toHaveLength(count);
  });

  test('a name goes along when it is chosen, and is remembered', async () => {
    shown = show(snapshot(qa()));
    await tab();
    click(button(/^\s*Anonymous/));
    click(
      [...document.querySelectorAll('label')]
        .find((each) => each.textContent!.includes('With a name'))!
        .querySelector('input'),
    );
    const name = document.querySelector<HTMLInputElement>('input.name')!;
    name.value = 'Someone from the north';
    name.dispatchEvent(new Event('input', { bubbles: true }));
    write('Why?');
    click(button(/^Send/));
    expect(shown.sent.at(-1)).toMatchObject({ name: 'Someone from the north' });
    expect(shown.storage.getItem('plenary.name.x')).toBe('+Someone from the north');
  });

  test('refused: why, and the words come back into the box', async () => {
    shown = show(snapshot(qa()));
    await tab();
    write('Why?');
    click(button(/^Send/));
    const { ref, question } = shown.sent.at(-1) as { ref: number; question: string };
    shown.say({ type: 'questionRefused', ref, activity: 'q', round: 1, question, code: 'notAsking', message: 'No.' });
    expect(text()).toContain('Not sent. No questions were taken any more when it arrived.');
    yours();
    click(button(/^Write it again/));
    expect(box().value).toBe('Why?');
    expect(text()).not.toContain('Not sent.');
  });

  test.each<[Partial<AttendeeQuestions>, number, string]>([
    [{ asking: false }, 5, 'No new questions are taken right now. You can still upvote.'],
    [{ state: 'locked', asking: false }, 5, 'Questions are closed. You can still read them.'],
    [{}, 0, 'You have asked all 10 questions one person can ask here.'],
  ])('%j with %i left: a sentence in place of the box', async (over, left, words) => {
    shown = show(snapshot(qa(over)));
    await tab();
    shown.own([], left);
    expect(text()).toContain(words);
    expect(box()).toBeNull();
  });

  test('withdraws after a question back', async () => {
    shown = show(snapshot(qa()));
    await tab();
    shown.own([{ question: 'id-own-0123456789abc', text: 'Why?', minute: 1, state: 'published', n: 3 }]);
    expect(text(), 'the list has the room').not.toContain('Published.');
    yours();
    expect(text()).toContain('Published. The room sees it as question 3');
    click(button(/^Withdraw/));
    expect(shown.sent.some(({ type }) => type === 'withdrawQuestion')).toBe(false);
    click([...document.querySelectorAll('dialog button')].find((each) => each.textContent === 'Withdraw')!);
    expect(shown.sent.at(-1)).toMatchObject({
      type: 'withdrawQuestion',
      activity: 'q',
      question: 'id-own-0123456789abc',
    });
  });

  test('E12: who has withdrawn a question goes on at the list of their own, or at the title', async () => {
    shown = show(snapshot(qa()));
    await tab();
    write('Why?');
    click(button(/^Send/));
    shown.offline();
    yours();
    button(/^Discard/).focus();
    click(button(/^Discard/));
    click([...document.querySelectorAll('dialog button')].find((each) => each.textContent === 'Discard')!);
    await eventually('the focus is somewhere', () => document.activeElement!.textContent === 'Questions');
    expect(document.activeElement!.tagName).toBe('H1');
  });

  test('E18: that an upvote was refused is said for a while', async () => {
    shown = show(snapshot(qa()));
    await tab();
    shown.head([item(1, 1)]);
    click(up(1));
    const { ref, seq } = shown.sent.at(-1) as { ref: number; seq: number };
    const refused = { code: 'notUpvotable', message: 'This question was answered.' } as const;
    shown.say({ type: 'upvoteRefused', ref, activity: 'q', round: 1, n: 1, seq, ...refused });
    expect(text()).toContain('This question was answered.');
    shown.clock.advance(12_000);
    flushSync();
    expect(text()).not.toContain('This question was answered.');
  });
});
