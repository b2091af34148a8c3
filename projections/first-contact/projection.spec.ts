import { fourCases } from '../testing/cases.js';
import type { Story } from '../testing/story.js';
import { ViewUnderTest } from '../testing/view-under-test.js';
import { firstContact } from './projection.js';
import type { PlainDate } from '@redress/deadlines/calendar/plain-date.js';
import { waiting } from '../testing/cases.js';
import { city, mediator } from '../testing/story.js';
import { firstContacts } from './queries.js';

describe('The view of first contacts', () => {
  let view: ViewUnderTest;
  let story: Story;
  let schema: string;

  beforeAll(async () => {
    view = await ViewUnderTest.of(firstContact);
    story = await fourCases();
    schema = await view.catchUp(story.store);
  });

  afterAll(() => view.drop());

  it('holds those who were named, and counts the day of contact in working days', async () => {
    const on = async (today: string) => firstContacts(view.pool, { kind: 'all' }, {}, today as PlainDate);
    expect(await on('2026-04-01')).toEqual([]);
    const named = { officer: mediator, office: city, previous: null, reason: null };
    await story.append(`overduePayment-${waiting}`, 'FirstContactNamed', named);
    await view.catchUp(story.store);
    expect(await on('2026-04-01')).toMatchObject([
      { officer: mediator, cases: 1, toContact: 1, contactOverdue: 1, handedOver: 0 },
    ]);
    expect(await on('2025-12-25')).toMatchObject([{ toContact: 1, contactOverdue: 0 }]);
  });

  it('8: is rebuilt row for row, whatever the page size', async () => {
    const live = await view.rows(schema);
    for (const pageSize of [1, 7]) expect(await view.rebuilt(story.store, pageSize)).toEqual(live);
  });
});
