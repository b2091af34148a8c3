import { startServer } from './server.mjs';
import { spawnSync } from 'node:child_process';
const s = await startServer(); await s.admin.query('create database p');
spawnSync('node', [new URL('./z.mjs', import.meta.url).pathname], { env: { ...process.env, URL: s.url('p') }, stdio: 'inherit' });
await s.stop(); process.exit();
