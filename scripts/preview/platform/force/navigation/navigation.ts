import { fromUrl, toUrl, type PageReference } from './pageReference.ts';

export { toUrl };

const Navigate = Symbol('Navigate');
const GenerateUrl = Symbol('GenerateUrl');

type Listener = (page: PageReference) => void;
type Constructor = new (...args: never[]) => object;

const listeners = new Set<Listener>();

/** The page that is shown now. */
export function currentPage(): PageReference {
  return fromUrl(location.href);
}

/** Calls back with the page that is shown now and with each that follows. Answers how to stop. */
export function observePage(listener: Listener): () => void {
  listeners.add(listener);
  listener(currentPage());
  return () => listeners.delete(listener);
}

function announce(): void {
  const page = currentPage();
  for (const listener of [...listeners]) {
    listener(page);
  }
}

/** Shows the page at a path of Lightning Experience without loading the document again. */
export function openPath(path: string, replace = false): void {
  history[replace ? 'replaceState' : 'pushState'](null, '', path);
  window.scrollTo(0, 0);
  window.dispatchEvent(new CustomEvent('caddiepage'));
  announce();
}

/**
 * As `NavigationMixin.Navigate`: other sites open in a tab of their own.
 * @throws Error for a kind of page that the preview does not have
 */
export function navigate(reference: PageReference, replace = false): void {
  const url = toUrl(reference);
  if (url === null) {
    throw new Error(`The preview has no page of the type ${reference.type}.`);
  } else if (url.startsWith('/lightning/')) {
    openPath(url, replace);
  } else {
    window.open(url, '_blank', 'noopener');
  }
}

window.addEventListener('popstate', announce);

interface Mixin {
  <Base extends Constructor>(base: Base): Base;
  Navigate: typeof Navigate;
  GenerateUrl: typeof GenerateUrl;
}

function mixin<Base extends Constructor>(base: Base): Base {
  const extended = class extends (base as Constructor) {
    [Navigate](reference: PageReference, replace = false): void {
      navigate(reference, replace);
    }

    [GenerateUrl](reference: PageReference): Promise<string> {
      const url = toUrl(reference);
      return url === null ? Promise.reject(new Error(`No URL for ${reference.type}.`)) : Promise.resolve(url);
    }
  };
  return extended as unknown as Base;
}

export const NavigationMixin: Mixin = Object.assign(mixin, { Navigate, GenerateUrl } as const);

/** Wire adapter: the page reference of the page that is shown. */
export class CurrentPageReference {
  private readonly emit: Listener;
  private stop: (() => void) | undefined;

  constructor(emit: Listener) {
    this.emit = emit;
  }

  connect(): void {
    this.stop = observePage(this.emit);
  }

  update(): void {
    // The page does not depend on the component's configuration.
  }

  disconnect(): void {
    this.stop?.();
  }
}
