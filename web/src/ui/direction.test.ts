import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'svelte/compiler';
import { expect, test } from 'vitest';

/*
 * Words that people wrote are laid out from their own side, whatever the language of the page. What is read off the
 * sources: an expression whose last name is one of these stands within an element that has `dir`, or within `<bdi>` in
 * a sentence. What only a screen reader says has no side.
 */
const PEOPLES = new Set(['question', 'name', 'text', 'reply', 'note', 'abstain', 'staged']);
/** Fields in which nobody writes words: codes, addresses, numbers, days, colours. */
const NO_WORDS = /^(radio|checkbox|file|email|password|number|date|time|color|hidden|range|url)$/;
/** Words of Plenary under such a name, and words whose element stands where the snippet is used, by file. */
const OURS: Record<string, string[]> = {
  'report/Words.svelte': ['{piece.text}'],
  'stage/ButtonBar.svelte': ['{text}'],
  'stage/Trouble.svelte': ['{text}'],
  'organiser/events/EventsPage.svelte': ['{events.problem.text}'],
  'organiser/event/prepare/earlier/EarlierDialog.svelte': ['{events.problem.text}'],
  'organiser/event/prepare/RunOrderItem.svelte': ['{mark.text}'],
  'organiser/event/results/OtherFiles.svelte': ['{name}'],
  'organiser/event/results/TakeHome.svelte': ['{name}'],
  'kinds/qa/organiser/QueueOff.svelte': ['{moderation.refusal.text}'],
  'kinds/number/Chart.svelte': ['{tick.text}'],
  'kinds/qa/organiser/MergeTray.svelte': ['{text}'],
  // A picture has no dir: its style does the same.
  'kinds/words/report/CloudFigure.svelte': ['{word.text}'],
  'voting/organiser/Numbers.svelte': ['{name}'],
};

interface Node {
  type: string;
  name?: string;
  attributes?: Node[];
  expression?: Node;
  [part: string]: unknown;
}

const root = fileURLToPath(new URL('..', import.meta.url));
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.svelte'));

/** The name at the end of `a.b.name`, `name!` or `name ?? 'none'`. */
function last(node: Node | undefined): string | null {
  switch (node?.type) {
    case 'Identifier':
      return node.name!;
    case 'MemberExpression':
      return last(node['property'] as Node);
    case 'ChainExpression':
    case 'TSNonNullExpression':
    case 'TSAsExpression':
      return last(node.expression);
    case 'LogicalExpression':
      return last(node['left'] as Node);
    default:
      return null;
  }
}
const attribute = ({ attributes }: Node, name: string) =>
  attributes?.find((each) => each.type === 'Attribute' && each.name === name);
const written = (node: Node | undefined): string => {
  const value = node?.['value'] as Node[] | true | undefined;
  return Array.isArray(value) && value[0]?.type === 'Text' ? String(value[0]['data']) : '';
};

function missing(file: string): string[] {
  const source = readFileSync(`${root}/${file}`, 'utf8');
  const found: string[] = [];
  const says = (node: Node) => source.slice(node['start'] as number, node['end'] as number);
  const walk = (node: unknown, sided: boolean): void => {
    if (Array.isArray(node)) return node.forEach((each) => walk(each, sided));
    if (typeof node !== 'object' || node === null) return;
    const { type, name } = node as Node;
    let within = sided;
    if (type === 'RegularElement' || type === 'SvelteElement') {
      const element = node as Node;
      const unseen = written(attribute(element, 'class')).split(' ').includes('hidden-text');
      within ||= !!attribute(element, 'dir') || name === 'bdi' || name === 'option' || unseen;
      const kind = attribute(element, 'type');
      const words = !NO_WORDS.test(written(kind)) && !/checkbox|password/.test(kind ? says(kind) : '');
      // A code is typed in capitals.
      const code = written(attribute(element, 'autocapitalize')) === 'characters';
      const field = name === 'textarea' || (name === 'input' && words && !code);
      if (field && !attribute(element, 'dir')) found.push(`${file}: <${name}>`);
      return walk(element['fragment'], within);
    }
    if (type === 'TitleElement') return;
    if (type === 'ExpressionTag') {
      const of = last((node as Node).expression);
      if (of && PEOPLES.has(of) && !sided) found.push(`${file}: ${says(node as Node)}`);
      return;
    }
    // Elements and blocks; what is given to a component is shown by that.
    for (const [part, value] of Object.entries(node)) {
      if (part !== 'attributes' && part !== 'expression' && part !== 'parent') walk(value, within);
    }
  };
  walk(parse(source, { modern: true }).fragment, false);
  const ours = (OURS[file] ?? []).map((each) => `${file}: ${each}`);
  const stale = ours.filter((each) => !found.includes(each)).map((each) => `${each} is listed for nothing`);
  return [...found.filter((each) => !ours.includes(each)), ...stale];
}

test('E9 what people wrote, and every field they write in, is laid out from its own side', () => {
  expect(files.length).toBeGreaterThan(100);
  expect(files.flatMap(missing)).toEqual([]);
});
