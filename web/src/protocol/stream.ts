import type { Clock, Fetch, Socket } from './environment.ts';
import { EventParser } from './events.ts';

/** A message that was not answered in this time is sent again, milliseconds. */
const ANSWER_WITHIN_MS = 8_000;
/** Pauses between repetitions, milliseconds; after the last the stream counts as lost. */
const PAUSES_MS = [300, 1_000, 3_000];

/**
 * A connection without WebSockets (PROTOCOL.md): what the server says comes as an event stream, what is sent goes by POST, one at a time and
 * numbered, so that order holds and a repetition does nothing. Looks like a socket; the first message has to be hello.
 */
export class StreamSocket implements Socket {
  onopen: (() => void) | null = null;
  onmessage: ((event: { data: unknown }) => void) | null = null;
  onclose: ((event: { code: number }) => void) | null = null;
  onerror: (() => void) | null = null;
  private readonly stream = new AbortController();
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
    this.stream.abort();
  }

  private async read(hello: string): Promise<void> {
    try {
      const response = await this.post('', hello, {}, this.stream.signal);
      // Anything else is an error of the server, or a page of the network's own.
      const ours = response.status === 200 && response.headers.get('content-type')?.startsWith('text/event-stream');
      if (ours && response.body) await this.follow(response.body.getReader());
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

  /** True once the server has it. */
  private async deliver(text: string, seq: number): Promise<boolean> {
    for (const pause of [...PAUSES_MS, 0]) {
      const status = await this.attempt(text, seq);
      if (status === 204 || this.closed) return true;
      if (status >= 400 && status < 500) return false;
      if (pause > 0) await new Promise<void>((done) => this.clock.after(pause, done));
      if (this.closed) return true;
    }
    return false;
  }

  /** The status of the answer, 0 when there was none. */
  private async attempt(text: string, seq: number): Promise<number> {
    const abort = new AbortController();
    const give = () => abort.abort();
    this.stream.signal.addEventListener('abort', give);
    const cancel = this.clock.after(ANSWER_WITHIN_MS, give);
    try {
      return (await this.post('/message', text, { 'plenary-stream': this.secret, 'plenary-seq': String(seq) }, abort.signal)).status;
    } catch {
      return 0;
    } finally {
      cancel();
      this.stream.signal.removeEventListener('abort', give);
    }
  }

  private post(path: string, body: string, headers: Record<string, string>, signal: AbortSignal): Promise<Response> {
    const all = { 'content-type': 'application/json', ...headers };
    return this.fetch(`/api/v1/stream${path}`, { method: 'POST', headers: all, body, signal, credentials: 'same-origin', cache: 'no-store' });
  }

  private end(): void {
    if (this.closed) return;
    this.close();
    this.onclose?.({ code: 1006 });
  }
}
