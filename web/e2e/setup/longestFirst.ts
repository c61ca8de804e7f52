import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes long begins first, so that it does not run alone at the end; the others go by their size. */
const LONG = ['silence-', 'roundtable', 'conference', 'joining', 'queue-access', 'questions-access', 'axe-', 'steps'];

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const found = LONG.findIndex((name) => moduleId.includes(`/journeys/${name}`));
      return found < 0 ? LONG.length : found;
    };
    return (await super.sort(files)).sort((a, b) => place(a) - place(b));
  }
}
