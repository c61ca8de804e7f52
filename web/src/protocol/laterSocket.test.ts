import { expect, test } from 'vitest';
import type { Socket } from './environment.ts';
import { laterSocket } from './laterSocket.ts';

const socket = (said: string[]): Socket => ({
  onopen: null,
  onmessage: null,
  onclose: null,
  onerror: null,
  send: (text) => said.push(text),
  close: () => said.push('close'),
});

test('once its code is here it is the socket it stands for', () => {
  let here!: (open: () => Socket) => void;
  const said: string[] = [];
  const outer = laterSocket((run) => (here = run));
  outer.onopen = () => said.push('opened');
  outer.onmessage = ({ data }) => said.push(`heard ${String(data)}`);
  outer.onclose = ({ code }) => said.push(`closed ${code}`);
  const inner = socket(said);
  here(() => inner);
  inner.onopen!();
  outer.send('hello');
  inner.onmessage!({ data: 'welcome' });
  inner.onclose!({ code: 4000 });
  outer.close();
  expect(said).toEqual(['opened', 'hello', 'heard welcome', 'closed 4000', 'close']);
});

test('one that is given up before its code is here is never opened', () => {
  let here!: (open: () => Socket) => void;
  const outer = laterSocket((run) => (here = run));
  outer.close();
  let opened = 0;
  here(() => (opened++, socket([])));
  expect(opened).toBe(0);
});
