import { byKind } from '../../../../kinds/registry.ts';
import type { OrganiserBeside } from '../../../../protocol/messages.gen.ts';
import type { Finding } from '../checks.ts';

/** What the check list says of a kind that stands beside the run order. */
export interface Ready<K extends OrganiserBeside['kind'] = OrganiserBeside['kind']> {
  kind: K;
  ready(activity: Extract<OrganiserBeside, { kind: K }>): Finding;
}

const all = byKind(
  import.meta.glob<Ready>('../../../../kinds/*/organiser/ready.ts', { eager: true, import: 'default' }),
);

export const readyOf = (activity: OrganiserBeside): Finding[] => {
  const found = all[activity.kind];
  return found ? [found.ready(activity as never)] : [];
};
