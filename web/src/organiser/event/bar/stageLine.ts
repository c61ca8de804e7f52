import type { OrganiserSnapshot } from '../../../protocol/messages.gen.ts';
import { onStage, steeringOf } from '../../../ui/stageControls.ts';

/** What the stage shows and how that stands, in a few words: the same wherever it is said. */
export function stageLine(state: OrganiserSnapshot): string {
  const shown = onStage(state);
  if (!shown) return state.room.view === 'blank' ? 'Stage is blank' : 'Join screen on stage';
  const place = state.runOrder.findIndex(({ id }) => id === shown.id) + 1;
  const stands = steeringOf(shown)?.stands(shown);
  if (place === 0) return `${stands ?? 'Something new'} on stage`;
  return `${place} on stage${stands ? `, ${stands}` : ''}`;
}
