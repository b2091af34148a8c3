import { testDatabase } from '../../test/database.js';
import { loadDemonstrationAccounts, demonstrationPassword } from './demonstration-accounts.js';
import { CreateAccess1795305600200 } from './migrations/create-access.js';
import { WidenRoles1795399200000 } from './migrations/widen-roles.js';
import { Sessions, type SignIn } from './sessions.js';
import { migrate } from '@redress/platform/migrate.js';

let database: Awaited<ReturnType<typeof testDatabase>>;
let sessions: Sessions;
/** Where the caller sits. */
const desk = '192.0.2.1';
const another = '192.0.2.2';

beforeAll(async () => {
  database = await testDatabase();
  await migrate(database.url, [CreateAccess1795305600200, WidenRoles1795399200000]);
  await loadDemonstrationAccounts(database.pool);
  sessions = new Sessions(database.pool);
});
afterAll(() => database.drop());

async function signedIn(account: string): Promise<Extract<SignIn, { outcome: 'signedIn' }>> {
  const answer = await sessions.signIn(account, demonstrationPassword, desk);
  if (answer.outcome !== 'signedIn') throw new Error(answer.outcome);
  return answer;
}

describe('signing in', () => {
  it('gives a token which leads back to the account', async () => {
    const { token, account, expiresAt } = await signedIn('mediator');
    expect(account).toMatchObject({ role: 'mediator', office: '310115-handling', officer: '310115-mediator-1' });
    expect(await sessions.byToken(token)).toEqual(account);
    expect(Date.parse(expiresAt) - Date.now()).toBeGreaterThan(11 * 3_600_000);
  });

  it('keeps neither the token nor the password in the database', async () => {
    const { token } = await signedIn('mediator');
    const { rows } = await database.pool.query<{ row: string }>(
      `SELECT s::text AS row FROM access.sessions s UNION ALL SELECT a::text FROM access.accounts a
       UNION ALL SELECT t::text FROM access.sign_in_attempts t`,
    );
    const everything = rows.map(({ row }) => row).join('\n');
    expect(everything).not.toContain(token);
    expect(everything).not.toContain(demonstrationPassword);
  });

  it.each(['nobody', 'MEDIATOR', '', 'medi\0ator', "'; DROP TABLE access.accounts --", 'x'.repeat(100_000)])(
    'refuses the unknown account %.20j as it refuses a wrong password',
    async (name) => {
      expect(await sessions.signIn(name, demonstrationPassword, desk)).toEqual({ outcome: 'refused' });
    },
  );
});

describe('too many attempts', () => {
  it('stops the eleventh in five minutes, even with the right password, and for that account alone', async () => {
    for (let n = 0; n < 10; n++) expect(await sessions.signIn('head', 'wrong', desk)).toEqual({ outcome: 'refused' });
    const stopped = await sessions.signIn('head', demonstrationPassword, desk);
    expect(stopped).toEqual({ outcome: 'tooManyAttempts', retryAfterSeconds: expect.any(Number) as number });
    expect((stopped as { retryAfterSeconds: number }).retryAfterSeconds).toBeGreaterThan(4 * 60);
    expect((await sessions.signIn('handler', demonstrationPassword, desk)).outcome).toBe('signedIn');
  });

  it('stops who guesses at a colleague’s account, and not the colleague', async () => {
    expect((await sessions.signIn('head', demonstrationPassword, desk)).outcome).toBe('tooManyAttempts');
    expect((await sessions.signIn('head', demonstrationPassword, another)).outcome).toBe('signedIn');
  });

  it('lets in again when the window has passed', async () => {
    await database.pool.query(`UPDATE access.sign_in_attempts SET window_started = now() - interval '5 minutes'`);
    expect((await sessions.signIn('head', demonstrationPassword, desk)).outcome).toBe('signedIn');
  });

  it('lets no more than ten guesses pass when they are sent at once', async () => {
    const answers = await Promise.all(Array.from({ length: 30 }, () => sessions.signIn('supervisor', 'wrong', desk)));
    expect(answers.filter(({ outcome }) => outcome === 'refused')).toHaveLength(10);
  });

  it('counts for accounts which do not exist as well, or it would tell which do', async () => {
    for (let n = 0; n < 10; n++) await sessions.signIn('no-such-account', 'wrong', desk);
    expect((await sessions.signIn('no-such-account', 'wrong', desk)).outcome).toBe('tooManyAttempts');
  });

  it('starts the count anew after a sign-in that succeeded', async () => {
    for (let round = 0; round < 2; round++) {
      for (let n = 0; n < 9; n++) await sessions.signIn('intake', 'wrong', desk);
      expect((await sessions.signIn('intake', demonstrationPassword, desk)).outcome).toBe('signedIn');
    }
  });
});

describe('a session', () => {
  it.each(['', 'short', 'x'.repeat(43), '\0'])('is not found by the wrong token %j', async (token) => {
    expect(await sessions.byToken(token)).toBeNull();
  });

  it('ends with signing out, and the account’s other session does not', async () => {
    const [first, second] = [await signedIn('sme'), await signedIn('sme')];
    await sessions.signOut(first.token);
    await sessions.signOut(first.token);
    expect(await sessions.byToken(first.token)).toBeNull();
    expect(await sessions.byToken(second.token)).toMatchObject({
      role: 'sme',
      company: { creditCode: '91310115MADEM00117' },
    });
  });

  it('ends by the clock of the database, and the next sign-in sweeps it away', async () => {
    const { token } = await signedIn('sme');
    await database.pool.query('UPDATE access.sessions SET expires = now()');
    expect(await sessions.byToken(token)).toBeNull();
    await signedIn('sme');
    const { rows } = await database.pool.query('SELECT 1 FROM access.sessions');
    expect(rows).toHaveLength(1);
  });

  it('notes when it was last seen, to the minute', async () => {
    const { token } = await signedIn('operator');
    const lastSeen = `SELECT last_seen > now() - interval '10 seconds' AS fresh FROM access.sessions
      WHERE account = (SELECT id FROM access.accounts WHERE name = 'operator')`;
    await database.pool.query(`UPDATE access.sessions SET last_seen = now() - interval '50 seconds'`);
    await sessions.byToken(token);
    expect((await database.pool.query(lastSeen)).rows).toEqual([{ fresh: false }]);
    await database.pool.query(`UPDATE access.sessions SET last_seen = now() - interval '70 seconds'`);
    await sessions.byToken(token);
    expect((await database.pool.query(lastSeen)).rows).toEqual([{ fresh: true }]);
  });
});
