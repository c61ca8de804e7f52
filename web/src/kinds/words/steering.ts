import type { Steering } from '../../ui/stageControls.ts';
import { steering } from '../../voting/steering.ts';

export default {
  kind: 'words',
  ...steering,
  // A cloud has no order: in the order of the result it is a list.
  ordering: { byResult: 'Show as list', given: 'Show as cloud' },
} satisfies Steering<'words'>;
