/** Once a Jest run, at its end, also after failures. */
export default async function globalTeardown(): Promise<void> {
  const { redressTestDatabases } = globalThis as { redressTestDatabases?: { stop(): Promise<void> } };
  await redressTestDatabases?.stop();
}
