/** Objects that are no tables of records, by the end of their names, and what the org leaves undone with them. */
const KEPT_OBJECTS: Readonly<Record<string, string>> = {
  __e: 'publishes no events',
  __mdt: 'answers no query for its records'
};

/**
 * What the org doesn't do with platform events and custom metadata types: their files are kept, and to a data request
 * they don't exist. Undefined for any other object.
 */
export function keptObject(name: string): string | undefined {
  const [ending = ''] = /__[a-z]+$/.exec(name.toLowerCase()) ?? [];
  return KEPT_OBJECTS[ending];
}
