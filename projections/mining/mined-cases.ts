import type { PoolClient } from 'pg';
import QueryStream from 'pg-query-stream';
import { scopeSql } from '@redress/access/scope-sql.js';
import type { Scope } from '@redress/access/scope.js';
import type { EventStore, Position, RecordedEvent } from '@redress/event-store/port.js';
import { kindNamed } from '../followed-case/case-kinds.js';
import type { CaseKind as KindName } from '@redress/cases/shared/case-number.js';

/** A case as the worklist has it, at the moment of an export. */
export interface MinedCase {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly kind: KindName;
  readonly stream: string;
  readonly status: string;
  /** PlainDate. */
  readonly lodgedOn: string;
  /** Division code. */
  readonly district: string | null;
  readonly complainant: string;
  readonly complainantCode: string;
  readonly respondent: string | null;
  readonly total: string | null;
  readonly office: string;
}

const batch = 500;

/** The cases of a scope, in the order of their ids, a batch at a time in memory. */
export async function* minedCases(client: PoolClient, scope: Scope): AsyncGenerator<MinedCase> {
  const { where, parameters } = scopeSql(scope, 1);
  const query = new QueryStream(
    `SELECT case_id AS "caseId", case_number AS "caseNumber", kind, status, lodged_on AS "lodgedOn", district,
       complainant_code AS "complainantCode", holder_office AS office, s.complainant, s.respondent, s.total
     FROM views.worklist
     CROSS JOIN LATERAL json_to_record(summary::json) AS s (complainant text, respondent text, total text)
     WHERE ${where} ORDER BY case_id`,
    [...parameters],
    { batchSize: batch, highWaterMark: batch },
  );
  for await (const row of client.query(query) as AsyncIterable<Omit<MinedCase, 'stream'>>)
    yield { ...row, stream: `${kindNamed(row.kind).category}-${row.caseId}` };
}

/** A batch of cases with their events up to a position of the log. */
export async function* withEvents(
  store: EventStore,
  cases: AsyncIterable<MinedCase>,
  upTo: Position,
): AsyncGenerator<readonly [MinedCase, readonly RecordedEvent[]]> {
  const waiting: MinedCase[] = [];
  const read = () =>
    Promise.all(
      waiting.splice(0).map(async (one) => {
        const events = await store.readStream(one.stream);
        return [one, events.filter(({ position }) => BigInt(position) <= BigInt(upTo))] as const;
      }),
    );
  for await (const one of cases) {
    waiting.push(one);
    if (waiting.length >= readAtOnce) yield* await read();
  }
  yield* await read();
}

const readAtOnce = 8;
