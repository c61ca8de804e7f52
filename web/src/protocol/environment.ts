/** What the protocol needs of the machine it runs on. Pages pass the browser's, tests pass their own. */
export interface Clock {
  /** Wall clock, milliseconds since 1970. May jump; survives a reload. */
  now(): number;
  /** Milliseconds since the page was loaded. Never jumps; may stand still while the phone sleeps. */
  monotonic(): number;
  /** Runs once after `ms` milliseconds, unless the returned function is called before. */
  after(ms: number, run: () => void): () => void;
}

/** Uniform in [0, 1). */
export type Random = () => number;

/** The part of `Storage` that is used. Every method may throw. */
export interface KeyValue {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/** One whose names can be told. */
export interface NamedKeyValue extends KeyValue {
  readonly length: number;
  key(index: number): string | null;
}

/** The part of `WebSocket` that is used. */
export interface Socket {
  onopen: (() => void) | null;
  onmessage: ((event: { data: unknown }) => void) | null;
  onclose: ((event: { code: number }) => void) | null;
  onerror: (() => void) | null;
  send(text: string): void;
  close(code?: number): void;
}

export type OpenSocket = (url: string) => Socket;

/** The part of `fetch` that is used. */
export type Fetch = (path: string, init: RequestInit) => Promise<Response>;
