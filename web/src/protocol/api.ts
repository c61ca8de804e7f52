import type { ErrorName } from './codes.gen.ts';
import type { Clock, Fetch } from './environment.ts';

/** An answer of the HTTP side that is not a success (HTTP.md), or none at all (`offline` or `noAnswer`, status 0). */
export class ApiError extends Error {
  constructor(
    /**
     * A name of codes.json; `offline` without network, `noAnswer` when none came in time, `unexpected` when it was not
     * our server's.
     */
    readonly code: ErrorName | 'offline' | 'noAnswer' | 'unexpected',
    /** Empty when nothing answered: pages say that in their own words. */
    message: string,
    readonly status: number,
    /** The field that is wrong, when one is. */
    readonly field: string | null = null,
    /** Seconds to wait before trying again, when the server said. */
    readonly retryAfter: number | null = null,
  ) {
    super(message);
    this.name = 'ApiError';
  }
}

export type Method = 'GET' | 'POST' | 'DELETE';
/** Rejects with ApiError only, and does so when there is no whole answer within `withinMs` milliseconds. */
export type Request = <T>(method: Method, path: string, body?: unknown, withinMs?: number) => Promise<T>;

const ANSWER_WITHIN_MS = 15_000;

/** JSON over HTTP: `request<Answer>('POST', '/api/v1/join', { code })`. */
export function api(fetch: Fetch, { after }: Pick<Clock, 'after'>): Request {
  return async <T>(method: Method, path: string, body?: unknown, withinMs = ANSWER_WITHIN_MS): Promise<T> => {
    const abort = new AbortController();
    const { signal } = abort;
    const init: RequestInit = { method, headers: { accept: 'application/json' }, credentials: 'same-origin', signal };
    if (method !== 'GET') {
      init.headers = { ...init.headers, 'content-type': 'application/json' };
      init.body = JSON.stringify(body ?? {});
    }
    const cancel = after(withinMs, () => abort.abort());
    try {
      const response = await fetch(path, init);
      const answer = await json(response);
      if (response.ok && (response.status === 204 || answer !== undefined)) return answer as T;
      if (!signal.aborted) throw failure(response, answer);
    } catch (error) {
      if (error instanceof ApiError) throw error;
    } finally {
      cancel();
    }
    throw new ApiError(signal.aborted ? 'noAnswer' : 'offline', '', 0);
  };
}

async function json(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    return undefined;
  }
}

function failure(response: Response, answer: unknown): ApiError {
  const { code, message, field } = (answer ?? {}) as Record<string, unknown>;
  const retryAfter = Number.parseInt(response.headers.get('retry-after') ?? '', 10);
  return new ApiError(
    typeof code === 'string' ? (code as ErrorName) : 'unexpected',
    typeof message === 'string'
      ? message
      : 'Something between this page and the server did not work. Try again in a moment.',
    response.status,
    typeof field === 'string' ? field : null,
    Number.isNaN(retryAfter) ? null : retryAfter,
  );
}
