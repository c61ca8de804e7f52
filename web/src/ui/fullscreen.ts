/** Turns full screen on, for this element, or off; a sentence when the browser does not let us. */
export async function toggleFullscreen(whole: Element = document.documentElement): Promise<string> {
  try {
    if (document.fullscreenElement) await document.exitFullscreen();
    else await whole.requestFullscreen();
    return '';
  } catch {
    return 'This browser does not give full screen here. Use its own menu.';
  }
}
