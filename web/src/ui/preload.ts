/** A style sheet is part of what came only when the page shows it. */
const style = (href: string) =>
  new Promise<void>((resolve, reject) => {
    const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href });
    link.onload = () => resolve();
    link.onerror = () => reject((link.remove(), new Error('style')));
    document.head.append(link);
  });

/**
 * Stands in the place of Vite's own in every page (vite.config.ts). Browsers keep in mind that a module did not come,
 * also one that several parts share, which no other address mends. So all files of a part come into the cache first,
 * and are asked for again as often as it takes; nothing is imported before they are there.
 */
export async function __vitePreload<M>(get: () => Promise<M>, files: readonly string[] = []): Promise<M> {
  await Promise.all(
    files.map(async (file) => {
      const href = `/${file}`;
      const isStyle = file.endsWith('.css');
      if (isStyle && document.querySelector(`[href="${href}"]`)) return;
      const answer = await fetch(href);
      await answer.blob();
      if (!answer.ok) throw new Error('part');
      if (isStyle) await style(href);
    }),
  );
  return get();
}
