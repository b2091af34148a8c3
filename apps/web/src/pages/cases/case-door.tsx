import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { lazy } from 'react';
import { caseFile } from '../../api/queries.js';
import { useMe } from '../../app/session.js';
import { Answered } from '../../kit/states.js';
import { pastOf } from '../past/past.js';

const Tracking = lazy(() => import('./tracking.js').then(({ Tracking }) => ({ default: Tracking })));
const CasePage = lazy(() => import('../file/case-page.js').then(({ CasePage }) => ({ default: CasePage })));

const OtherCasePage = lazy(() =>
  import('../file/other-case-page.js').then(({ OtherCasePage }) => ({ default: OtherCasePage })),
);

const route = getRouteApi('/cases/$caseId');

/** One address a case; what stands there depends on who comes. */
export function CaseDoor() {
  const { caseId } = route.useParams();
  const { role } = useMe();
  const past = pastOf(route.useSearch());
  const query = useQuery(caseFile(caseId, past));
  return (
    <Answered page query={query}>
      {(file) => {
        if (file.kind !== 'overduePayment') return <OtherCasePage file={file} />;
        return role === 'sme' ? <Tracking file={file} /> : <CasePage file={file} />;
      }}
    </Answered>
  );
}
