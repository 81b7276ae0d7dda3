/** Where a page is, without its URL: https://developer.salesforce.com/docs/platform/lwc/guide/reference-page-reference-type.html */
export interface PageReference {
  type: string;
  attributes: Record<string, string | undefined>;
  state: Record<string, string>;
}

type Partial = Pick<PageReference, 'type'> & {
  attributes?: Record<string, string | undefined>;
  state?: Record<string, string>;
};

const HOME: PageReference = { type: 'standard__namedPage', attributes: { pageName: 'home' }, state: {} };

function path({ type, attributes = {} }: Partial): string | null {
  const {
    recordId,
    objectApiName,
    actionName = 'view',
    relationshipApiName,
    pageName,
    apiName,
    componentName
  } = attributes;
  switch (type) {
    case 'standard__recordPage':
      return `/lightning/r/${objectApiName ? `${objectApiName}/` : ''}${recordId}/${actionName}`;
    case 'standard__recordRelationshipPage':
      return `/lightning/r/${objectApiName ? `${objectApiName}/` : ''}${recordId}/related/${relationshipApiName}/${actionName}`;
    case 'standard__objectPage':
      return `/lightning/o/${objectApiName}/${attributes.actionName ?? 'list'}`;
    case 'standard__namedPage':
      return `/lightning/page/${pageName}`;
    case 'standard__navItemPage':
      return `/lightning/n/${apiName}`;
    case 'standard__component':
      return `/lightning/cmp/${componentName}`;
    default:
      return null;
  }
}

/** The URL of a page in Lightning Experience, or null for a kind of page that the preview does not have. */
export function toUrl(reference: Partial): string | null {
  if (reference.type === 'standard__webPage') {
    return reference.attributes?.url ?? null;
  }
  const url = path(reference);
  const query = new URLSearchParams(reference.state ?? {}).toString();
  return url !== null && query !== '' ? `${url}?${query}` : url;
}

function reference(
  type: string,
  attributes: Record<string, string | undefined>,
  state: Record<string, string>
): PageReference {
  return { type, attributes, state };
}

/** The page that a path of Lightning Experience means; the home page for a path that means none. */
export function fromUrl(url: string): PageReference {
  const { pathname, searchParams } = new URL(url, 'http://localhost');
  const state = Object.fromEntries(searchParams);
  const [kind, ...parts] = pathname.split('/').filter(Boolean).slice(1).map(decodeURIComponent);
  const related = parts.indexOf('related');
  if (kind === 'r' && related > 0) {
    const [objectApiName, recordId] = related === 2 ? parts : [undefined, parts[0]];
    const attributes = {
      recordId,
      objectApiName,
      relationshipApiName: parts[related + 1],
      actionName: 'view'
    };
    return reference('standard__recordRelationshipPage', attributes, state);
  }
  if (kind === 'r' && parts.length === 3) {
    return reference(
      'standard__recordPage',
      { recordId: parts[1], objectApiName: parts[0], actionName: parts[2] },
      state
    );
  }
  if (kind === 'r' && parts.length === 2) {
    return reference('standard__recordPage', { recordId: parts[0], actionName: parts[1] }, state);
  }
  if (kind === 'o' && parts.length > 0) {
    return reference(
      'standard__objectPage',
      { objectApiName: parts[0], actionName: parts[1] ?? 'list' },
      state
    );
  }
  if (kind === 'n' && parts.length === 1) {
    return reference('standard__navItemPage', { apiName: parts[0] }, state);
  }
  if (kind === 'cmp' && parts.length === 1) {
    return reference('standard__component', { componentName: parts[0] }, state);
  }
  return kind === 'page' && parts.length === 1
    ? reference('standard__namedPage', { pageName: parts[0] }, state)
    : HOME;
}
