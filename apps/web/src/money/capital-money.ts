const digits = '零壹贰叁肆伍陆柒捌玖';
const places = ['', '拾', '佰', '仟'];
const groups = ['', '万', '亿', '万亿'];

/**
 * A sum in the capital characters of cheques and invoices (大写), by the rules of 《支付结算办法》, annex 1.
 *
 * @param amount decimal string with two places, not negative, at most fifteen digits before the point
 */
export function capitalMoney(amount: string): string {
  const [whole = '0', fraction = '00'] = amount.split('.');
  const jiao = Number(fraction[0]);
  const fen = Number(fraction[1]);
  const yuan = Number(whole) === 0 ? '' : `${capitalWhole(whole)}元`;
  if (jiao === 0 && fen === 0) return yuan === '' ? '零元整' : `${yuan}整`;
  const tens = jiao > 0 ? `${digits[jiao]}角` : yuan === '' ? '' : '零';
  return `${yuan}${tens}${fen > 0 ? `${digits[fen]}分` : '整'}`;
}

function capitalWhole(whole: string): string {
  let text = '';
  let owed = false;
  const count = Math.ceil(whole.length / 4);
  const padded = whole.padStart(count * 4, '0');
  for (let group = 0; group < count; group++) {
    const four = padded.slice(group * 4, group * 4 + 4);
    if (Number(four) === 0) {
      owed = text !== '';
      continue;
    }
    for (let i = 0; i < 4; i++) {
      const digit = Number(four[i]);
      if (digit === 0) {
        owed = text !== '';
        continue;
      }
      text += `${owed ? '零' : ''}${digits[digit]}${places[3 - i]}`;
      owed = false;
    }
    text += groups[count - 1 - group];
  }
  // Where 亿 follows by itself it is said once: 壹万贰仟亿, not 壹万亿贰仟亿.
  return text.replace(/万亿(?=.*亿)/, '万');
}
