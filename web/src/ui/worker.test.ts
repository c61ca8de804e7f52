import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { work } from './worker.ts';

const source = readFileSync(new URL('../../public/sw.js', import.meta.url), 'utf8');
const ORIGIN = 'https://vote.example.org';
const PART = '/assets/part-1.js';
const html = (build: string) => `<html data-build="${build}" lang="en">`;

class Caches {
  readonly kept = new Map<string, Map<string, Response>>();
  keys = async () => [...this.kept.keys()];
  delete = async (name: string) => this.kept.delete(name);
  match = async (path: string, { cacheName }: { cacheName: string }) => this.kept.get(cacheName)?.get(path)?.clone();
  async open(name: string) {
    const of = this.kept.get(name) ?? new Map<string, Response>();
    this.kept.set(name, of);
    return {
      put: async (path: string, answer: Response) => void of.set(path, answer),
      addAll: async (paths: string[]) => {
        for (const path of paths) of.set(path, new Response(`kept ${path}`));
      },
    };
  }
}

/** The worker of a build, as a browser runs it. */
function worker(build: string, caches: Caches, answer: (path: string) => Promise<Response>) {
  const heard = new Map<string, (event: object) => void>();
  const text = source
    .replace('__BUILD__', build)
    .replace("['__FILES__']", JSON.stringify([PART, '/old.js', '/icon.svg']));
  const self = {
    addEventListener: (name: string, run: (event: object) => void) => heard.set(name, run),
    skipWaiting: async () => undefined,
  };
  const asked: string[] = [];
  const get = (request: { url: string }) => {
    const { pathname } = new URL(request.url, ORIGIN);
    asked.push(pathname);
    return answer(pathname);
  };
  class Asked {
    constructor(readonly url: string) {}
  }
  const browser = ['self', 'caches', 'fetch', 'location', 'Request'];
  new Function(...browser, text)(self, caches, get, { origin: ORIGIN }, Asked);
  const lives = async (name: string) => {
    let until: Promise<unknown> = Promise.resolve();
    heard.get(name)!({ waitUntil: (promise: Promise<unknown>) => (until = promise) });
    await until;
  };
  const ask = async (path: string, mode = 'navigate', more: object = {}): Promise<string | null> => {
    const given: Promise<Response>[] = [];
    const request = { method: 'GET', mode, url: new URL(path, ORIGIN).href, ...more };
    heard.get('fetch')!({ request, respondWith: (promise: Promise<Response>) => given.push(promise) });
    const came = await given[0];
    return came ? (came.type === 'error' ? 'error' : came.text()) : null;
  };
  return { install: () => lives('install'), activate: () => lives('activate'), ask, asked };
}

const gone = () => Promise.reject(new TypeError('Failed to fetch'));

describe('the service worker', () => {
  let caches: Caches;
  let answer: (path: string) => Promise<Response>;
  const of = (build: string) => worker(build, caches, (path) => answer(path));
  beforeEach(async () => {
    caches = new Caches();
    answer = async () => new Response(html('b1'));
    await of('b1').install();
  });
  afterEach(() => void vi.useRealTimers());

  test('opens the kept page when there is no network, under every address of an attendee’s page', async () => {
    answer = gone;
    for (const path of ['/', '/j/H7K2MQ', '/my-votes', '/my-votes/']) {
      expect(await of('b1').ask(path), path).toBe(html('b1'));
    }
    expect(await of('b1').ask(PART, 'cors')).toBe(`kept ${PART}`);
    expect(await of('b1').ask('/icon.svg', 'no-cors')).toBe('kept /icon.svg');
  });

  test('what the server answers goes before what is kept', async () => {
    answer = async (path) => new Response(`newer ${path}`);
    expect(await of('b1').ask('/j/H7K2MQ')).toBe('newer /j/H7K2MQ');
    expect(await of('b1').ask('/old.js', 'no-cors')).toBe('newer /old.js');
    expect(await of('b1').ask(PART, 'cors'), 'named after its content: it has no newer one').toBe(`kept ${PART}`);
  });

  test.each([502, 503, 504])('an answer of %i opens the kept page: only a gateway is there', async (status) => {
    answer = async () => new Response('Bad gateway', { status });
    expect(await of('b1').ask('/j/H7K2MQ')).toBe(html('b1'));
    caches.kept.clear();
    expect(await of('b1').ask('/j/H7K2MQ'), 'nothing is kept').toBe('Bad gateway');
  });

  test('other answers are the server’s own', async () => {
    answer = async () => new Response('Too many', { status: 429 });
    expect(await of('b1').ask('/')).toBe('Too many');
  });

  test('a network that takes long is as good as none', async () => {
    vi.useFakeTimers();
    answer = () => new Promise(() => undefined);
    const came = of('b1').ask('/j/H7K2MQ');
    await vi.advanceTimersByTimeAsync(6_001);
    expect(await came).toBe(html('b1'));
  });

  test('leaves alone the API, pages of those who run an event, and other origins', async () => {
    const { ask, asked } = of('b1');
    for (const path of ['/organiser', '/stage/e/r', '/remote/e/r', '/preview/e/r', '/verify', '/r/abc']) {
      expect(await ask(path), path).toBeNull();
    }
    expect(await ask('/api/v1/join', 'cors', { method: 'POST' })).toBeNull();
    expect(await ask('/api/v1/stream', 'cors')).toBeNull();
    expect(await ask('https://elsewhere.example.org/')).toBeNull();
    expect(asked).toEqual([]);
  });

  test('C13: keeps no page of another build, and takes an older one’s away once it has its own', async () => {
    await expect(of('b2').install()).rejects.toThrow('another build');
    answer = async () => new Response(html('b2'), { status: 500 });
    await expect(of('b2').install()).rejects.toThrow('another build');
    answer = gone;
    expect(await of('b1').ask('/'), 'the older one goes on').toBe(html('b1'));
    answer = async () => new Response(html('b2'));
    await of('b2').install();
    caches.kept.set('not-ours', new Map());
    await of('b2').activate();
    expect(await caches.keys()).toEqual(['plenary-page-b2', 'not-ours']);
  });
});

describe('registering it', () => {
  const stub = (status: number | null) => {
    const register = vi.fn(async () => undefined);
    const unregister = vi.fn(async () => true);
    const caches = new Caches();
    caches.kept.set('plenary-page-b1', new Map());
    vi.stubGlobal('navigator', { serviceWorker: { register, getRegistrations: async () => [{ unregister }] } });
    vi.stubGlobal('caches', caches);
    vi.stubGlobal('fetch', async () => (status === null ? gone() : new Response(null, { status })));
    return { register, unregister, caches };
  };
  afterEach(() => void vi.unstubAllGlobals());

  test('where the server has one', async () => {
    const { register, unregister } = stub(200);
    await work();
    expect(register).toHaveBeenCalledWith('/sw.js');
    expect(unregister).not.toHaveBeenCalled();
  });

  test.each([404, 410])('an answer of %i takes it away, with what it kept', async (status) => {
    const { register, unregister, caches } = stub(status);
    await work();
    expect(register).not.toHaveBeenCalled();
    expect(unregister).toHaveBeenCalledTimes(1);
    expect(await caches.keys()).toEqual([]);
  });

  test.each([null, 500, 503])('without a clear answer (%s) everything stays as it is', async (status) => {
    const { register, unregister, caches } = stub(status);
    await work();
    expect([register, unregister].map((each) => each.mock.calls.length)).toEqual([0, 0]);
    expect(await caches.keys()).toHaveLength(1);
  });

  test('a browser without workers, or one that refuses, does without', async () => {
    vi.stubGlobal('navigator', {});
    await expect(work()).resolves.toBeUndefined();
    stub(200).register.mockRejectedValue(new DOMException('not here', 'SecurityError'));
    await expect(work()).resolves.toBeUndefined();
  });
});
