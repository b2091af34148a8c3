import { sampleEvents } from '@redress/event-store/contract/samples.js';
import { EventStoreDbStore } from '@redress/event-store/eventstoredb/eventstoredb-store.js';
import { EventStoreDbStandIn } from '../../../../test/contract/eventstoredb-stand-in/stand-in.js';
import type { LoggedEvent } from '../../../../test/contract/eventstoredb-stand-in/log.js';
import { answered, refused, said } from '../testing/redress.js';
import { verify } from './verify.js';

describe('redress verify of a log in EventStoreDB (a stand-in)', () => {
  const environment = { ...process.env };
  let server: EventStoreDbStandIn;

  beforeEach(async () => {
    server = await new EventStoreDbStandIn().start();
    process.env.EVENT_STORE = server.url;
    const store = new EventStoreDbStore(server.url);
    for (let n = 0; n < 12; n++) await store.append(`overduePayment-${n % 3}`, 'any', sampleEvents(n === 6 ? 200 : 1));
    await store.close();
  });

  afterEach(() => {
    process.env = { ...environment };
    server.stop();
  });

  const tamper = (stream: string, revision: bigint, change: (event: LoggedEvent) => LoggedEvent | null) => {
    const at = server.log.all.findIndex((event) => event.stream === stream && event.revision === revision);
    const changed = change(server.log.all[at]!);
    if (changed === null) server.log.all.splice(at, 1);
    else server.log.all[at] = changed;
  };

  it('re-derives every chain, and says what it does not prove', async () => {
    const answer = await answered<object>(verify, '');
    expect(answer).toMatchObject({ proven: true, events: 211, streams: 3, faults: [] });
    const { out } = await said(verify, '');
    expect(out).toContain('Nothing is at fault in the chains.');
    expect(out).toContain('no signed tree heads are kept');
  });

  it.each([
    ['altered', (event: LoggedEvent) => ({ ...event, data: Buffer.from('{"n":99}') })],
    ['altered', (event: LoggedEvent) => ({ ...event, type: 'ClaimRejected' })],
    ['missing', () => null],
    ['missing', (event: LoggedEvent) => ({ ...event, metadata: Buffer.from('{}') })],
  ])('ends with 1 and names the event that is %s', async (what, change) => {
    tamper('overduePayment-1', 2n, change);
    const { exit, out } = await said(verify, '--json');
    expect(exit).toBe(1);
    const answer = JSON.parse(out) as { faults: object[] };
    expect(answer.faults).toMatchObject([{ what, stream: 'overduePayment-1', revision: '2' }]);
    expect((await said(verify, '')).out).toContain(`revision 2 of overduePayment-1`);
  });

  it.each(['--heads', '--key', '--head'])('refuses %s, which is about signed heads', async (option) => {
    expect(await refused(verify, `${option} x`)).toMatch(new RegExp(`^redress: ${option}: .*no signed tree heads`));
  });
});
