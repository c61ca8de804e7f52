// @vitest-environment happy-dom
import { flushSync, mount, unmount } from 'svelte';
import { afterEach, expect, test } from 'vitest';
import type { Ranking } from '../../../protocol/messages.gen.ts';
import { props } from '../../../attendee/testing.svelte.ts';
import RankFields from './RankFields.svelte';
import { nothing, type Selection } from './selection.ts';

const ranking: Ranking = {
  kind: 'ranking',
  id: 'r',
  round: 1,
  question: 'What first?',
  options: ['Pay', 'Time', 'Trust'].map((text, index) => ({ id: `o${index}`, text })),
  places: 2,
  shuffled: false,
  unranked: 'mean',
  abstain: 'Prefer not to say',
  state: 'open',
  results: 'hidden',
  tally: null,
};
let fields: object | null = null;
let marked: Selection;

function show() {
  const given = props({
    ranking,
    options: ranking.options,
    selection: nothing,
    onchange: (next: Selection) => {
      marked = given.selection = next;
    },
  });
  fields = mount(RankFields, { target: document.body, props: given });
}
afterEach(async () => {
  if (fields) await unmount(fields);
  document.body.innerHTML = '';
});

const buttons = () => [...document.querySelectorAll('button')];
const press = (text: string) => {
  buttons()
    .find((button) => button.textContent.replace(/\s+/g, ' ').trim().startsWith(text))!
    .click();
  flushSync();
};
const pressed = () =>
  buttons()
    .filter((button) => button.getAttribute('aria-pressed') === 'true')
    .map((button) => button.textContent.replace(/\s+/g, ' ').trim());
const lists = () => [...document.querySelectorAll('select')];
const said = () => document.querySelector('[role=status]')!.textContent;

test('options keep their places on the screen and bear the number they were given', () => {
  show();
  press('Trust');
  press('Pay');
  expect(marked).toEqual({ order: ['o2', 'o0'], abstain: false, full: false });
  expect(pressed()).toEqual(['2 Pay (second)', '1 Trust (first)']);
  expect(document.body.textContent).toContain('2 of 2 placed.');
  press('Time');
  expect(marked).toMatchObject({ order: ['o2', 'o0'], full: true });
});

test('up and down move one, and say so', () => {
  show();
  press('Trust');
  press('Pay');
  press('Move Pay up');
  expect(marked.order).toEqual(['o0', 'o2']);
  expect(said()).toBe('Pay is now first of 2, Trust second.');
  press('Move Pay up');
  expect(marked.order, 'nothing is above').toEqual(['o0', 'o2']);
});

test('each place has a list; a place can be given once the one before it is', () => {
  show();
  expect(lists().map(({ disabled }) => disabled)).toEqual([false, true]);
  const [first] = lists();
  first!.value = 'o1';
  first!.dispatchEvent(new Event('change', { bubbles: true }));
  flushSync();
  expect(marked.order).toEqual(['o1']);
  expect(lists().map(({ disabled }) => disabled)).toEqual([false, false]);
});

test('abstaining takes the order back, and an order the abstaining', () => {
  show();
  press('Trust');
  press('Prefer not to say');
  expect(marked).toEqual({ order: [], abstain: true, full: false });
  press('Time');
  expect(marked).toEqual({ order: ['o1'], abstain: false, full: false });
});
