// @vitest-environment happy-dom
import { flushSync, mount, unmount } from 'svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { props } from '../../../attendee/testing.svelte.ts';
import { poll } from '../testing.ts';
import PointsForm from './PointsForm.svelte';
import { nothing, type Selection } from './selection.ts';

let form: object;
let marked: Selection;
const onvote = vi.fn();

beforeEach(() => {
  vi.useFakeTimers();
  const given = props({
    poll,
    selection: nothing,
    onchange: (next: Selection) => {
      marked = given.selection = next;
    },
    onvote,
  });
  form = mount(PointsForm, { target: document.body, props: given });
  flushSync();
});
afterEach(async () => {
  await unmount(form);
  document.body.innerHTML = '';
  vi.useRealTimers();
});

const squeezed = (element: Element) => element.textContent!.replace(/\s+/g, ' ').trim();
const button = (name: string) => [...document.querySelectorAll('button')].find((each) => squeezed(each) === name)!;
const press = (name: string) => {
  button(name).click();
  flushSync();
};
const field = (text: string) => {
  const label = [...document.querySelectorAll('label')].find((each) => squeezed(each) === text)!;
  return document.getElementById(label.htmlFor) as HTMLInputElement;
};
const write = (text: string, value: string) => {
  field(text).value = value;
  field(text).dispatchEvent(new Event('input', { bubbles: true }));
  flushSync();
};
const meter = () => squeezed(document.querySelector('.left p')!);
const said = () => squeezed(document.querySelector('[role=status]')!);
const rest = () => {
  vi.advanceTimersByTime(1_000);
  flushSync();
};

test('every option is a number with buttons whose names say the option', () => {
  for (const text of ['Pay', 'Time', 'Trust']) {
    expect(field(text).type).toBe('number');
    expect(field(text).inputMode).toBe('numeric');
    press(`5 points more for ${text}`);
    expect(field(text).value).toBe('5');
  }
  press('5 points less for Pay');
  expect(marked.points).toEqual({ o0: 0, o1: 5, o2: 5 });
  expect(meter()).toBe('90 of 100 points left');
});

test('what is left always stands there, and is told once somebody rests', () => {
  expect(meter()).toBe('100 of 100 points left');
  write('Pay', '6');
  write('Pay', '65');
  press('5 points more for Pay');
  expect([meter(), said()]).toEqual(['30 of 100 points left', '']);
  rest();
  expect(said()).toBe('Pay 70. 30 points left.');
  write('Time', '50');
  rest();
  expect([meter(), said()]).toEqual(['20 points too many', '20 points too many.']);
  press('Spread evenly');
  rest();
  expect([meter(), said()]).toEqual(['All 100 points given', 'All given.']);
  expect(['Pay', 'Time', 'Trust'].map((text) => field(text).value)).toEqual(['35', '35', '30']);
  press('Clear');
  expect(['Pay', 'Time', 'Trust'].map((text) => field(text).value)).toEqual(['0', '0', '0']);
});

test('arrows step like the buttons, and not beyond what is left', () => {
  const arrow = (text: string, key: string) => {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
    field(text).dispatchEvent(event);
    flushSync();
    return event.defaultPrevented;
  };
  write('Pay', '95');
  expect(arrow('Time', 'ArrowUp')).toBe(true);
  arrow('Time', 'ArrowUp');
  expect(marked).toMatchObject({ points: { o0: 95, o1: 5 }, full: true });
  arrow('Pay', 'ArrowDown');
  expect(marked.points).toEqual({ o0: 90, o1: 5 });
  expect(arrow('Pay', '7')).toBe(false);
});

test('abstaining takes the points back, and points the abstaining', () => {
  press('Spread evenly');
  press('Prefer not to say');
  expect(marked).toEqual({ points: {}, abstain: true, full: false });
  press('5 points more for Time');
  expect(marked).toEqual({ points: { o1: 5 }, abstain: false, full: false });
});

test('a number that is no step is marked, and the field shows what is true when it is left', () => {
  write('Pay', '33');
  expect(field('Pay').getAttribute('aria-invalid')).toBe('true');
  write('Pay', '-5');
  field('Pay').dispatchEvent(new Event('blur'));
  flushSync();
  expect(field('Pay').value).toBe('0');
});
