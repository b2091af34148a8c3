import { citeArticle } from './article.js';

test.each([
  ['25¶1', '第二十五条第一款', 'Art 25¶1'],
  ['9¶2', '第九条第二款', 'Art 9¶2'],
  ['5(4)', '第五条第（四）项', 'Art 5(4)'],
  ['10', '第十条', 'Art 10'],
  ['103', '第一百零三条', 'Art 103'],
  ['110', '第一百一十条', 'Art 110'],
  ['561', '第五百六十一条', 'Art 561'],
  ['1260', '第一千二百六十条', 'Art 1260'],
  ['有关条款', '有关条款', '有关条款'],
])('%s is cited as %s and as %s', (article, zh, en) => expect(citeArticle(article)).toEqual({ zh, en }));
