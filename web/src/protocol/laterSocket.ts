import type { Socket } from './environment.ts';

/** A socket whose code comes when it is needed. `get` calls once it is here; until then the socket is opening. */
export function laterSocket(get: (here: (open: () => Socket) => void) => void): Socket {
  let inner: Socket | null = null;
  let closed = false;
  const outer: Socket = {
    onopen: null,
    onmessage: null,
    onclose: null,
    onerror: null,
    send: (text) => inner?.send(text),
    close(code) {
      closed = true;
      inner?.close(code);
    },
  };
  get((open) => {
    if (closed) return;
    inner = open();
    inner.onopen = () => outer.onopen?.();
    inner.onmessage = (event) => outer.onmessage?.(event);
    inner.onclose = (event) => outer.onclose?.(event);
  });
  return outer;
}
