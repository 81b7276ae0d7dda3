import { jsonParserError } from '../../errors.ts';

/** The properties of a request's body, read by the types that the documentation gives them. */
export interface BodyReader {
  text(name: string): string | null;
  /** One of the names; `fallback` when it is missing. */
  choice<Name extends string>(name: string, names: readonly Name[], fallback?: Name): Name;
  /** Throws when the body has other properties than the ones read so far. */
  end(): void;
}

/** Throws JSON_PARSER_ERROR for what isn't as documented. */
export function createBodyReader(body: Record<string, unknown>): BodyReader {
  const rest = new Map(Object.entries(body));

  function text(name: string): string | null {
    const value = rest.get(name) ?? null;
    rest.delete(name);
    if (value === null || typeof value === 'string') return value;
    throw jsonParserError(`Value of ${name} does not match expected type string`);
  }

  return {
    text,
    choice(name, names, fallback) {
      const value = text(name) ?? fallback;
      const known = names.find((other) => other === value);
      if (known !== undefined) return known;
      throw jsonParserError(
        value === undefined
          ? `${name} is required, one of ${names.join(', ')}`
          : `${value} not a valid value for ${name}, one of ${names.join(', ')}`
      );
    },
    end() {
      const [unknown] = rest.keys();
      if (unknown !== undefined) throw jsonParserError(`Unrecognized field "${unknown}"`);
    }
  };
}
