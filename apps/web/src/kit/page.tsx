import { useEffect, useRef, type ReactNode } from 'react';
import { useText } from '../text/names.js';

interface Props {
  readonly title: string;
  /** For the title of the window, where the heading alone would not tell which. */
  readonly windowTitle?: string;
  readonly lede?: ReactNode;
  readonly above?: ReactNode;
  readonly faulty?: boolean;
  readonly narrow?: boolean;
  readonly children: ReactNode;
}

/** False until the first page of this visit has been shown: the browser's own focus is right for that one. */
let navigated = false;

/** A page says its name in the window's title, and takes the focus to its heading when it replaced another. */
export function Page({ title, windowTitle, lede, above, faulty, narrow, children }: Props) {
  const t = useText();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const prefix = faulty ? t('errorPrefix') : '';
    document.title = `${prefix}${windowTitle ?? title}${t('titleSeparator')}${t('product')}`;
  }, [title, windowTitle, faulty, t]);
  useEffect(() => {
    if (navigated) heading.current?.focus();
    navigated = true;
  }, []);
  return (
    <div className={narrow ? 'narrow' : undefined}>
      <header className="page-head">
        {above}
        <h1 tabIndex={-1} ref={heading}>
          {title}
        </h1>
        {lede && <p className="lede">{lede}</p>}
      </header>
      {children}
    </div>
  );
}
