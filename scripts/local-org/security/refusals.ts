import { ABSENT, type Verdict } from './channels/channel.ts';

/** `list` finds a record among all, `add` makes another one like it, `transfer` gives it to someone else. */
export type Operation = 'read' | 'list' | 'add' | 'edit' | 'transfer' | 'delete';

/**
 * Why someone is refused: the object doesn't exist for them, their permission sets lack the right, the record is
 * hidden from them, it is theirs only to read, or they can't change the master that they want to add to.
 */
export type Reason = 'no object' | 'no right' | 'no right, hidden' | 'hidden' | 'read only' | 'master';

/** What it is called, by operation. A transfer is an edit. */
type Names = Partial<Record<Operation | 'otherwise', Verdict>>;

const NOT_YOURS = 'INSUFFICIENT_ACCESS_OR_READONLY';
const NO_RIGHT = 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY';
const NO_MASTER = 'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY';

/** https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/errorcodes.htm */
const REST: Readonly<Record<Reason, Names>> = {
  'no object': { otherwise: '404 NOT_FOUND' },
  'no right': { delete: `400 ${NOT_YOURS}`, otherwise: `400 ${NO_RIGHT}` },
  'no right, hidden': { delete: `400 ${NOT_YOURS}`, otherwise: `400 ${NO_RIGHT}` },
  hidden: { read: '404 NOT_FOUND', list: ABSENT, otherwise: `400 ${NOT_YOURS}` },
  'read only': { otherwise: `400 ${NOT_YOURS}` },
  master: { add: `400 ${NO_MASTER}` }
};

/** The same resources, and lists by a query. */
const COMPOSITE: Readonly<Record<Reason, Names>> = {
  ...REST,
  'no object': { list: '400 INVALID_TYPE', otherwise: '404 NOT_FOUND' }
};

/** Every record has its own errors, in an answer that is 200. */
const COLLECTIONS: Readonly<Record<Reason, Names>> = {
  'no object': { read: '404 NOT_FOUND', otherwise: 'INVALID_TYPE' },
  'no right': { delete: NOT_YOURS, otherwise: NO_RIGHT },
  'no right, hidden': { delete: NOT_YOURS, otherwise: NO_RIGHT },
  hidden: { read: ABSENT, otherwise: NOT_YOURS },
  'read only': { otherwise: NOT_YOURS },
  master: { add: NO_MASTER }
};

const SOQL: Partial<Record<Reason, Names>> = {
  'no object': { otherwise: '400 INVALID_TYPE' },
  hidden: { otherwise: ABSENT }
};

/**
 * UI API says that there is something one may not see, and looks at the record before it looks at the right.
 * https://developer.salesforce.com/docs/atlas.en-us.uiapi.meta/uiapi/ui_api_get_started_status_codes.htm
 */
const UI_API: Readonly<Record<Reason, Names>> = {
  'no object': { otherwise: '403 INSUFFICIENT_ACCESS' },
  'no right': { delete: `400 ${NOT_YOURS}`, otherwise: `400 ${NO_RIGHT}` },
  'no right, hidden': { otherwise: '403 INSUFFICIENT_ACCESS' },
  hidden: { otherwise: '403 INSUFFICIENT_ACCESS' },
  'read only': { otherwise: `400 ${NOT_YOURS}` },
  master: { add: `400 ${NO_MASTER}` }
};

/**
 * A user's schema has no field for what their permission sets don't allow.
 * https://developer.salesforce.com/docs/platform/graphql/guide/query-status.html
 */
const GRAPHQL: Readonly<Record<Reason, Names>> = {
  'no object': { otherwise: 'ValidationError FieldUndefined' },
  'no right': { otherwise: 'ValidationError FieldUndefined' },
  'no right, hidden': { otherwise: 'ValidationError FieldUndefined' },
  hidden: { read: ABSENT, list: ABSENT, otherwise: `DataFetchingException ${NOT_YOURS}` },
  'read only': { otherwise: `DataFetchingException ${NOT_YOURS}` },
  master: { add: `DataFetchingException ${NO_MASTER}` }
};

/** A job on an object that one may not use isn't created; a row has its own error, as in a collection. */
const BULK: Readonly<Record<Reason, Names>> = {
  'no object': { read: '400 INVALID_TYPE', list: '400 INVALID_TYPE', otherwise: '400 INVALIDJOB' },
  'no right': { delete: NOT_YOURS, otherwise: NO_RIGHT },
  'no right, hidden': { delete: NOT_YOURS, otherwise: NO_RIGHT },
  hidden: { read: ABSENT, list: ABSENT, otherwise: NOT_YOURS },
  'read only': { otherwise: NOT_YOURS },
  master: { add: NO_MASTER }
};

const BY_CHANNEL: Readonly<Record<string, Partial<Record<Reason, Names>>>> = {
  REST,
  composite: COMPOSITE,
  collections: COLLECTIONS,
  SOQL,
  'UI API': UI_API,
  GraphQL: GRAPHQL,
  Bulk: BULK
};

/** The verdict that a channel must give. */
export function refusalOf(channel: string, reason: Reason, operation: Operation): Verdict {
  const names = BY_CHANNEL[channel]?.[reason];
  const verdict = names?.[operation] ?? names?.otherwise;
  if (!verdict) throw new Error(`No word for ${reason}: ${operation} by ${channel}`);
  return verdict;
}
