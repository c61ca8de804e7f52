import type { Clock, NamedKeyValue, OpenSocket, Socket } from '../protocol/environment.ts';
import { api } from '../protocol/api.ts';
import { laterSocket } from '../protocol/laterSocket.ts';
import { withFallback, socketsBlocked } from '../protocol/transports.ts';
import { lazy, type Lazy } from './lazy.svelte.ts';

/** The browser, as src/protocol wants its machine. */
export const browserClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};

let early: WebSocket | null = null;

/** Begins to connect before it is known as whom: a slow network has two round trips less to wait for afterwards. */
export function connectEarly(): void {
  try {
    if (!socketsBlocked(storage('sessionStorage'))) early = new WebSocket(socketUrl());
  } catch {
    // Forbidden altogether: found again, and got round, when a connection is opened.
  }
}

function webSocket(url: string): Socket {
  const ready = early && early.readyState <= WebSocket.OPEN ? early : null;
  early = null;
  // it will not open again
  if (ready && ready.readyState === WebSocket.OPEN) queueMicrotask(() => ready.onopen?.(new Event('open')));
  return (ready ?? new WebSocket(url)) as unknown as Socket;
}

const send = (path: string, init: RequestInit) => fetch(path, init);

type Streams = typeof import('../protocol/stream.ts');
let streams: Lazy<Streams> | null = null;
/** Who waits for the code of streams: few networks need it. */
let waiting: ((code: Streams) => void)[] = [];

function stream(): Socket {
  streams ??= lazy(
    () => import('../protocol/stream.ts'),
    (code) => {
      waiting.forEach((here) => here(code));
      waiting = [];
    },
  );
  return laterSocket((here) => {
    const open = ({ StreamSocket }: Streams) => here(() => new StreamSocket(send, browserClock));
    if (streams!.module) return open(streams!.module);
    waiting.push(open);
    streams!.load();
  });
}

/** A WebSocket, or an event stream where WebSockets are blocked. */
export const openSocket: OpenSocket = withFallback({
  socket: webSocket,
  stream,
  clock: browserClock,
  kept: storage('sessionStorage'),
});

export const socketUrl = (): string => `${location.protocol === 'https:' ? 'wss:' : 'ws:'}//${location.host}/ws`;

/** JSON over HTTP; rejects with ApiError. */
export const request = api(send, browserClock);

/** Null where the browser forbids it (private modes, blocked site data): even looking at it may throw. */
export function storage(kind: 'localStorage' | 'sessionStorage' = 'localStorage'): NamedKeyValue | null {
  try {
    return window[kind];
  } catch {
    return null;
  }
}

/**
 * Runs once, while no other tab of this browser does the same, as far as that can be had: over plain http there are no
 * locks. Who does not come to its turn within a second goes on without; who had it leaves the others a moment to see
 * what it kept.
 */
export function alone(run: () => void): void {
  let ran = false;
  const once = () => {
    if (!ran) run();
    ran = true;
  };
  setTimeout(once, 1_000);
  try {
    navigator.locks.request('plenary', () => (once(), new Promise((done) => setTimeout(done, 100)))).catch(once);
  } catch {
    once();
  }
}

/**
 * Puts an address into the bar, where the browser lets us: one throws in a sandbox, another after a hundred times in
 * half a minute.
 */
export function showAddress(url: string, how: 'replaceState' | 'pushState' = 'replaceState'): void {
  try {
    history[how](null, '', url);
  } catch {
    // then the bar shows an older one
  }
}

/** 128 random bits, 22 symbols of A-Z a-z 0-9 _ -. */
export function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return btoa(String.fromCharCode(...bytes))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');
}

/** Calls when the page may have slept (came back to sight, or out of the cache), or its network came or went. */
export function onWake(run: (what: 'wake' | 'online' | 'offline') => void): () => void {
  const off = new AbortController();
  const on = (target: EventTarget, name: string, what: 'wake' | 'online' | 'offline') =>
    target.addEventListener(name, () => document.visibilityState === 'visible' && run(what), off);
  on(document, 'visibilitychange', 'wake');
  on(window, 'pageshow', 'wake');
  on(window, 'online', 'online');
  on(window, 'offline', 'offline');
  return () => off.abort();
}
