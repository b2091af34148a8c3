import type { AnyCaseFile, TimelineEntry } from '../../api/types.js';
import { dayOf } from '../../calendar/show-date.js';
import { SelectField } from '../../kit/fields.js';
import { useText } from '../../text/names.js';
import { useEventWords } from '../file/event-words.js';

interface EntryProps {
  readonly name: string;
  readonly label: string;
  readonly optional: boolean;
  readonly file: AnyCaseFile;
  readonly type: string | null;
}

/** As much of an entry as tells it from another of its day. */
const longestDetail = 30;

/** An entry of the timeline by its day and what it says, the newest first, as the timeline has them. */
export function EntryField({ file, type, ...field }: EntryProps) {
  const t = useText('acts');
  const words = useEventWords();
  const labelOf = (entry: TimelineEntry) => {
    const { title, detail } = words(entry);
    const said = detail && detail.length > longestDetail ? `${detail.slice(0, longestDetail)}…` : detail;
    return `${dayOf(entry.occurredAt)} ${title}${said ? `（${said}）` : ''}`;
  };
  const entries = file.timeline.filter((entry) => type === null || entry.type === type);
  return (
    <SelectField
      {...field}
      {...(field.optional && { hint: t('wholeFile') })}
      options={entries.map((entry) => ({ value: entry.id, label: labelOf(entry) }))}
    />
  );
}
