import { startServer } from './server.mjs';
import { fork } from 'node:child_process';
const [who, loads, rounds, env] = [process.argv[2].split(','), process.argv[3].split(','), Number(process.argv[4] ?? 5)];
const s = await startServer();
const size = { rounds, milliseconds: Number(process.argv[5] ?? 600), warmUp: 600, followed: 1500 };
const ask = (c, r) => new Promise((res, rej) => { c.send(r); c.once('message', m => m.error ? rej(new Error(m.error)) : res(m.answer)); });
const cs = {};
for (const w of who) { const [mod, e] = w.split('@'); await s.admin.query(`CREATE DATABASE "bench_${w}"`); cs[w] = fork(new URL('./contender.mjs', import.meta.url).pathname, [], { env: { ...process.env, VAR: e ?? '' } }); await ask(cs[w], { do: 'open', module: new URL(`./contenders/${process.env.KIND ?? 'append'}/${mod}.mjs`, import.meta.url).href, url: s.url(`bench_${w}`), size }); }
for (const load of loads) { const f = Object.fromEntries(who.map(w=>[w,[]]));
 for (let r=0;r<rounds;r++) for (const w of who) f[w].push(await ask(cs[w], {do:'run', load}));
 for (const w of who) { const a=f[w].map(x=>x.perSecond).sort((x,y)=>x-y); const p=f[w].map(x=>x.p99ms).sort((x,y)=>x-y); console.log(load.padEnd(4), w.padEnd(14), 'median', Math.round(a[a.length>>1]), 'max', Math.round(a.at(-1)), 'p99', p[p.length>>1].toFixed(1)); } }
for (const c of Object.values(cs)) c.kill(); await s.stop(); process.exit();
