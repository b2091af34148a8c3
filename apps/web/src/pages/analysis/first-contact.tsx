import { useQuery } from '@tanstack/react-query';
import { firstContacts } from '../../api/analysis-queries.js';
import type { FirstContact } from '../../api/types.js';
import type { Column } from '../../kit/column.js';
import { Sheet } from '../../kit/sheet.js';
import { Page } from '../../kit/page.js';
import { Answered, Empty } from '../../kit/states.js';
import { useName, useText } from '../../text/names.js';
import { AnalysisTabs } from './analysis-tabs.js';

const counts = [
  ...(['cases', 'open', 'contactedInTime', 'contactedLate', 'toContact', 'contactOverdue'] as const),
  ...(['answeredInTime', 'answeredLate', 'answerOverdue', 'handedOver', 'handedOverWithoutLeave'] as const),
] as const;
const wrong: ReadonlySet<string> = new Set(['contactOverdue', 'answerOverdue', 'handedOverWithoutLeave']);

/** 首接负责: how each officer answers for the cases they took in. */
export function FirstContacts() {
  const t = useText('analysis');
  const name = useName();
  const officer: Column<FirstContact> = {
    id: 'officer',
    title: t('firstContact.officer'),
    cell: (row) => (
      <>
        {row.officer.name}
        <span className="sub">{name(row.office.name)}</span>
      </>
    ),
  };
  const columns = counts.map((id): Column<FirstContact> => ({
    id,
    title: t(`firstContact.${id}`),
    amount: true,
    cell: (row) =>
      wrong.has(id) && row[id] > 0 ? (
        <span className="tag" data-tone="late">
          {row[id]}
        </span>
      ) : (
        row[id]
      ),
  }));
  return (
    <Page title={t('firstContact.title')} lede={t('firstContact.lede')}>
      <div className="stack">
        <AnalysisTabs at="/first-contact" />
        <Answered query={useQuery(firstContacts)}>
          {({ rows }) =>
            rows.length === 0 ? (
              <Empty>{t('firstContact.none')}</Empty>
            ) : (
              <Sheet
                title={t('firstContact.title')}
                rows={rows}
                keyOf={(row) => `${row.officer.id} ${row.office.id}`}
                columns={[officer, ...columns]}
              />
            )
          }
        </Answered>
      </div>
    </Page>
  );
}
