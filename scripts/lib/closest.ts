/**
 * The candidate that somebody most likely meant, or null when none is near: first the same text in another case,
 * then one that begins with or contains what was written, then the fewest typing slips (at most a third of it).
 */
export function closest(written: string, candidates: Iterable<string>): string | null {
  const wanted = written.trim().toLowerCase();
  if (wanted === '') {
    return null;
  }
  const all = [...candidates];
  const containing = all.filter((candidate) => candidate.toLowerCase().includes(wanted));
  const [contained] = containing.toSorted((a, b) => rank(a, wanted) - rank(b, wanted) || a.length - b.length);
  const slips = all.map((candidate) => ({ candidate, n: typingSlips(wanted, candidate.toLowerCase()) }));
  const [nearest] = slips.toSorted((a, b) => a.n - b.n);
  const allowed = Math.max(1, Math.floor(wanted.length / 3));
  if (nearest && nearest.n <= Math.min(allowed, 1)) {
    return nearest.candidate;
  }
  return contained ?? (nearest && nearest.n <= allowed ? nearest.candidate : null);
}

function rank(candidate: string, wanted: string): number {
  const text = candidate.toLowerCase();
  return text === wanted ? 0 : text.startsWith(wanted) ? 1 : 2;
}

/** Insertions, deletions, replacements and swaps of neighbours between two texts (optimal string alignment). */
function typingSlips(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1];
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      current[column] = Math.min(
        last[column]! + 1,
        current[column - 1]! + 1,
        last[column - 1]! + (same ? 0 : 1),
        swapped ? beforeLast[column - 2]! + 1 : Infinity
      );
    }
    beforeLast = last;
    last = current;
  }
  return last[b.length]!;
}
