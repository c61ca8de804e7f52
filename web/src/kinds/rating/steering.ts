import type { Steering } from '../../ui/stageControls.ts';
import { steering } from '../../voting/steering.ts';

export default { kind: 'rating', ...steering } satisfies Steering<'rating'>;
