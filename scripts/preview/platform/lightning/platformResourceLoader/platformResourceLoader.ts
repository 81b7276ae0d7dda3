const loading = new Map<string, Promise<void>>();

function load(url: string, element: HTMLElement): Promise<void> {
  const known = loading.get(url);
  if (known) {
    return known;
  }
  const loaded = new Promise<void>((resolve, reject) => {
    element.addEventListener('load', () => resolve());
    element.addEventListener('error', () => reject(new Error(`${url} can't be loaded.`)));
    document.head.append(element);
  });
  loading.set(url, loaded);
  return loaded;
}

/** Loads a script of a static resource, once a page. */
export function loadScript(_component: unknown, url: string): Promise<void> {
  const script = document.createElement('script');
  script.src = url;
  return load(url, script);
}

/** Loads a style sheet of a static resource, once a page. */
export function loadStyle(_component: unknown, url: string): Promise<void> {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = url;
  return load(url, link);
}
