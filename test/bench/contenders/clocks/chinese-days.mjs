import chineseDays from 'chinese-days';
import { inTurn } from './histories.mjs';

/** The working-day arithmetic of the package: one term a case, from the day of acceptance. */
export function open() {
  const transferDue = (history) => {
    const accepted = history.find(({ type }) => type === 'FormallyAccepted');
    return chineseDays.findWorkday(10, accepted.occurredAt.slice(0, 10));
  };
  return Promise.resolve({ loads: { dates: inTurn(transferDue) }, check: () => Promise.resolve({}) });
}
