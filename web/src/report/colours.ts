import type { EventLook } from '../protocol/messages.gen.ts';
import { palette } from '../stage/palette.ts';

const WORN = ['bar', 'brand', 'leader', 'leader-ink'];

/**
 * The colours in which a report draws for an event with this look, once for light and once for dark ground
 * (`--light-bar`, `--dark-bar`): those of its stages, made darker or lighter until they are seen. The ground of the
 * stage stays there: a report is read on paper, too.
 */
export function colours(look: EventLook | undefined): Record<string, string> {
  if (!look) return {};
  return Object.fromEntries(
    (['light', 'dark'] as const).flatMap((theme) => {
      const tokens = palette({ theme, event: { ...look, ground: null } });
      return WORN.flatMap((name) => {
        const colour = tokens[`--${name}`];
        return colour ? [[`--${theme}-${name}`, colour]] : [];
      });
    }),
  );
}
