/** An account of the demonstration, as the start prints it. */
export interface DemonstrationAccount {
  readonly account: string;
  readonly password: string;
  readonly role: string;
  readonly name: string;
}

const headings: DemonstrationAccount = {
  account: '账号 Account',
  password: '密码 Password',
  role: '角色 Role',
  name: '姓名 Name',
};

/** A table for a terminal, in which a Chinese character takes two columns. */
export function accountsTable(accounts: readonly DemonstrationAccount[]): string {
  const rows = [headings, ...accounts].map(({ role, name, account, password }) => [role, name, account, password]);
  const widths = [0, 1, 2, 3].map((column) => Math.max(...rows.map((row) => columns(row[column] ?? ''))));
  const [head = '', ...body] = rows.map((row) =>
    row
      .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - columns(cell)))
      .join('  ')
      .trimEnd(),
  );
  return [head, widths.map((width) => '─'.repeat(width)).join('  '), ...body].map((line) => `  ${line}`).join('\n');
}

const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|[\ud840-\ud87f][\udc00-\udfff]/g;

function columns(text: string): number {
  return [...text].length + (text.match(wide)?.length ?? 0);
}
