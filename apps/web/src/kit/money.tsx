import { showMoney } from '../money/money-text.js';

export function Money({ amount }: { readonly amount: string }) {
  return <span className="number">¥{showMoney(amount)}</span>;
}
