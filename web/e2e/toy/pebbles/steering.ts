import { steering } from '../../../src/voting/steering.ts';

export default { kind: 'pebbles', ...steering };
