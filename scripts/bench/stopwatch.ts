export interface Timing {
  /** Microseconds of one run; the median of all samples. */
  median: number;
  samples: number;
}

/** Runs in batches long enough for the clock, until a budget of milliseconds is used up. */
export async function time(run: () => unknown, budget: number): Promise<Timing> {
  const perSample = await runsFor(run, 5);
  const samples: number[] = [];
  const end = performance.now() + budget;
  while (samples.length < 5 || performance.now() < end) {
    const start = performance.now();
    for (let count = 0; count < perSample; count += 1) {
      const result = run();
      if (result instanceof Promise) {
        await result;
      }
    }
    samples.push(((performance.now() - start) * 1000) / perSample);
  }
  samples.sort((one, other) => one - other);
  return { median: samples[Math.floor(samples.length / 2)]!, samples: samples.length };
}

/** How many runs take at least so many milliseconds. */
async function runsFor(run: () => unknown, milliseconds: number): Promise<number> {
  for (let runs = 1; ; runs *= 2) {
    const start = performance.now();
    for (let count = 0; count < runs; count += 1) {
      await run();
    }
    if (performance.now() - start >= milliseconds || runs >= 65_536) {
      return runs;
    }
  }
}

export function inWords(microseconds: number): string {
  return microseconds >= 1000 ? `${(microseconds / 1000).toFixed(2)} ms` : `${microseconds.toFixed(1)} µs`;
}
