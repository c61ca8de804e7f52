import { ApiError, type Request } from '../protocol/api.ts';
import type { Clock } from '../protocol/environment.ts';

/** A try younger than this is left alone when the network comes back, milliseconds. */
const YOUNG_MS = 1_000;

const words: Record<string, string> = {
  offline: 'The server cannot be reached. Check the network and try again.',
  noAnswer: 'The server did not answer in time. Look whether it was done, then try again.',
};

/** What happened when nothing answered, in words. */
function said(error: unknown): unknown {
  if (error instanceof ApiError && error.message === '') error.message = words[error.code] ?? '';
  return error;
}

/**
 * Requests that only read are made anew when the network comes back while they hang; whichever is answered first
 * counts.
 */
export function steady(
  request: Request,
  { monotonic }: Pick<Clock, 'monotonic'>,
  onWake: (run: () => void) => () => void,
): Request {
  return <T>(...[method, ...rest]: Parameters<Request>): Promise<T> => {
    if (method !== 'GET') return request<T>(method, ...rest).catch((error) => Promise.reject(said(error)));
    return new Promise<T>((resolve, reject) => {
      let newest = 0;
      let since = 0;
      const ask = () => {
        const mine = ++newest;
        since = monotonic();
        request<T>(method, ...rest).then(
          (answer) => (off(), resolve(answer)),
          (error) => mine === newest && (off(), reject(said(error))),
        );
      };
      const off = onWake(() => monotonic() - since >= YOUNG_MS && ask());
      ask();
    });
  };
}
