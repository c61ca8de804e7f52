// Assembles the schemas of both directions from what all kinds share and the fragments of each kind.
import { readdir, readFile } from 'node:fs/promises';

export const wire = new URL('../../src/main/protocol/v1/', import.meta.url);
export const json = async (name) => JSON.parse(await readFile(new URL(name, wire), 'utf8'));

/** A definition that extends another one has its members, too. */
function extended({ extends: name, ...own }, common) {
  if (name === undefined) return own;
  const base = common[name];
  if (!base) throw new Error(`nothing is called ${name} that could be extended`);
  return {
    ...base,
    ...own,
    required: [...own.required, ...base.required],
    properties: { ...own.properties, ...base.properties },
  };
}

const mapped = (defs, change) => Object.fromEntries(Object.entries(defs).map(([name, def]) => [name, change(def)]));

/** Every fragment, `{path, kind, unions, $defs}`, in the order of their paths. */
async function fragments() {
  const below = await readdir(new URL('kinds/', wire), { recursive: true });
  const paths = below.filter((path) => path.endsWith('.schema.json')).map((path) => `kinds/${path}`);
  return Promise.all(paths.sort().map(async (path) => ({ path, ...(await json(path)) })));
}

/** Names of the definitions that some JSON refers to. */
const refs = (node) => [...JSON.stringify(node).matchAll(/"#\/\$defs\/(\w+)"/g)].map(([, name]) => name);

/** The definitions that can be reached from the messages, in the order in which they were written. */
function reachable(roots, defs) {
  const found = new Set();
  const visit = (node, from) => {
    for (const name of refs(node)) {
      if (!defs[name]) throw new Error(`${from} refers to ${name}, which no schema defines`);
      if (found.has(name)) continue;
      found.add(name);
      visit(defs[name], name);
    }
  };
  visit(roots, 'a message');
  return Object.fromEntries(Object.entries(defs).filter(([name]) => found.has(name)));
}

/** One definition per name: a kind must not change what others mean by a word. */
function checked(all, common) {
  const seen = new Map(Object.keys(common).map((name) => [name, 'what all kinds share']));
  for (const { path, $defs } of all) {
    for (const name of Object.keys($defs)) {
      if (seen.has(name)) throw new Error(`${path} defines ${name} again: ${seen.get(name)} does`);
      seen.set(name, path);
    }
  }
  return all;
}

function direction(common, other, kinds) {
  const schema = structuredClone(common);
  const defs = { ...other.$defs, ...schema.$defs, ...Object.assign({}, ...kinds.map((kind) => kind.$defs)) };
  const words = kinds.filter((kind) => kind.unions.ActivityDraft).map((kind) => kind.kind);
  defs.DraftKind = { ...defs.DraftKind, enum: words };
  for (const { path, unions } of kinds) {
    for (const [union, names] of Object.entries(unions)) {
      const members = names.map((name) => ({ $ref: `#/$defs/${name}` }));
      if (union === schema.title) schema.oneOf.push(...members);
      else if (defs[union]?.oneOf) defs[union] = { ...defs[union], oneOf: [...defs[union].oneOf, ...members] };
      else if (union !== other.title) throw new Error(`${path} adds to ${union}, which is no union`);
    }
  }
  return { ...schema, $defs: reachable(schema.oneOf, defs) };
}

/** Properties of what organisers write, by the word of the kind. */
export async function draftsOf({ client }) {
  const kinds = await fragments();
  const drafts = kinds.filter(({ unions }) => unions.ActivityDraft);
  return Object.fromEntries(drafts.map(({ kind, unions }) => [kind, client.$defs[unions.ActivityDraft[0]].properties]));
}

/** `{client, server}`: the schemas with every kind in them. */
export async function schemas() {
  const client = await json('client-message.schema.json');
  const server = await json('server-message.schema.json');
  const common = { ...server.$defs, ...client.$defs };
  const written = checked(await fragments(), common);
  const kinds = written.map((kind) => ({ ...kind, $defs: mapped(kind.$defs, (def) => extended(def, common)) }));
  const whole = { client: direction(client, server, kinds), server: direction(server, client, kinds) };
  const used = { ...whole.client.$defs, ...whole.server.$defs };
  const unused = kinds.flatMap((kind) => Object.keys(kind.$defs)).filter((name) => !used[name]);
  if (unused.length > 0) throw new Error(`no message leads to ${unused.join(', ')}`);
  return whole;
}
