import { history } from './history/projection.js';
import { instantOf, instantText } from './instants.js';
import { knownUpTo } from './known-up-to.js';
import { claim, Story } from './testing/story.js';
import { ViewUnderTest } from './testing/view-under-test.js';

it('a view that lags knows all up to just before the first event it has yet to take in', async () => {
  const view = await ViewUnderTest.of(history);
  const story = new Story();
  await story.releaseLaw();
  await story.on('2026-03-02').lodged('0192a000-0000-8000-8000-000000000001', 'OP-2026-0000-0000-0001X', claim);
  await view.catchUp(story.store);
  const now = '2026-04-01T00:00:00+08:00';
  const known = () => knownUpTo(story.store, view.pool, ['history'], now);
  expect(await known()).toBe('2026-03-31T16:00:00.000000Z');
  const next = await story
    .on('2026-03-05')
    .event('0192a000-0000-8000-8000-000000000001', 'ClaimWithdrawn', { reason: '已付款' });
  expect(await known()).toBe(instantText(instantOf(next.recordedAt) - 1));
  await view.catchUp(story.store);
  expect(await known()).toBe('2026-03-31T16:00:00.000000Z');
  await view.drop();
});
