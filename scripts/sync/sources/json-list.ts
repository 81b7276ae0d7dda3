import { Failure } from '../../lib/failure.ts';

/**
 * The elements of a JSON list as texts, one at a time, with no more than one of them in memory. The list is the whole
 * document, or its member of the given name. Answers false, having yielded nothing, when the text does not begin with
 * such a document. Throws `BAD_SOURCE` when the list breaks off, is none, or the text goes on behind the document.
 */
export async function* listElements(
  pieces: AsyncIterable<string>,
  member: string
): AsyncGenerator<string, boolean> {
  const named = new RegExp(`^\\s*"${member}"\\s*:`);
  /** What was read of the element, or of the member on the way to the list. */
  let text = '';
  let depth = 0;
  /** How deep elements lie; 0 before the list and after it. */
  let listDepth = 0;
  let isInText = false;
  let isEscaped = false;
  let isFound = false;

  for await (const piece of pieces) {
    /** Where in the piece what belongs to `text` begins. */
    let from = 0;
    for (let at = 0; at < piece.length; at += 1) {
      const sign = piece[at] ?? '';
      if (isInText) {
        if (isEscaped) isEscaped = false;
        else if (sign === '\\') isEscaped = true;
        else if (sign === '"') isInText = false;
        continue;
      }
      if (depth === 0 && sign !== '[' && sign !== '{') {
        if (sign.trim() === '') continue;
        if (isFound) throw new Failure('BAD_SOURCE', 'The file goes on behind the end of its list.');
        return false;
      }
      if (sign === '"') isInText = true;
      else if (sign === '[' || sign === '{') {
        if (depth === 0 && isFound)
          throw new Failure('BAD_SOURCE', 'The file goes on behind the end of its list.');
        const isMember = depth === 1 && !isFound && named.test(text + piece.slice(from, at));
        if (sign === '[' && (depth === 0 || isMember)) {
          isFound = true;
          listDepth = depth + 1;
        }
        depth += 1;
        if (depth === 1 || listDepth === depth) {
          text = '';
          from = at + 1;
        }
      } else if (sign === ']' || sign === '}' || sign === ',') {
        const isEnd = sign !== ',';
        if (depth === 1 && !isFound && named.test(text + piece.slice(from, at))) {
          throw new Failure('BAD_SOURCE', `What the file has as ${member} is no list.`);
        }
        if (listDepth > 0 && depth === listDepth) {
          const element = (text + piece.slice(from, at)).trim();
          if (element !== '') yield element;
          if (isEnd) listDepth = 0;
        }
        if (depth <= Math.max(1, listDepth)) {
          text = '';
          from = at + 1;
        }
        if (isEnd) depth -= 1;
        if (depth === 0 && !isFound) return false;
      }
    }
    text = isFound && listDepth === 0 ? '' : text + piece.slice(from);
  }
  if (isFound && depth > 0) throw new Failure('BAD_SOURCE', 'The file breaks off in the middle of its list.');
  return isFound;
}
