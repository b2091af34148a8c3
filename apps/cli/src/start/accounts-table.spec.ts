import { accountsTable } from './accounts-table.js';

test('the columns of a table stand straight with Chinese in them', () => {
  const table = accountsTable([
    { account: 'sme', password: 'x', role: '中小企业 SME', name: '李明' },
    { account: 'mediator', password: 'y', role: 'Mediator', name: 'Ann 𠮷野' },
  ]);
  expect(table.split('\n')).toEqual([
    '  角色 Role     姓名 Name  账号 Account  密码 Password',
    '  ────────────  ─────────  ────────────  ─────────────',
    '  中小企业 SME  李明       sme           x',
    '  Mediator      Ann 𠮷野   mediator      y',
  ]);
});
