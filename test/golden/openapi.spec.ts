import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openApiDocument } from '../../apps/api/src/openapi-document.js';

const root = join(import.meta.dirname, '../..');
const documentFile = join(root, 'docs/openapi.json');
const typesFile = join(root, 'apps/web/src/api/schema.d.ts');
const rewrite = process.env.UPDATE_DOCS === '1';

function generateTypes(...words: string[]): void {
  const cli = join(root, 'node_modules/openapi-typescript/bin/cli.js');
  execFileSync(process.execPath, [cli, documentFile, '-o', typesFile, ...words], { stdio: 'pipe' });
}

test('docs/openapi.json is the document the API serves (UPDATE_DOCS=1 rewrites it)', async () => {
  const document = `${JSON.stringify(await openApiDocument(), null, 1)}\n`;
  if (rewrite) writeFileSync(documentFile, document);
  expect(readFileSync(documentFile, 'utf8')).toBe(document);
});

test('every reference in the document leads to a schema', async () => {
  const document = JSON.stringify(await openApiDocument());
  const { components } = JSON.parse(document) as { components: { schemas: object } };
  const led = [...document.matchAll(/"\$ref":"#\/components\/schemas\/(\w*)"/g)].map((match) => match[1]!);
  expect(led.length).toBeGreaterThan(100);
  expect([...new Set(led)].filter((name) => !(name in components.schemas))).toEqual([]);
});

test('the pages’ types are generated from that document', () => {
  if (rewrite) generateTypes();
  expect(() => generateTypes('--check')).not.toThrow();
});
