import type { Frames } from '../../protocol/activity.ts';
import { frames } from '../../voting/frames.ts';

export default { kind: 'words', ...frames } satisfies Frames<'words'>;
