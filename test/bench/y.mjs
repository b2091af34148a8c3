import { startServer } from './server.mjs';
const s = await startServer();
if (process.argv[2] === 'off') { await s.admin.query(`alter system set fsync=off`); await s.admin.query('select pg_reload_conf()'); }
const size = { warmUp: 600, followed: 1500 };
const mods = process.argv[3].split(',');
const cs = {};
for (const m of mods) { await s.admin.query(`create database "b${m}"`); cs[m] = await (await import(`./contenders/append/${m}.mjs`)).open(s.url('b'+m), size); }
const t = {};
for (let r=0;r<9;r++) for (const m of mods) { const f = cs[m].loads['1'].caller(0); const n=250; const t0=performance.now(); const c0=process.cpuUsage(); for (let i=0;i<n;i++) await f(); const c=process.cpuUsage(c0); (t[m]??=[]).push([(performance.now()-t0)/n, (c.user+c.system)/1000/n]); }
for (const m of mods) { const a=t[m].sort((x,y)=>x[0]-y[0]); console.log(m.padEnd(16), 'ms/op median', a[4][0].toFixed(3), 'min', a[0][0].toFixed(3), 'cpu', a[4][1].toFixed(3)); }
await s.stop(); process.exit();
