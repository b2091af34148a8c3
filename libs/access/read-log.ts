import type { Pool } from 'pg';
import { isOfficial, type Account } from './account.js';
import type { Role } from './roles.js';

/** What of a case was read: the file with its timeline, or every event of its stream. */
export type ReadSubject = 'caseFile' | 'history';

export interface RecordedRead {
  readonly accountName: string;
  readonly personName: { readonly zh: string; readonly en: string };
  readonly role: Role;
  readonly office: string;
  /** ISO 8601. */
  readonly at: string;
  readonly what: ReadSubject;
}

/** Every read of a case file by an official, for good (invariant 16); the database refuses to change it. */
export class ReadLog {
  constructor(private readonly pool: Pool) {}

  /**
   * To be awaited before the answer is sent: what cannot be recorded is not shown. It commits by itself, so a failure
   * of the caller afterwards does not undo it. The complainant's reads of its own case are nobody's to record.
   */
  async record(account: Account, subject: { caseId: string; caseNumber: string }, what: ReadSubject): Promise<void> {
    if (!isOfficial(account)) return;
    await this.pool.query(
      'INSERT INTO access.reads (case_id, case_number, account, role, office, what) VALUES ($1, $2, $3, $4, $5, $6)',
      [subject.caseId, subject.caseNumber, account.id, account.role, account.office, what],
    );
  }

  /** The newest reads of a case first. */
  async ofCase(caseId: string, limit: number): Promise<readonly RecordedRead[]> {
    const { rows } = await this.pool.query<{
      name: string;
      person_zh: string;
      person_en: string;
      role: Role;
      office: string;
      at: Date;
      what: ReadSubject;
    }>(
      `SELECT a.name, a.person_zh, a.person_en, r.role, r.office, r.at, r.what
       FROM access.reads r JOIN access.accounts a ON a.id = r.account
       WHERE r.case_id = $1 ORDER BY r.id DESC LIMIT $2`,
      [caseId, limit],
    );
    return rows.map((row) => ({
      accountName: row.name,
      personName: { zh: row.person_zh, en: row.person_en },
      role: row.role,
      office: row.office,
      at: row.at.toISOString(),
      what: row.what,
    }));
  }
}
