import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { startServer } from './server.mjs';

const say = (text) => process.stderr.write(text);

/**
 * Runs a benchmark: every contender in a process of its own, all on one server; in each round each load goes to all of
 * them in turn, so that a slow minute of the machine is shared; the median of the rounds is what is told.
 *
 * A benchmark is `{ ours, peers, ceilings, loads, scales: { small, full } }`: the first three map a name to the module
 * of a contender, a scale is `{ rounds, milliseconds, … }` and is handed to the contenders as it is. It may have `settings` of
 * the server, and `judge`, which says of the figures of one load what they miss; null when they miss nothing.
 */
export async function measure(name, benchmark, scale) {
  const server = await startServer(benchmark.settings);
  const contenders = [];
  try {
    const size = benchmark.scales[scale];
    const modules = { ours: benchmark.ours, ...benchmark.peers, ...benchmark.ceilings };
    for (const [who, module] of Object.entries(modules)) {
      say(`${who}: prepares\n`);
      await server.admin.query(`CREATE DATABASE "bench_${who}"`);
      contenders.push(await startContender(who, module, server.url(`bench_${who}`), size));
    }
    const fsyncRates = [server.fsyncRate()];
    for (let round = 1; round <= size.rounds; round++) {
      for (const load of benchmark.loads)
        for (const contender of contenders) if (contender.loads.includes(load)) await contender.run(load);
      fsyncRates.push(server.fsyncRate());
      say(`round ${round} of ${size.rounds} done\n`);
    }
    const correctness = {};
    for (const contender of contenders) {
      say(`${contender.who}: is checked\n`);
      correctness[contender.who] = await contender.check();
    }
    const figures = Object.fromEntries(contenders.map((contender) => [contender.who, contender.figures()]));
    const of = (group) => Object.fromEntries(Object.keys(group).map((who) => [who, figures[who]]));
    return {
      name,
      scale,
      ours: figures.ours,
      peers: of(benchmark.peers),
      ceilings: of(benchmark.ceilings),
      ratios: ratios(figures),
      ...(benchmark.judge && { missed: judged(figures, benchmark.judge) }),
      correctness,
      machine: {
        cores: availableParallelism(),
        fsyncRate: Math.round(median(fsyncRates)),
        node: process.version,
        postgres: server.version,
      },
    };
  } finally {
    for (const contender of contenders) contender.end();
    await server.stop();
  }
}

async function startContender(who, module, url, size) {
  const child = fork(join(import.meta.dirname, 'contender.mjs'), [], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const ended = new Promise((_, reject) => child.once('exit', (code) => reject(new Error(`${who} ended (${code})`))));
  ended.catch(() => undefined);
  const ask = (request) => {
    child.send(request);
    return Promise.race([
      ended,
      new Promise((resolve, reject) =>
        child.once('message', ({ answer, error }) => (error ? reject(new Error(`${who}: ${error}`)) : resolve(answer))),
      ),
    ]);
  };
  const rounds = new Map();
  const { loads } = await ask({ do: 'open', module, url, size }).catch((error) => {
    // Else this process would wait for it for ever.
    child.kill();
    throw error;
  });
  return {
    who,
    loads,
    async run(load) {
      const figure = await ask({ do: 'run', load });
      rounds.set(load, [...(rounds.get(load) ?? []), figure]);
    },
    check: () => ask({ do: 'check' }),
    figures: () =>
      Object.fromEntries(
        [...rounds].map(([load, figures]) => [
          load,
          {
            perSecond: Math.round(median(figures.map((figure) => figure.perSecond))),
            p50ms: rounded(median(figures.map((figure) => figure.p50ms))),
            p99ms: rounded(median(figures.map((figure) => figure.p99ms))),
            ...(figures[0].rows !== undefined && { rows: rounded(median(figures.map((figure) => figure.rows))) }),
          },
        ]),
      ),
    end: () => child.kill(),
  };
}

function ratios({ ours, ...others }) {
  return Object.fromEntries(
    Object.entries(ours).map(([load, { perSecond }]) => [
      load,
      Object.fromEntries(
        Object.entries(others)
          .filter(([, figures]) => load in figures)
          .map(([who, figures]) => [who, rounded(perSecond / figures[load].perSecond)]),
      ),
    ]),
  );
}

function judged(figures, judge) {
  const of = (load) => Object.fromEntries(Object.entries(figures).map(([who, loads]) => [who, loads[load]]));
  return Object.fromEntries(Object.keys(figures.ours).map((load) => [load, judge(of(load))]));
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

function rounded(value) {
  return Math.round(value * 100) / 100;
}
