// @vitest-environment happy-dom
import { flushSync, mount, unmount } from 'svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import Qr from './Qr.svelte';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const image = () => document.querySelector('img')!;
const hidden = () => document.querySelector<HTMLElement>('.qr')!.hidden;
const happens = (what: 'load' | 'error') => (image().dispatchEvent(new Event(what)), flushSync());

test('E16: a QR code that does not come leaves no hole and is asked for again until it comes', async () => {
  const code = mount(Qr, { target: document.body, props: { src: '/qr/H7K2MQ.svg', url: 'https://vote.example.org' } });
  flushSync();
  const asked = new Set([image()]);
  for (let i = 0; i < 3; i++) {
    happens('error');
    expect(hidden()).toBe(true);
    vi.advanceTimersByTime(31_000);
    flushSync();
    asked.add(image());
  }
  expect(asked.size).toBeGreaterThan(3);
  happens('load');
  expect(hidden()).toBe(false);
  const here = image();
  vi.advanceTimersByTime(120_000);
  flushSync();
  expect(image()).toBe(here);
  await unmount(code);
});

test('E16: it is asked for at once when the network is back', async () => {
  const code = mount(Qr, { target: document.body, props: { src: '/qr/H7K2MQ.svg', url: 'https://vote.example.org' } });
  flushSync();
  happens('error');
  const failed = image();
  window.dispatchEvent(new Event('online'));
  flushSync();
  expect(image()).not.toBe(failed);
  await unmount(code);
});
