import type { ErrorName } from './codes.gen.ts';

/** An answer of the HTTP side that is not a success (HTTP.md), or none at all (`offline`, status 0). */
export class ApiError extends Error {
  constructor(
    /** A name of codes.json; `offline` when nothing answered, `unexpected` when it was not our server that did. */
    readonly code: ErrorName | 'offline' | 'unexpected',
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

type Fetch = (path: string, init: RequestInit) => Promise<Response>;
export type Method = 'GET' | 'POST' | 'DELETE';

/** JSON over HTTP: `request<Answer>('POST', '/api/v1/join', { code })`. Rejects with ApiError only. */
export function api(fetch: Fetch) {
  return async function request<T>(method: Method, path: string, body?: unknown): Promise<T> {
    const init: RequestInit = { method, headers: { accept: 'application/json' }, credentials: 'same-origin' };
    if (method !== 'GET') {
      init.headers = { ...init.headers, 'content-type': 'application/json' };
      init.body = JSON.stringify(body ?? {});
    }
    let response: Response;
    try {
      response = await fetch(path, init);
    } catch {
      throw new ApiError('offline', 'The server cannot be reached. Check the network and try again.', 0);
    }
    const answer = await json(response);
    if (response.ok && (response.status === 204 || answer !== undefined)) return answer as T;
    throw failure(response, answer);
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
    typeof message === 'string' ? message : 'Something between this page and the server did not work. Try again in a moment.',
    response.status,
    typeof field === 'string' ? field : null,
    Number.isNaN(retryAfter) ? null : retryAfter,
  );
}
