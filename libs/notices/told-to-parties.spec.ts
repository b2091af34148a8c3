import { caseKinds } from '@redress/cases/kinds.js';
import { lineOf } from '@redress/access/disclosure/disclosures.js';
import { toldOf, toldTypes } from './routing.js';

/** What any route looks at. */
const data = {
  to: 'respondent',
  upheld: false,
  mediator: { id: 'm' },
  officer: { id: 'm' },
  told: [],
  defects: [],
};

test('16: a party is routed no event of which its file tells it nothing', () => {
  const untold = Object.entries(caseKinds).flatMap(([kind, { schemas }]) =>
    toldTypes
      .filter(
        (type) =>
          type in schemas && !['Transferred', 'HandedOn', 'EscalatedByHand', 'PassedToDepartment'].includes(type),
      )
      .flatMap((type) => {
        const to = toldOf({ type, data }).flatMap((one) => one.to);
        return (['complainant', 'respondent'] as const)
          .filter((side) => to.includes(side) && lineOf(kind, type)[side](data, { mayReadCase: () => true }) === null)
          .map((side) => `${kind} ${type} ${side}`);
      }),
  );
  expect(untold).toEqual([]);
});
