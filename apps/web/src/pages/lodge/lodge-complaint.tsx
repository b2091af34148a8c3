import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { apiDocument } from '../../api/queries.js';
import { useMe } from '../../app/session.js';
import { dayOf } from '../../calendar/show-date.js';
import { Page } from '../../kit/page.js';
import { Answered } from '../../kit/states.js';
import { useText } from '../../text/names.js';
import { CommandForm } from '../commands/command-form.js';
import { describedForm } from '../commands/described-form.js';
import { useDescribedWords } from '../commands/form-words.js';

const action = { command: 'lodgeComplaint', path: '/api/complaints' };
/** How a case came in is for those to say who take it in for another. */
const notTheFirms = ['lodging', 'takenBy'];

export function LodgeComplaint() {
  const t = useText('acts');
  const { company } = useMe();
  const navigate = useNavigate();
  const words = useDescribedWords(action.command);
  return (
    <Page
      title={t('lodgeComplaint.title')}
      lede={t('lodgeComplaint.lede')}
      above={
        <Link className="back" to="/cases">
          ‹ {t('nav.cases')}
        </Link>
      }
      narrow
    >
      <Answered query={useQuery(apiDocument)}>
        {(document) => (
          <CommandForm
            action={action}
            form={describedForm(document, action.path, notTheFirms)}
            words={{ ...words, title: t('lodgeComplaint.title') }}
            file={null}
            today={dayOf(new Date().toISOString())}
            start={{ complainant: { name: company?.name ?? '', creditCode: company?.creditCode ?? '' } }}
            onDone={({ caseId }) => void navigate({ to: '/cases/$caseId', params: { caseId } })}
            onCancel={() => void navigate({ to: '/cases' })}
          />
        )}
      </Answered>
    </Page>
  );
}
