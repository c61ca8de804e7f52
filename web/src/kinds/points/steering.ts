import type { Steering } from '../../ui/stageControls.ts';
import { steering } from '../../voting/steering.ts';

export default { kind: 'points', ...steering } satisfies Steering<'points'>;
