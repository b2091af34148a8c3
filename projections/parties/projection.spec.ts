import { fourCases } from '../testing/cases.js';
import type { Story } from '../testing/story.js';
import { ViewUnderTest } from '../testing/view-under-test.js';
import { parties } from './projection.js';
import { companiesFound } from './queries.js';
import { claim } from '../testing/story.js';

describe('The view of parties', () => {
  let view: ViewUnderTest;
  let story: Story;
  let schema: string;

  beforeAll(async () => {
    view = await ViewUnderTest.of(parties);
    story = await fourCases();
    schema = await view.catchUp(story.store);
  });

  afterAll(() => view.drop());

  it('knows a company once, however many cases it stands in', async () => {
    const { rows } = await companiesFound(view.pool, { kind: 'all' }, claim.complainant.name, 10);
    expect(rows).toMatchObject([{ code: claim.complainant.creditCode, asComplainant: 4, formerNames: [] }]);
  });

  it('8: is rebuilt row for row, whatever the page size', async () => {
    const live = await view.rows(schema);
    for (const pageSize of [1, 7]) expect(await view.rebuilt(story.store, pageSize)).toEqual(live);
  });
});
