import { readdirSync, readFileSync } from 'node:fs';
import { parseCalendar } from '../../../../dist/libs/deadlines/calendar/calendar.js';
import { clockFacts, packsFor } from '../../../../dist/libs/deadlines/clock/derive-clocks.js';
import { parseLawPack } from '../../../../dist/libs/deadlines/law/check-law-pack.js';
import { knownEvents } from '../../../../dist/libs/deadlines/law/known-events.js';
import { histories, inTurn } from './histories.mjs';

const folder = new URL('../../../../dist/libs/deadlines/', import.meta.url);
const read = (file) => JSON.parse(readFileSync(new URL(file, folder), 'utf8'));

function releaseLaw() {
  const files = readdirSync(new URL('law/data/', folder)).filter((name) => name.endsWith('.json'));
  const packs = files.map((file) => parseLawPack(read(`law/data/${file}`), knownEvents));
  return { packs: packsFor('overduePayment', packs), calendar: parseCalendar(read('calendar/data/calendar-cn.json')) };
}

export function open() {
  const law = releaseLaw();
  const explained = (history) => clockFacts(history, law).map((fact) => fact.explanation.summary.zh.length);
  return Promise.resolve({
    loads: { dates: inTurn((history) => clockFacts(history, law)), explained: inTurn(explained) },
    check: () => Promise.resolve(check(law)),
  });
}

/** Seconds for the ten thousand, and the dates of the first case against those counted by hand on the calendar of 2025. */
function check(law) {
  const all = histories();
  const seconds = (derive) => {
    const begun = performance.now();
    for (const history of all) derive(history);
    return ((performance.now() - begun) / 1000).toFixed(2);
  };
  const dates = clockFacts(all[0], law).map(({ rule, dueOn }) => `${rule} ${dueOn}`);
  return {
    'ten thousand, s': seconds((history) => clockFacts(history, law)),
    'with explanation, s': seconds((history) => clockFacts(history, law).map((fact) => fact.explanation.summary)),
    'first case': dates.join(', '),
  };
}
