import { createServer } from 'node:net';
import { OperatorError } from '@redress/platform/operator-error.js';

/** @throws OperatorError when the port cannot be listened on */
export async function assertPortFree(host: string, port: number): Promise<void> {
  const code = await new Promise<string | null>((resolve) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    probe.listen(port, host, () => probe.close(() => resolve(null)));
  });
  if (code === null) return;
  const other = `choose another: PORT=${port < 65_535 ? port + 1 : 3000} npm start`;
  if (code === 'EADDRINUSE') throw new OperatorError(`Port ${port} is in use; ${other}`);
  if (code === 'EACCES') throw new OperatorError(`Port ${port} may not be used by this user; ${other}`);
  throw new OperatorError(`Port ${port} of ${host} cannot be listened on (${code}); check HOST.`);
}
