import { frames } from '../../../src/voting/frames.ts';

export default { kind: 'pebbles', ...frames };
