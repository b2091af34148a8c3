import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

describe('The port of the event store', () => {
  it('73: is what it was: whoever changes it looks at every adapter and every caller', () => {
    const source = readFileSync(join(import.meta.dirname, 'port.ts'), 'utf8');
    const { outputText } = ts.transpileDeclaration(source, { compilerOptions: { removeComments: true, strict: true } });
    expect(outputText).toMatchSnapshot();
  });
});
