import type { AnyCaseFile } from '../../api/types.js';
import { useText } from '../../text/names.js';

/** The newest request to supply or cure: everything that is lacking, as it was told at once. */
export function Defects({ file }: { readonly file: AnyCaseFile }) {
  const t = useText('cases');
  const request = file.timeline.find(({ type }) => type === 'SupplementRequested' || type === 'DefectsTold');
  const defects = (request?.data['defects'] ?? []) as readonly { readonly item: string; readonly what: string }[];
  if (defects.length === 0) return null;
  return (
    <div className="notice defects" data-tone="soon">
      <h2>{t('defects')}</h2>
      <ol className="ways">
        {defects.map((defect, index) => (
          <li key={index}>
            <strong>{defect.item}</strong>
            <span className="sub">{defect.what}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}
