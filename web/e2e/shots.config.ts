import { mergeConfig } from 'vitest/config';
import config from './vitest.config.ts';

/** Pictures of every page in every state, for people to look at; not part of the test. Into e2e/out/shots and src/docs. */
const shots = mergeConfig(config, { test: { testTimeout: 240_000 } });
shots.test!.projects = undefined;
shots.test!.include = ['shots/**/*.shots.ts'];
export default shots;
