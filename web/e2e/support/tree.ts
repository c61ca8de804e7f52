import type { Page } from 'playwright-core';

interface AxValue {
  value?: unknown;
}
interface AxNode {
  nodeId: string;
  ignored: boolean;
  role?: AxValue;
  name?: AxValue;
  childIds?: string[];
  properties?: { name: string; value: AxValue }[];
}

/** A thing of the page as assistive technology is told of it. */
export interface Told {
  role: string;
  name: string;
  /** Of a heading. */
  level: number | null;
  /** The words inside it, in reading order. */
  words: string;
}

/**
 * The accessibility tree of the page in reading order, as the browser hands it to a screen reader: not what the markup
 * says, but what is left of it after styles.
 */
export async function tree(page: Page): Promise<Told[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { nodes: AxNode[] };
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const text = (value?: AxValue) => String(value?.value ?? '');
  const told: Told[] = [];
  const walk = (node: AxNode): string => {
    const role = text(node.role);
    const at = told.length;
    if (!node.ignored && role !== 'InlineTextBox') {
      const level = node.properties?.find(({ name }) => name === 'level')?.value.value;
      told.push({ role, name: text(node.name).trim(), level: typeof level === 'number' ? level : null, words: '' });
    }
    const children = role === 'StaticText' ? [] : (node.childIds ?? []).flatMap((id) => byId.get(id) ?? []);
    const inside = children.map(walk).join(' ');
    const words = role === 'StaticText' ? text(node.name) : inside;
    if (told[at] && !node.ignored) told[at].words = words.replace(/\s+/g, ' ').trim();
    return words;
  };
  walk(nodes[0]!);
  return told;
}

/** What stands in the tree between a heading and the next one of its level, or above. */
export function below(all: readonly Told[], heading: string): Told[] {
  const from = all.findIndex(({ role, name }) => role === 'heading' && name === heading);
  if (from < 0) {
    throw new Error(`No heading ${heading} among ${all.map(({ role, name }) => `${role} ${name}`).join('; ')}`);
  }
  const to = all.findIndex(({ role, level }, at) => at > from && role === 'heading' && level! <= all[from]!.level!);
  return all.slice(from, to < 0 ? undefined : to);
}

/** Levels of headings that a reader who goes from one to the next would miss one at. */
export function gaps(all: readonly Told[]): string[] {
  const headings = all.filter(({ role }) => role === 'heading');
  const wrong = headings.flatMap(({ level, name }, at) =>
    level! > (headings[at - 1]?.level ?? 0) + 1 ? [`${name}: ${headings[at - 1]?.level ?? 0} to ${level}`] : [],
  );
  const first = headings.filter(({ level }) => level === 1);
  return first.length === 1 ? wrong : [...wrong, `${first.length} headings of level 1`];
}
