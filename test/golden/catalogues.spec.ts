import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { caseKinds } from '@redress/casework/kinds.js';
import { views } from '@redress/projections/registry.js';
import { eventCatalogue, viewCatalogue } from './catalogues.js';

const docs = join(import.meta.dirname, '../../docs');
const rewrite = process.env.UPDATE_DOCS === '1';

test.each([
  ['events.md', eventCatalogue],
  ['views.md', viewCatalogue],
])('docs/%s tells what the code has (UPDATE_DOCS=1 rewrites it)', (file, drawn) => {
  const page = join(docs, file);
  if (rewrite) writeFileSync(page, drawn());
  expect(readFileSync(page, 'utf8')).toBe(drawn());
});

test('the catalogues miss no event and no view', () => {
  const events = eventCatalogue();
  const types = caseKinds.flatMap(({ schemas }) => Object.keys(schemas));
  expect(types.filter((type) => !events.includes(`| \`${type}\` |`))).toEqual([]);
  expect(views.filter(({ name }) => !viewCatalogue().includes(`## ${name}, version`))).toEqual([]);
});
