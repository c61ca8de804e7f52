/** The largest logo there is on a stage, px; a server takes 40 KiB. */
const WIDE = 720;
const HIGH = 192;
const MOST_BYTES = 40 * 1024;

/** The size in which a picture is kept: as large as fits, in its own proportions. */
export function fitted(width: number, height: number, scale = 1): { width: number; height: number } {
  const by = Math.min(1, WIDE / width, HIGH / height) * scale;
  return { width: Math.max(1, Math.round(width * by)), height: Math.max(1, Math.round(height * by)) };
}

/**
 * A chosen picture (PNG, JPEG, WebP, SVG) as a PNG in base64: what is drawn on a stage can neither run nor fetch
 * anything.
 *
 * @throws Error with words for people
 */
export async function logoOf(file: File): Promise<string> {
  const url = URL.createObjectURL(file);
  try {
    const picture = new Image();
    picture.src = url;
    await picture.decode();
    const [width, height] = [picture.naturalWidth || WIDE, picture.naturalHeight || HIGH];
    for (const scale of [1, 0.75, 0.5, 0.35]) {
      const size = fitted(width, height, scale);
      const canvas = Object.assign(document.createElement('canvas'), size);
      canvas.getContext('2d')!.drawImage(picture, 0, 0, size.width, size.height);
      const base64 = canvas.toDataURL('image/png').split(',')[1] ?? '';
      if ((base64.length * 3) / 4 <= MOST_BYTES) return base64;
    }
  } catch {
    throw new Error('This file is no picture that the browser can read. Choose a PNG, JPEG, WebP or SVG.');
  } finally {
    URL.revokeObjectURL(url);
  }
  throw new Error('This picture has too many details to be kept small. Choose a simpler one.');
}
