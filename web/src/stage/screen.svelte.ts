import type { Space } from './layout.ts';
import { measureAnew } from './measure.ts';

/** How long pointer and buttons stay after the last movement, milliseconds. */
export const POINTER_MS = 3_000;

/** Size of the window in rem, reactive. */
export class Screen {
  space = $state.raw<Space>({ width: 96, height: 54 });

  start(): () => void {
    const measure = () => {
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 20;
      const space = { width: innerWidth / rem, height: innerHeight / rem };
      if (space.width > 0 && space.height > 0) this.space = space;
    };
    measure();
    // Texts are as wide as the letters they are set in, once these are there.
    const letters = () => {
      measureAnew();
      measure();
    };
    document.fonts?.addEventListener?.('loadingdone', letters);
    addEventListener('resize', measure);
    return () => {
      document.fonts?.removeEventListener?.('loadingdone', letters);
      removeEventListener('resize', measure);
    };
  }
}

/** Whether somebody moves the pointer, or did just now. */
export class Pointer {
  moving = $state(false);
  private timer: ReturnType<typeof setTimeout> | undefined;

  moved = (): void => {
    this.moving = true;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => (this.moving = false), POINTER_MS);
  };

  rest = (): void => {
    clearTimeout(this.timer);
    this.moving = false;
  };
}

/** Keeps the screen from going dark, where the browser can; asks again whenever the page comes back to sight. */
export function keepAwake(): () => void {
  let lock: { release(): Promise<void> } | null = null;
  const ask = async () => {
    if (document.visibilityState !== 'visible') return;
    try {
      lock = (await navigator.wakeLock?.request('screen')) ?? null;
    } catch {
      // forbidden or low on battery: the screen does what it always does
    }
  };
  void ask();
  document.addEventListener('visibilitychange', ask);
  return () => {
    document.removeEventListener('visibilitychange', ask);
    void lock?.release().catch(() => undefined);
  };
}
