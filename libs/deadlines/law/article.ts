import { type Text } from '../text.js';

const numbered = /^(\d+)(?:¶(\d+))?(?:\((\d+)\))?$/;

/**
 * How an article is cited: `25¶2` is 第二十五条第二款, Art 25¶2; `5(4)` is 第五条第（四）项, Art 5(4). An article whose
 * number nobody has read is cited in its own words.
 */
export function citeArticle(article: string): Text {
  const parts = numbered.exec(article);
  if (!parts) return { zh: article, en: article };
  const [, number, paragraph, item] = parts;
  const zh = [
    `第${chineseNumber(Number(number))}条`,
    ...(paragraph ? [`第${chineseNumber(Number(paragraph))}款`] : []),
    ...(item ? [`第（${chineseNumber(Number(item))}）项`] : []),
  ];
  return { zh: zh.join(''), en: `Art ${article}` };
}

const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 1 to 9999 as statutes count: 十五, 二十五, 一百零三, 一千二百六十. */
function chineseNumber(value: number): string {
  let text = '';
  let gap = false;
  for (const [unit, word] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(value / unit) % 10;
    if (digit === 0) {
      gap ||= text !== '';
      continue;
    }
    text += `${gap ? '零' : ''}${digits[digit]}${word}`;
    gap = false;
  }
  return text.replace(/^一十/, '十');
}
