import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, Navigate } from '@tanstack/react-router';
import { caseFile } from '../../api/queries.js';
import type { CaseFile } from '../../api/types.js';
import { showTime } from '../../calendar/show-date.js';
import { Button } from '../../kit/button.js';
import { Money } from '../../kit/money.js';
import { Page } from '../../kit/page.js';
import { Answered } from '../../kit/states.js';
import { Day, ProvisionalTag } from '../../kit/tags.js';
import { capitalMoney } from '../../money/capital-money.js';
import { useName, useText } from '../../text/names.js';

const route = getRouteApi('/cases/$caseId/receipt');

export function Receipt() {
  const { caseId } = route.useParams();
  return (
    <Answered page query={useQuery(caseFile(caseId))}>
      {(file) =>
        file.kind === 'overduePayment' ? (
          <ReceiptOf file={file} />
        ) : (
          <Navigate to="/cases/$caseId" params={{ caseId }} />
        )
      }
    </Answered>
  );
}

function ReceiptOf({ file }: { readonly file: CaseFile }) {
  const t = useText('lodge');
  const name = useName();
  const lodged = file.timeline.at(-1);
  const review = file.clocks.find((clock) => clock.stoppedOn === null && clock.dueOn !== null);
  return (
    <Page title={t('receipt.title')} windowTitle={`${t('receipt.title')} ${file.caseNumber}`} narrow>
      <div className="stack">
        <div className="receipt card">
          <p className="quiet">{t('receipt.number')}</p>
          <p className="receipt-number mono">{file.caseNumber}</p>
          <dl className="facts">
            <dt>{t('receipt.time')}</dt>
            <dd className="number">{lodged && showTime(lodged.recordedAt, true)}</dd>
            <dt>{t('receipt.office')}</dt>
            <dd>{name(file.acceptingOffice.name)}</dd>
            <dt>{t('receipt.complainant')}</dt>
            <dd>{file.claim.complainant.name}</dd>
            <dt>{t('receipt.respondent')}</dt>
            <dd>{file.claim.respondent.name}</dd>
            <dt>{t('total')}</dt>
            <dd>
              <Money amount={file.total} />
              <span className="sub">{capitalMoney(file.total)}</span>
            </dd>
          </dl>
        </div>
        <div className="notice" data-tone="accent">
          <h2>{t('receipt.next')}</h2>
          {review?.dueOn ? (
            <p>
              {t('receipt.reviewBy')}{' '}
              <strong>
                <Day date={review.dueOn} />
              </strong>{' '}
              {review.provisional && <ProvisionalTag />}
            </p>
          ) : (
            <p>{t('receipt.review')}</p>
          )}
        </div>
        <div className="buttons">
          <Link className="button" to="/cases/$caseId" params={{ caseId: file.caseId }}>
            {t('receipt.track')}
          </Link>
          <Button kind="second" onClick={() => window.print()}>
            {t('action.print')}
          </Button>
        </div>
      </div>
    </Page>
  );
}
