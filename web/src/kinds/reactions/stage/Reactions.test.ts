// @vitest-environment happy-dom
import { flushSync, mount, unmount } from 'svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ServerMessage, StageReactions, StageSnapshot } from '../../../protocol/messages.gen.ts';
import { props } from '../../../attendee/testing.svelte.ts';
import type { Follow, Listener } from '../../../ui/follow.svelte.ts';
import Reactions from './Reactions.svelte';

const counts = { clap: 0, heart: 0, idea: 0, question: 0 };
let app: object | null = null;
let frames: (() => void)[];
let drawn: number;
let listeners: Listener[];
let still: boolean;
let changed: () => void;
const context = () =>
  new Proxy({}, { get: (_, name) => (name === 'fill' ? () => drawn++ : () => undefined), set: () => true });

beforeEach(() => {
  frames = [];
  drawn = 0;
  listeners = [];
  vi.stubGlobal('Path2D', class {});
  vi.stubGlobal('requestAnimationFrame', (run: (now: number) => void) =>
    frames.push(() => run(performance.now() + 300)),
  );
  vi.stubGlobal('cancelAnimationFrame', () => undefined);
  vi.stubGlobal('matchMedia', () => ({
    get matches() {
      return still;
    },
    addEventListener: (_: string, listener: () => void) => (changed = listener),
    removeEventListener: () => undefined,
  }));
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockImplementation(() => context() as never);
});
afterEach(async () => {
  if (app) await unmount(app);
  app = null;
  vi.unstubAllGlobals();
});

function show(noMotion: boolean) {
  still = noMotion;
  const follow = {
    visit: (listener: Listener) => (listeners.push(listener), () => undefined),
  } as unknown as Follow<StageSnapshot>;
  const given: { activity: StageReactions; follow: Follow<StageSnapshot> } = props({
    activity: { kind: 'reactions', id: 'r', totals: { ...counts, clap: 7 } },
    follow,
  });
  app = mount(Reactions, { target: document.body, props: given });
  flushSync();
  return given;
}
const say = (added: object) => {
  listeners.forEach((listener) =>
    listener.receive({ type: 'reactions', epoch: 'e', activity: 'r', added: { ...counts, ...added } } as ServerMessage),
  );
  flushSync();
};

test('shapes rise, drawn only while something is on its way', () => {
  show(false);
  expect(document.querySelector('canvas')!.getAttribute('aria-hidden')).toBe('true');
  expect(document.querySelector('li')).toBeNull();
  expect(frames).toHaveLength(0);
  say({ clap: 5 });
  expect(frames).toHaveLength(1);
  frames.shift()!();
  expect(drawn).toBeGreaterThan(0);
  expect(frames).toHaveLength(1);
});

test('who wants nothing to move sees numbers that change instead', () => {
  const given = show(true);
  const numbers = () => [...document.querySelectorAll('li')].map((item) => item.textContent!.trim());
  expect(document.querySelector('canvas')).toBeNull();
  expect(numbers()).toEqual(['7 claps', '0 hearts', '0 ideas', '0 questions']);
  say({ clap: 2 });
  given.activity = { ...given.activity, totals: { ...counts, clap: 9 } };
  flushSync();
  expect(numbers()[0]).toBe('9 claps');
  expect(frames).toHaveLength(0);
  expect(document.querySelector('[aria-live], [role=status]')).toBeNull();
  still = false;
  changed();
  flushSync();
  expect(document.querySelector('canvas')).not.toBeNull();
});
