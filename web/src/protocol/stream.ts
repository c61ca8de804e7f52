import type { Clock, Fetch, Socket } from './environment.ts';
import { EventParser } from './events.ts';

/** A request ends when it was not answered in this time, milliseconds. */
const ANSWER_WITHIN_MS = 8_000;
/** When to send the same again, milliseconds. */
interface Repeats {
  /**
   * A request that is not answered for so long gets another one beside it. Browsers keep connections, and a network may
   * have silenced each of them: a request that is held open makes the next one take another connection.
   */
  readonly beside: readonly number[];
  /** Pauses after a request that failed; after the last the stream counts as lost. */
  readonly pauses: readonly number[];
}
const HELLO: Repeats = { beside: [2_500, 5_000], pauses: [] };
const MESSAGE: Repeats = { beside: [1_000, 2_000, 4_000], pauses: [300, 1_000, 3_000] };

/**
 * A connection without WebSockets (PROTOCOL.md): what the server says comes as an event stream, what is sent goes by
 * POST, one at a time and numbered, so that order holds and a repetition does nothing. Looks like a socket; the first
 * message has to be hello.
 */
export class StreamSocket implements Socket {
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;
  onerror: (() => void) | null = null;
  /** Not answered yet. */
  private readonly requests = new Set<AbortController>();
  private reader: ReadableStreamDefaultReader<Uint8Array> | null = null;
  private readonly waiting: string[] = [];
  private secret = '';
  private seq = 0;
  private greeted = false;
  private sending = false;
  private closed = false;

  constructor(
    private readonly fetch: Fetch,
    private readonly clock: Clock,
  ) {
    clock.after(0, () => this.closed || this.onopen?.());
  }

  send(text: string): void {
    if (!this.greeted) {
      this.greeted = true;
      void this.read(text);
    } else {
      this.waiting.push(text);
      void this.flush();
    }
  }

  close(): void {
    this.closed = true;
    for (const each of this.requests) each.abort();
    void this.reader?.cancel().catch(() => undefined);
  }

  private async read(hello: string): Promise<void> {
    try {
      const response = await this.first((signal) => this.post('', hello, {}, signal), HELLO);
      // Anything else is an error of the server, or a page of the network's own.
      const ours = response?.status === 200 && response.headers.get('content-type')?.startsWith('text/event-stream');
      if (ours && response.body) {
        this.reader = response.body.getReader();
        if (this.closed) this.close();
        await this.follow(this.reader);
      }
    } catch {
      // torn, or closed by us
    }
    this.end();
  }

  private async follow(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
    const text = new TextDecoder();
    const events = new EventParser((name, data) => this.event(name, data));
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      events.feed(text.decode(value, { stream: true }));
    }
  }

  private event(name: string, data: string): void {
    if (this.closed) return;
    if (name === 'open') {
      this.secret = data;
      void this.flush();
    } else if (name === '') {
      this.onmessage?.({ data });
    }
  }

  private async flush(): Promise<void> {
    if (this.sending || this.secret === '') return;
    this.sending = true;
    for (let text = this.waiting.shift(); text !== undefined && !this.closed; text = this.waiting.shift()) {
      if (!(await this.deliver(text, ++this.seq))) this.end();
    }
    this.sending = false;
  }

  /** True once the server has it. The number makes repetitions harmless. */
  private async deliver(text: string, seq: number): Promise<boolean> {
    const headers = { 'plenary-stream': this.secret, 'plenary-seq': String(seq) };
    const answer = await this.first((signal) => this.post('/message', text, headers, signal), MESSAGE);
    return this.closed || answer?.status === 204;
  }

  /**
   * The first answer to several equal requests, errors of the server left out; null when there was none. The others are
   * given up then.
   */
  private first(
    request: (signal: AbortSignal) => Promise<Response>,
    { beside, pauses }: Repeats,
  ): Promise<Response | null> {
    return new Promise((done) => {
      const begun: AbortController[] = [];
      let pending = 0;
      let over = false;
      let cancel = () => {};
      const end = (response: Response | null, by?: AbortController) => {
        over = true;
        cancel();
        for (const other of begun) if (other !== by) other.abort();
        done(response);
      };
      const next = (ms: number | undefined) => {
        cancel();
        cancel = ms === undefined ? () => {} : this.clock.after(ms, begin);
      };
      const begin = async (): Promise<void> => {
        if (this.closed) return end(null);
        const abort = new AbortController();
        const turn = begun.push(abort) - 1;
        this.requests.add(abort);
        pending++;
        next(beside[turn]);
        const cancelLimit = this.clock.after(ANSWER_WITHIN_MS, () => abort.abort());
        const response = await request(abort.signal).catch(() => null);
        cancelLimit();
        this.requests.delete(abort);
        pending--;
        if (over) return;
        if (response && response.status < 500) return end(response, abort);
        if (turn < pauses.length && turn === begun.length - 1) next(pauses[turn]);
        if (this.closed || (pending === 0 && begun.length > pauses.length)) end(null);
      };
      void begin();
    });
  }

  private post(path: string, body: string, headers: Record<string, string>, signal: AbortSignal): Promise<Response> {
    const all = { 'content-type': 'application/json', ...headers };
    return this.fetch(`/api/v1/stream${path}`, {
      method: 'POST',
      headers: all,
      body,
      signal,
      credentials: 'same-origin',
      cache: 'no-store',
    });
  }

  private end(): void {
    if (this.closed) return;
    this.close();
    this.onclose?.({ code: 1006 });
  }
}
