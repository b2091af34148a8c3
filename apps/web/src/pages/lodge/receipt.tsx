import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { caseFile } from '../../api/queries.js';
import type { AnyCaseFile } from '../../api/types.js';
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
      {(file) => <ReceiptOf file={file} />}
    </Answered>
  );
}

function ReceiptOf({ file }: { readonly file: AnyCaseFile }) {
  const t = useText('lodge');
  const claim = file.kind === 'overduePayment' ? file : null;
  const { complainant, respondent } = file.kind === 'overduePayment' ? file.claim : file;
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
            <dt>{t('receipt.kind')}</dt>
            <dd>{t(`common:kind.${file.kind}`)}</dd>
            <dt>{t('receipt.time')}</dt>
            <dd className="number">{lodged && showTime(lodged.recordedAt, true)}</dd>
            <dt>{t('receipt.office')}</dt>
            <dd>{name(file.acceptingOffice.name)}</dd>
            <dt>{t('receipt.complainant')}</dt>
            <dd>{complainant.name}</dd>
            {respondent && (
              <>
                <dt>{t('receipt.respondent')}</dt>
                <dd>{respondent.name}</dd>
              </>
            )}
            {claim && (
              <>
                <dt>{t('total')}</dt>
                <dd>
                  <Money amount={claim.total} />
                  <span className="sub">{capitalMoney(claim.total)}</span>
                </dd>
              </>
            )}
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
