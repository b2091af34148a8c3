import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useText } from '../text/names.js';
import { speak } from './language.js';
import { prefer, usePreferences } from './preferences.js';

export function Footer() {
  const t = useText();
  const { language, theme, elder } = usePreferences();
  return (
    <footer className="foot">
      <div className="within foot-row">
        <div className="foot-words">
          <p>{t('footer.time')}</p>
          <p className="quiet">{t('footer.law')}</p>
          <p>
            <Link to="/accessibility">{t('footer.statement')}</Link>
          </p>
        </div>
        <div className="settings" role="group" aria-label={t('footer.settings')}>
          <Segments label={t('footer.language')}>
            <Segment on={language === 'zh-CN'} choose={() => void speak('zh-CN')}>
              <span lang="zh-CN">中文</span>
            </Segment>
            <Segment on={language === 'en'} choose={() => void speak('en')}>
              <span lang="en">English</span>
            </Segment>
          </Segments>
          <Segments label={t('footer.theme')}>
            {(['system', 'light', 'dark'] as const).map((one) => (
              <Segment key={one} on={theme === one} choose={() => prefer({ theme: one })}>
                {t(`footer.${one}`)}
              </Segment>
            ))}
          </Segments>
          <div className="segments">
            <Segment on={elder} choose={() => prefer({ elder: !elder })}>
              {elder ? t('footer.elderOn') : t('footer.elder')}
            </Segment>
          </div>
        </div>
      </div>
    </footer>
  );
}

function Segments({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div role="group" aria-label={label}>
      <span className="settings-label" aria-hidden="true">
        {label}
      </span>
      <div className="segments">{children}</div>
    </div>
  );
}

interface SegmentProps {
  readonly on: boolean;
  readonly choose: () => void;
  readonly children: ReactNode;
}

function Segment({ on, choose, children }: SegmentProps) {
  return (
    <button type="button" aria-pressed={on} onClick={choose}>
      {children}
    </button>
  );
}
