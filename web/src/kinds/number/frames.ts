import type { Frames } from '../../protocol/activity.ts';
import { frames } from '../../voting/frames.ts';

export default { kind: 'number', ...frames } satisfies Frames<'number'>;
