// For tests: the server's side of PROTOCOL.md, "Without WebSockets", behind a network that fails as told.
import type { Fetch } from './environment.ts';

/**
 * What becomes of a POST: nothing wrong; it never arrives; it arrives and the answer is lost; it arrives, or does not,
 * and nothing comes back for good.
 */
export type Trouble = 'none' | 'lost' | 'unanswered' | 'hangs' | 'silent';

interface Stream {
  hello: string;
  taken: string[];
  last: number;
  out: ReadableStreamDefaultController<Uint8Array> | null;
}

export class FakeStreams {
  readonly streams: Stream[] = [];
  readonly requests: { path: string; headers: Record<string, string> }[] = [];
  /** One for each POST to come; none wrong when it runs out. */
  troubles: Trouble[] = [];
  /** What opening a stream is answered. */
  open: () => Response | null = () => null;

  readonly fetch: Fetch = async (path, init) => {
    const headers = init.headers as Record<string, string>;
    this.requests.push({ path, headers });
    const trouble = this.troubles.shift() ?? 'none';
    if (trouble === 'lost') throw new TypeError('network');
    const never = () =>
      new Promise<Response>((_, reject) =>
        init.signal!.addEventListener('abort', () => reject(new DOMException('', 'AbortError'))),
      );
    if (trouble === 'silent') return never();
    const response =
      path === '/api/v1/stream' ? this.opened(String(init.body), init.signal!) : this.take(headers, String(init.body));
    if (trouble === 'unanswered') throw new TypeError('network');
    if (trouble === 'none') return response;
    return never();
  };

  get newest(): Stream {
    return this.streams.at(-1)!;
  }

  /** The server says, in pieces cut after every `size` bytes. */
  say(message: object, size = 1_000): void {
    this.write(`data: ${JSON.stringify(message)}\n\n`, size);
  }

  write(text: string, size = 1_000): void {
    const bytes = new TextEncoder().encode(text);
    for (let at = 0; at < bytes.length; at += size) this.newest.out!.enqueue(bytes.slice(at, at + size));
  }

  /** The stream of the connection ends, as far as the server goes. */
  cut(): void {
    this.newest.out?.close();
    this.newest.out = null;
  }

  private opened(hello: string, signal: AbortSignal): Response {
    const other = this.open();
    if (other) return other;
    const stream: Stream = { hello, taken: [], last: 0, out: null };
    this.streams.push(stream);
    const body = new ReadableStream<Uint8Array>({
      start: (out) => {
        stream.out = out;
      },
      cancel: () => {
        stream.out = null;
      },
    });
    signal.addEventListener('abort', () => (stream.out = null));
    this.write(`:${' '.repeat(2_048)}\n\nevent: open\ndata: ${this.streams.length}\n\n`);
    return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
  }

  private take(headers: Record<string, string>, body: string): Response {
    const stream = this.streams[Number(headers['plenary-stream']) - 1];
    const seq = Number(headers['plenary-seq']);
    if (!stream?.out) return new Response(null, { status: 404 });
    if (seq > stream.last + 1) return new Response(null, { status: 409 });
    if (seq === stream.last + 1) {
      stream.last = seq;
      stream.taken.push(body);
    }
    return new Response(null, { status: 204 });
  }
}

/** Lets everything that only waits for its turn happen. */
export async function turns(): Promise<void> {
  for (let i = 0; i < 4; i++) await new Promise((done) => setImmediate(done));
}
