import { fillViews } from './rows.mjs';

/** A process which fills the tables and is gone: one that has filled them holds a heap which no reader has. */
const [url, size] = process.argv.slice(2);
const pool = await fillViews(url, JSON.parse(size));
await pool.end();
process.exit();
