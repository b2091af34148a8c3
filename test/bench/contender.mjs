/**
 * The process of one contender. Its module's `open(url, size)` prepares and warms up, and answers
 * `{ loads: { <load>: { callers, caller } }, check, walPerEvent }`: `caller(n)` makes the n-th caller, a function which
 * does one thing and answers how many events it did, or `{ events, times, rows }`: `times` (in ms) where it takes them itself,
 * `rows` where it is told how many it got.
 */
let contender;
let size;

const answers = {
  async open({ module, url, size: given }) {
    size = given;
    contender = await (await import(module)).open(url, size);
    return { loads: Object.keys(contender.loads) };
  },
  async run({ load }) {
    const { callers, caller, once = false } = contender.loads[load];
    const times = [];
    const rows = [];
    let events = 0;
    const start = performance.now();
    const end = start + size.milliseconds;
    await Promise.all(
      Array.from({ length: callers }, async (_, n) => {
        const act = caller(n);
        for (let last = performance.now(); last < end;) {
          const done = await act();
          const now = performance.now();
          events += done.events ?? done;
          times.push(...(done.times ?? [now - last]));
          if (done.rows !== undefined) rows.push(done.rows);
          last = now;
          if (once) return;
        }
      }),
    );
    times.sort((a, b) => a - b);
    return {
      perSecond: (events * 1000) / (performance.now() - start),
      p50ms: times[Math.floor(times.length * 0.5)],
      p99ms: times[Math.floor(times.length * 0.99)],
      ...(rows.length > 0 && { rows: rows.reduce((sum, n) => sum + n, 0) / rows.length }),
    };
  },
  check: () => contender.check(),
};

process.on('message', async (request) => {
  try {
    process.send({ answer: await answers[request.do](request) });
  } catch (error) {
    process.send({ error: error.stack ?? String(error) });
  }
});
process.on('disconnect', () => process.exit());
