/** A segment of a pattern as a regular expression. */
function segment(text: string): string {
  return text.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/\*/g, '[^/]+');
}

/**
 * Whether a path is meant. Without a star a pattern means itself and everything below it; with one it has to fit the
 * whole path, `*` standing for one segment and `**` for any number of them.
 */
export function pathMatcher(pattern: string): (path: string) => boolean {
  if (!pattern.includes('*')) {
    const prefix = pattern.replace(/\/+$/, '');
    return (path) => path === prefix || path.startsWith(`${prefix}/`);
  }
  const segments = pattern.split('/').map((text) => (text === '**' ? '.*' : segment(text)));
  const expression = new RegExp(`^${segments.join('/').replaceAll('/.*', '(?:/.*)?')}$`);
  return (path) => expression.test(path);
}
