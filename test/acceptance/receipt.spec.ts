import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { checkReceiptFile, type ReceiptFile } from '@redress/event-store/proof/receipt-file.js';
import { signHead } from '@redress/event-store/proof/sign-heads.js';
import { openSigningKey } from '@redress/event-store/proof/signing-key.js';
import { createServer } from '../../apps/api/src/server.js';
import { startApplication, type TestApplication } from '../application.js';
import { ApiUser } from './client.js';
import { specimenClaim } from './specimen-claim.js';

interface Receipts extends ReceiptFile {
  notYetSigned: string[];
}

describe('the receipt of a case', () => {
  const folder = mkdtempSync(join(tmpdir(), 'redress-receipts-'));
  const treeKeyPath = join(folder, 'key.pem');
  let application: TestApplication;
  let server: NestExpressApplication;
  let caseNumber: string;

  /** As `startApplication` serves it, with the key which the worker would have made. */
  const ask = async (account: string, path = `/api/cases/${caseNumber}/receipt`) => {
    const { port } = server.getHttpServer().address() as AddressInfo;
    const headers = { Authorization: `Bearer ${await application.signIn(account)}` };
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { headers });
    return { status: answer.status, body: (await answer.json()) as Receipts };
  };
  const sign = () =>
    signHead({
      pool: application.parts.pool,
      key: openSigningKey(treeKeyPath),
      headsPath: join(folder, 'heads.jsonl'),
    });

  beforeAll(async () => {
    application = await startApplication();
    const settings = { demonstration: true, webRoot: null, treeKeyPath };
    server = await createServer({ ...application.parts, settings });
    await server.listen(0, '127.0.0.1');
    const sme = await ApiUser.of(application, 'sme');
    const lodged = await sme.command<{ caseNumber: string; position: string }>(
      '/api/overdue-payment-claims',
      specimenClaim(),
    );
    caseNumber = lodged.body.caseNumber;
    await sme.get(`/api/cases/${caseNumber}?atLeast=${lodged.body.position}`);
  }, 60_000);

  afterAll(async () => {
    await server.close();
    await application.close();
    rmSync(folder, { recursive: true });
  });

  it('is refused while nothing signs heads', async () => {
    expect(await ask('sme')).toMatchObject({ status: 404, body: { code: 'noSignedHeads' } });
  });

  it('is given to the SME for what it did, holds offline, and names what is not signed yet', async () => {
    openSigningKey(treeKeyPath);
    const early = await ask('sme');
    expect(early).toMatchObject({ status: 200, body: { receipts: [], notYetSigned: [expect.any(String) as string] } });
    const { keyId } = (await sign())!;
    const intake = await ApiUser.of(application, 'intake');
    const accepted = await intake.command<{ position: string }>(`/api/overdue-payment-claims/${caseNumber}/accept`, {});
    expect(accepted.status).toBe(200);
    await sign();
    const { body } = await ask('sme');
    expect(body.receipts.map(({ event }) => event.type)).toEqual(['ClaimLodged']);
    expect(body.continuations).toHaveLength(1);
    expect(checkReceiptFile(body, keyId).holds).toBe(true);
  });

  it('is given to an official of the case for all of it, and the reading is recorded', async () => {
    const { body } = await ask('intake');
    expect(body.receipts.map(({ event }) => event.type)).toEqual(['ClaimLodged', 'FormallyAccepted']);
    const { rows } = await application.parts.pool.query(
      `SELECT what FROM access.reads WHERE case_number = $1 ORDER BY at DESC LIMIT 1`,
      [caseNumber],
    );
    expect(rows).toEqual([{ what: 'history' }]);
  });

  it('is not there for who may not read the case, nor for a case that is none', async () => {
    for (const account of ['sme-xuhui', 'mediator-xuhui', 'operator'])
      expect(await ask(account)).toMatchObject({ status: 404, body: { code: 'notFound' } });
    expect(await ask('sme', `/api/cases/${randomUUID()}/receipt`)).toMatchObject({ status: 404 });
  });
});
