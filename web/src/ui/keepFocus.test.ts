// @vitest-environment happy-dom
import { afterEach, expect, test } from 'vitest';
import { eventually } from '../eventually.ts';
import { keepFocus } from './keepFocus.ts';

let stop = () => undefined as void;
afterEach(() => {
  stop();
  document.body.innerHTML = '';
});

function page(): HTMLElement {
  document.body.innerHTML = `
    <main><section id="near"><div><button id="one">One</button></div></section><button id="two">Two</button></main>`;
  const main = document.querySelector('main')!;
  stop = keepFocus(main);
  return main;
}
const focus = () => document.activeElement?.id || document.activeElement?.localName;
const at = (id: string) => document.getElementById(id)! as HTMLButtonElement;

test('what has the focus goes away: the part it stood in has it', async () => {
  page();
  at('one').focus();
  at('one').remove();
  await eventually('the focus went on', () => focus() === 'near');
  at('near').remove();
  await eventually('and on', () => focus() === 'main');
});

test('what is disabled while it has the focus hands it on', async () => {
  page();
  at('one').focus();
  at('one').disabled = true;
  await eventually('the focus went on', () => focus() === 'near');
});

test('what went away after the focus had left it changes nothing', async () => {
  const main = page();
  at('one').focus();
  at('two').focus();
  at('one').remove();
  await new Promise((done) => setTimeout(done));
  expect(focus()).toBe('two');
  at('two').blur();
  await new Promise((done) => setTimeout(done));
  at('two').remove();
  await new Promise((done) => setTimeout(done));
  expect(focus()).toBe('body');
  expect(main.isConnected).toBe(true);
});
