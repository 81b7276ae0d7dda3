const TOKEN = /'(?:[^'\\]|\\.)*'|[A-Za-z_][\w.]*|[()]/gs;

/** A word or a parenthesis of a statement and its offset. */
export interface Token {
  text: string;
  at: number;
}

/**
 * Walks through the words of a statement. The parser tells no places, but it names everything in the order of the
 * text: asking for those names one after the other finds each at its own place. Quoted strings are no words.
 */
export interface Words {
  /** The offset of the next occurrence of this word (in any case); where the walk stands, if there is none. */
  next(word: string): number;
  /** Words and parentheses after the place where the walk stands. */
  rest(): Token[];
}

export function createWords(soql: string): Words {
  const tokens: Token[] = [];
  for (const match of soql.matchAll(TOKEN)) {
    if (!match[0].startsWith("'")) tokens.push({ text: match[0], at: match.index });
  }
  let index = 0;
  let at = 0;

  return {
    next(word) {
      const wanted = word.toLowerCase();
      for (let place = index; place < tokens.length; place += 1) {
        if (tokens[place].text.toLowerCase() !== wanted) continue;
        index = place + 1;
        at = tokens[place].at;
        break;
      }
      return at;
    },
    rest: () => tokens.slice(index)
  };
}

/** The first place of a sign or word outside quoted strings, or -1 unless it is there exactly once. */
export function onlyPlaceOf(soql: string, text: string): number {
  const blanked = soql.replace(/'(?:[^'\\]|\\.)*'/gs, (quoted) => ' '.repeat(quoted.length));
  const first = blanked.indexOf(text);
  return first !== -1 && blanked.indexOf(text, first + 1) === -1 ? first : -1;
}
