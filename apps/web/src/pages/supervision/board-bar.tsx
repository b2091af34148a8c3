import type { BoardCounts } from '../../api/types.js';
import { useText } from '../../text/names.js';

const parts = ['late', 'dueSoon', 'running', 'paused', 'cannotTell'] as const;
const width = 160;

/** The open clocks of a district as one bar; the same numbers stand in the row beside it. */
export function BoardBar({ counts }: { readonly counts: BoardCounts }) {
  const t = useText('supervision');
  const open = parts.reduce((sum, part) => sum + counts[part], 0);
  const label = parts
    .filter((part) => counts[part] > 0)
    .map((part) => `${t(`status.${part}`)} ${counts[part]}`)
    .join('，');
  let x = 0;
  return (
    <svg
      className="bar"
      viewBox={`0 0 ${width} 14`}
      width={width}
      height="14"
      role="img"
      aria-label={label || t('board.noneOpen')}
    >
      <rect className="bar-ground" width={width} height="14" rx="3" />
      {open > 0 &&
        parts.map((part) => {
          const length = (counts[part] / open) * width;
          const at = x;
          x += length;
          return length > 0 ? (
            <rect key={part} data-status={part} x={at} width={Math.max(0, length - 1)} height="14" rx="2" />
          ) : null;
        })}
    </svg>
  );
}
