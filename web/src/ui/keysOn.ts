import { storage } from './browser.ts';

const NAME = 'plenary.keys';

/** Whether single characters are shortcuts. People who speak to their computer turn them off (WCAG 2.1.4). */
export function keysOn(): boolean {
  try {
    return storage()?.getItem(NAME) !== 'off';
  } catch {
    return true;
  }
}

export function setKeysOn(on: boolean): void {
  try {
    storage()?.setItem(NAME, on ? 'on' : 'off');
  } catch {
    // It holds as long as nothing can be kept.
  }
}
