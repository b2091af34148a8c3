import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import type { AnyCaseFile } from '../../api/types.js';
import { useMe } from '../../app/session.js';
import { useText } from '../../text/names.js';
import { pastOf } from '../past/past.js';
import { PastControl } from '../past/past-control.js';
import { StepsInTime } from '../past/steps-in-time.js';

const route = getRouteApi('/cases/$caseId');

/** From which moment the file is read, and how to get to another. */
export function FileInTime({ file }: { readonly file: AnyCaseFile }) {
  const t = useText('past');
  const past = pastOf(route.useSearch());
  const navigate = useNavigate();
  const { office } = useMe();
  const { caseId } = file;
  const go = (to: ReturnType<typeof pastOf>) => void navigate({ to: '/cases/$caseId', params: { caseId }, search: to });
  if (office === null) return null;
  return (
    <PastControl past={past} what="file" go={go}>
      <StepsInTime file={file} past={past} go={go} />
      <Link to="/cases/$caseId/difference" params={{ caseId }}>
        {t('difference.link')}
      </Link>
    </PastControl>
  );
}
