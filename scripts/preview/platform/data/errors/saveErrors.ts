/** Why a save was refused: per field, and what concerns the record as a whole. */
export interface SaveErrors {
  fields: Readonly<Record<string, string[]>>;
  messages: readonly string[];
}

export const NO_ERRORS: SaveErrors = { fields: {}, messages: [] };

interface Problem {
  message?: string;
}

interface Body extends Problem {
  output?: { errors?: Problem[]; fieldErrors?: Record<string, Problem[]> };
}

function texts(problems: readonly Problem[]): string[] {
  return problems.flatMap(({ message }) => message ?? []);
}

/** Reads what `createRecord` and `updateRecord` reject with. A thrown error of any other kind is a message. */
export function saveErrors(rejection: unknown): SaveErrors {
  const { body, message } = (rejection ?? {}) as { body?: Body | Problem[]; message?: string };
  if (Array.isArray(body)) {
    return { fields: {}, messages: texts(body) };
  }
  const { errors = [], fieldErrors = {} } = body?.output ?? {};
  const fields = Object.fromEntries(
    Object.entries(fieldErrors).map(([field, problems]) => [field, texts(problems)])
  );
  const messages = texts(errors);
  const isExplained = messages.length > 0 || Object.keys(fields).length > 0;
  return { fields, messages: isExplained ? messages : [body?.message ?? message ?? String(rejection)] };
}
