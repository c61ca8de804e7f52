import type { Clock, KeyValue, OpenSocket, Socket } from '../protocol/environment.ts';
import { api } from '../protocol/api.ts';
import { StreamSocket } from '../protocol/stream.ts';
import { eitherWay, socketsBlocked } from '../protocol/ways.ts';

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
  if (!socketsBlocked(storage('sessionStorage'))) early = new WebSocket(socketUrl());
}

function webSocket(url: string): Socket {
  const ready = early && early.readyState <= WebSocket.OPEN ? early : null;
  early = null;
  if (ready && ready.readyState === WebSocket.OPEN) queueMicrotask(() => ready.onopen?.(new Event('open'))); // it will not open again
  return (ready ?? new WebSocket(url)) as unknown as Socket;
}

const send = (path: string, init: RequestInit) => fetch(path, init);

/** A WebSocket, or an event stream where WebSockets are blocked. */
export const openSocket: OpenSocket = eitherWay({
  socket: webSocket,
  stream: () => new StreamSocket(send, browserClock),
  clock: browserClock,
  kept: storage('sessionStorage'),
});

export const socketUrl = (): string => `${location.protocol === 'https:' ? 'wss:' : 'ws:'}//${location.host}/ws`;

/** JSON over HTTP; rejects with ApiError. */
export const request = api(send);

/** Null where the browser forbids it (private modes, blocked site data): even looking at it may throw. */
export function storage(kind: 'localStorage' | 'sessionStorage' = 'localStorage'): KeyValue | null {
  try {
    return window[kind];
  } catch {
    return null;
  }
}

/** 128 random bits, 22 symbols of A-Z a-z 0-9 _ -. */
export function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return btoa(String.fromCharCode(...bytes)).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

/** Calls when the page may have slept or lost its network: came back to sight, out of the cache, or online. */
export function onWake(run: () => void): () => void {
  const seen = () => document.visibilityState === 'visible' && run();
  document.addEventListener('visibilitychange', seen);
  window.addEventListener('pageshow', run);
  window.addEventListener('online', run);
  return () => {
    document.removeEventListener('visibilitychange', seen);
    window.removeEventListener('pageshow', run);
    window.removeEventListener('online', run);
  };
}
