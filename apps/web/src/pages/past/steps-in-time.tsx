import type { AnyCaseFile } from '../../api/types.js';
import { showTime } from '../../calendar/show-date.js';
import { Button } from '../../kit/button.js';
import { useText } from '../../text/names.js';
import type { Past } from './past.js';

interface Props {
  readonly file: AnyCaseFile;
  readonly past: Past;
  readonly go: (past: Past) => void;
}

/** From one record of the case to the one before, each as the file stood when it had just been recorded. */
export function StepsInTime({ file, past, go }: Props) {
  const t = useText('past');
  // The newest stands first.
  const moments = [...new Set(file.timeline.map(({ recordedAt }) => recordedAt))];
  const before = moments[1];
  return (
    <div className="buttons">
      {before !== undefined && (
        <Button kind="second" onClick={() => go({ knownAt: before })}>
          ‹ {t('before', { time: showTime(before) })}
        </Button>
      )}
      {past.knownAt !== undefined && (
        <Button kind="second" onClick={() => go({})}>
          {t('backToNow')}
        </Button>
      )}
    </div>
  );
}
