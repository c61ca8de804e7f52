// @vitest-environment happy-dom
import { flushSync, mount, unmount } from 'svelte';
import { afterEach, expect, test } from 'vitest';
import { props } from '../../../attendee/testing.svelte.ts';
import type { Rating } from '../../../protocol/messages.gen.ts';
import RateForm from './RateForm.svelte';
import { nothing, type Selection } from './selection.ts';

const HOSTILE = '<img src=x onerror=alert(1)> \u202Egnp =1+1';
const rating: Rating = {
  kind: 'rating',
  id: 'r',
  round: 1,
  question: 'How good?',
  statements: [HOSTILE, 'It lasts'].map((text, index) => ({ id: `o${index}`, text })),
  scale: { type: 'points', points: 10, low: 'Poor', high: 'Good' },
  noOpinion: null,
  abstain: 'Prefer not to say',
  state: 'open',
  results: 'hidden',
  tally: null,
};
let form: object | null = null;
let marked: Selection;

function show(of: Rating = rating) {
  const given = props({
    rating: of,
    selection: nothing,
    onchange: (next: Selection) => {
      marked = given.selection = next;
    },
    onvote: () => undefined,
  });
  form = mount(RateForm, { target: document.body, props: given });
}
afterEach(async () => {
  if (form) await unmount(form);
  document.body.innerHTML = '';
});
const groups = () => [...document.querySelectorAll('fieldset')];
const radios = (group: number) => [...groups()[group]!.querySelectorAll<HTMLInputElement>('input[type=radio]')];
const press = (element: HTMLElement) => {
  element.click();
  flushSync();
};

test('each statement is a group of radio buttons with names, and text stays text', () => {
  show();
  expect(groups()).toHaveLength(2);
  expect(groups()[0]!.querySelector('legend')!.textContent).toContain(HOSTILE);
  expect(document.querySelector('img')).toBeNull();
  const names = radios(0).map((radio) => radio.getAttribute('aria-label'));
  expect(names).toEqual(['1, Poor', '2', '3', '4', '5', '6', '7', '8', '9', '10, Good']);
  expect(new Set(radios(0).map(({ name }) => name)).size).toBe(1);
  expect(radios(0)[0]!.name).not.toBe(radios(1)[0]!.name);
});

test('a point is given, changed and taken back; abstaining takes all back', () => {
  show();
  press(radios(0)[3]!);
  press(radios(1)[9]!);
  press(radios(0)[4]!);
  expect(marked).toEqual({ given: { o0: '5', o1: '10' }, abstain: false });
  expect(document.body.textContent).toContain('2 of 2 answered.');
  press([...document.querySelectorAll('button')].find((button) => button.textContent.includes('It lasts'))!);
  expect(marked.given).toEqual({ o0: '5' });
  press(document.querySelector<HTMLInputElement>('input[type=checkbox]')!);
  expect(marked).toEqual({ given: {}, abstain: true });
});

test('no opinion is one of the buttons of a statement', () => {
  show({ ...rating, noOpinion: 'No view', scale: { type: 'agreement', points: 5, low: null, high: null } });
  expect(radios(0)).toHaveLength(6);
  press(radios(0)[5]!);
  expect(marked.given).toEqual({ o0: 'none' });
  expect(document.querySelector('button')).toBeNull();
});
