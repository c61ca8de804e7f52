import { Backoff } from '../protocol/backoff.ts';
import { onWake } from './browser.ts';

/** A part of the page that is not in the first load. */
export interface Lazy<M> {
  /** Null until it is here. */
  readonly module: M | null;
  /** The last attempt failed: there is no network, most likely. */
  readonly failed: boolean;
  /** From now on it is tried until it is here. */
  load(): void;
}

let tries = 0;

/** The file that did not come. */
const named = (error: unknown) => /\S+\.js/.exec(String(error))?.[0];

export function lazy<M>(get: () => Promise<M>, here?: (module: M) => void): Lazy<M> {
  let module = $state.raw<M | null>(null);
  let failed = $state(false);
  let busy = false;
  let rest = () => {};
  let missing: string | undefined;
  const pauses = new Backoff(Math.random, 2_000, 30_000);

  /**
   * What a part needs is here when it is imported (preload.ts). Where it did not come all the same, Chrome keeps that
   * in mind, so it is asked for under another address. The error names it, except in Safari, which asks again by
   * itself.
   */
  const attempt = (): Promise<M> => (missing ? import(/* @vite-ignore */ `${missing}?${++tries}`) : get());

  const load = () => {
    if (busy) return;
    busy = true;
    rest();
    attempt().then(
      (came) => {
        failed = false;
        module = came;
        here?.(came);
      },
      (error) => {
        busy = false;
        failed = true;
        missing = named(error);
        const timer = setTimeout(load, pauses.next(1_000));
        const asleep = onWake(load);
        rest = () => (clearTimeout(timer), asleep());
      },
    );
  };

  return {
    get module() {
      return module;
    },
    get failed() {
      return failed;
    },
    load,
  };
}

/** A part that is in the first load after all. */
export const here = <M>(module: M): Lazy<M> => ({ module, failed: false, load: () => undefined });
