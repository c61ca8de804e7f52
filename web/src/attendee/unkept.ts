import { mount } from 'svelte';
import type { NamedKeyValue } from '../protocol/environment.ts';
import Unkept from './Unkept.svelte';

const TRIED = 'plenary.kept';

/** Whether what is written stays: it does not where site data is blocked, or the storage is full. */
export function keeps(storage: NamedKeyValue | null): boolean {
  try {
    storage!.setItem(TRIED, '1');
    const kept = storage!.getItem(TRIED) === '1';
    storage!.removeItem(TRIED);
    return kept;
  } catch {
    return false;
  }
}

/** Says once what follows where nothing is kept: a place that is not kept is another person after a reload. */
export function warn(storage: NamedKeyValue | null): void {
  if (!keeps(storage)) mount(Unkept, { target: document.body });
}
