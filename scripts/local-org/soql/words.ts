const WORD_OR_STRING = /'(?:[^'\\]|\\.)*'|[A-Za-z_][\w.]*/gs;

/**
 * Finds where the words of a statement stand. The parser tells no places, but it names everything in the order of
 * the text: asking for those names one after the other finds each at its own place. Quoted strings are no words.
 */
export interface Words {
  /** The offset of the next occurrence of this word (in any case); where the search stands, if there is none. */
  next(word: string): number;
}

export function createWords(soql: string): Words {
  const words: { text: string; at: number }[] = [];
  for (const match of soql.matchAll(WORD_OR_STRING)) {
    if (!match[0].startsWith("'")) words.push({ text: match[0].toLowerCase(), at: match.index });
  }
  let index = 0;
  let at = 0;

  return {
    next(word) {
      const wanted = word.toLowerCase();
      const found = words.findIndex((candidate, place) => place >= index && candidate.text === wanted);
      if (found === -1) return at;
      index = found + 1;
      at = words[found].at;
      return at;
    }
  };
}

/** The first place of a sign or word outside quoted strings, or -1 unless it is there exactly once. */
export function onlyPlaceOf(soql: string, text: string): number {
  const blanked = soql.replace(/'(?:[^'\\]|\\.)*'/gs, (quoted) => ' '.repeat(quoted.length));
  const first = blanked.indexOf(text);
  return first !== -1 && blanked.indexOf(text, first + 1) === -1 ? first : -1;
}
