/** A piece of a toast's message: text, or a link. */
export interface MessagePart {
  key: string;
  text: string;
  url: string | null;
}

/** Puts the data of a toast into the placeholders (`{0}`) of its message. */
export function messageParts(
  message: string,
  data: readonly (string | { url: string; label: string })[]
): MessagePart[] {
  return message
    .split(/(\{\d+\})/)
    .filter((piece) => piece !== '')
    .map((piece, index) => {
      const placeholder = /^\{(\d+)\}$/.exec(piece);
      const value = placeholder ? data[Number(placeholder[1])] : piece;
      const isLink = typeof value === 'object';
      return {
        key: String(index),
        text: isLink ? value.label : (value ?? piece),
        url: isLink ? value.url : null
      };
    });
}
