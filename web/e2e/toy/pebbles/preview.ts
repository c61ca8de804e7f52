import { asScreen, asVoter } from '../../../src/voting/preview.ts';

export default { kind: 'pebbles', asAttendee: asVoter, asStage: asScreen };
