import { moved } from '../../../organiser/event/order.ts';
import { line, type EditorOption, type WithOptions } from './model.ts';

const withOptions = <E extends WithOptions>(editor: E, options: EditorOption[], nextKey = editor.nextKey): E => ({
  ...editor,
  options,
  nextKey,
});

export function setOption<E extends WithOptions>(editor: E, key: number, text: string): E {
  return withOptions(
    editor,
    editor.options.map((option) => (option.key === key ? { ...option, text } : option)),
  );
}

/**
 * A new row after the one named, at the end when none is. The same editor when it is full.
 *
 * @param most rows there may be
 */
export function addOption<E extends WithOptions>(editor: E, most: number, behind?: number): E {
  if (editor.options.length >= most) return editor;
  const at = editor.options.findIndex((option) => option.key === behind);
  const options = [...editor.options];
  options.splice(at < 0 ? options.length : at + 1, 0, { key: editor.nextKey, text: '' });
  return withOptions(editor, options, editor.nextKey + 1);
}

/** As many rows as there have to be stay: those are emptied instead. */
export function removeOption<E extends WithOptions>(editor: E, key: number, least = 2): E {
  if (editor.options.length > least) {
    return withOptions(
      editor,
      editor.options.filter((option) => option.key !== key),
    );
  }
  return withOptions(
    editor,
    editor.options.map((option) => (option.key === key ? { key: editor.nextKey, text: '' } : option)),
    editor.nextKey + 1,
  );
}

export function moveOption<E extends WithOptions>(editor: E, key: number, to: number): E {
  const order = moved(
    editor.options.map((option) => String(option.key)),
    String(key),
    to,
  );
  const byKey = new Map(editor.options.map((option) => [String(option.key), option]));
  return withOptions(
    editor,
    order.map((name) => byKey.get(name)!),
  );
}

/** Lines of a pasted list without their bullets; null when it is no list but text for one field. */
export function pastedLines(text: string): string[] | null {
  const lines = text
    .split(/[\r\n]+/)
    .map((each) => line(each.replace(/^\s*(?:[-*•–]|\(?(?:\d{1,2}|[A-Za-z])[.)])\s+/, '')))
    .filter((each) => each !== '');
  return lines.length > 1 ? lines : null;
}

/**
 * A list pasted into a row: the first line goes to where the cursor was, the others become rows after it; empty rows
 * after it are filled first. `left` are lines that found no room.
 */
export function pasteOptions<E extends WithOptions>(
  editor: E,
  most: number,
  key: number,
  lines: readonly string[],
  cursor: { start: number; end: number },
): { editor: E; left: string[] } {
  const [first = '', ...rest] = lines;
  const at = editor.options.findIndex((option) => option.key === key);
  const row = editor.options[at];
  if (!row) return { editor, left: [...lines] };
  let next = setOption(editor, key, row.text.slice(0, cursor.start) + first + row.text.slice(cursor.end));
  let behind = key;
  for (let index = 0; index < rest.length; index++) {
    const follower = next.options[next.options.findIndex((option) => option.key === behind) + 1];
    if (!follower || follower.text.trim() !== '') {
      const grown = addOption(next, most, behind);
      if (grown === next) return { editor: next, left: rest.slice(index) };
      next = grown;
    }
    behind = next.options[next.options.findIndex((option) => option.key === behind) + 1]!.key;
    next = setOption(next, behind, rest[index]!);
  }
  return { editor: next, left: [] };
}
