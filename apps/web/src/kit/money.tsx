import { showMoney } from '../money/money-text.js';

/** A sum in yuan; a dash where none is claimed. */
export function Money({ amount }: { readonly amount: string | null }) {
  if (amount === null) return <span className="quiet">—</span>;
  return <span className="number">¥{showMoney(amount)}</span>;
}
