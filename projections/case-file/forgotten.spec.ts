import { overduePayment } from '@redress/cases/overdue-payment/kind.js';
import type { PlainDate } from '@redress/deadlines/calendar/plain-date.js';
import { MemoryKeys } from '@redress/privacy/testing/memory-keys.js';
import { sealedIn, Vault } from '@redress/privacy/vault.js';
import { fourCases, settled } from '../testing/cases.js';
import { claim, Story } from '../testing/story.js';
import { ViewUnderTest } from '../testing/view-under-test.js';
import { caseFile } from './projection.js';
import { caseFileOf, type Tell } from './queries.js';

const toldAll: Tell = (events) => Promise.resolve(events);

const stream = `overduePayment-${settled}`;
const keys = new MemoryKeys();
const vault = new Vault(keys);
let view: ViewUnderTest;
let story: Story;

/** The story of a case settled, as its commands would have sealed it. */
async function sealedStory(): Promise<Story> {
  const plain = await fourCases();
  const sealed = new Story();
  const all = await plain.store.readAll({ after: '0' as never, limit: 1000 });
  for (const event of all) {
    const fields = (type: string) => overduePayment.sensitive[type as 'ClaimLodged'] ?? [];
    const [written] = await vault.sealed(event.stream, [event], ({ type }) => fields(type), {});
    await sealed.store.append(event.stream, 'any', [written!]);
  }
  return sealed;
}

beforeAll(async () => {
  view = await ViewUnderTest.of(caseFile);
  story = await sealedStory();
});
afterAll(() => view.drop());

const shown = async () => {
  const file = await caseFileOf(story.store, view.pool, { kind: 'all' }, settled, '2026-05-12' as PlainDate, toldAll);
  return vault.opened(stream, file!);
};

test('8, 66: a person forgotten is the same mark in the live view and in the rebuilt one', async () => {
  const schema = await view.catchUp(story.store);
  const before = await view.rows(schema);
  expect(JSON.stringify(before)).not.toContain(claim.complainant.contact.phone);
  const whole = await shown();
  expect(whole).toMatchObject({ claim, mediations: [{ minutes: '双方同意分期付款' }] });

  const [lodged] = await story.store.readStream(stream, { limit: 1 });
  const contact = sealedIn(lodged!.data).find(({ at }) => at.endsWith('complainant.contact'))!;
  keys.destroy(contact.key);
  const live = await shown();
  expect(live).toMatchObject({ claim: { complainant: { contact: { erased: true } }, facts: claim.facts } });
  for (const batch of [1, 100]) expect(await view.rebuilt(story.store, batch)).toEqual(before);
  expect(await shown()).toEqual(live);
});
