import type { Steering } from '../../ui/stageControls.ts';
import { steering } from '../../voting/steering.ts';

export default { kind: 'number', ...steering } satisfies Steering<'number'>;
