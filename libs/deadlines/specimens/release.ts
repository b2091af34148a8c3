import { readdirSync, readFileSync } from 'node:fs';
import { type Calendar, parseCalendar } from '../calendar/calendar.js';
import { type Law } from '../clock/clock.js';
import { parseLawPack } from '../law/check-law-pack.js';
import { knownEvents } from '../law/known-events.js';
import { type LawPack } from '../law/law-pack.js';

/** The data of the release, as the specs of this folder read it. */
export function readJson(path: string): unknown {
  return JSON.parse(readFileSync(`${import.meta.dirname}/../${path}`, 'utf8'));
}

export function releaseCalendar(): Calendar {
  return parseCalendar(readJson('calendar/data/calendar-cn.json'));
}

export function order802(): LawPack {
  return parseLawPack(readJson('law/data/cn-order-802.json'), knownEvents);
}

export function releaseLaw(): Law {
  return { packs: [order802()], calendar: releaseCalendar() };
}

/** Every pack of the release: what the policy climbs. */
export function releasePacks(): readonly LawPack[] {
  const files = readdirSync(`${import.meta.dirname}/../law/data`).filter((name) => name.endsWith('.json'));
  return files.map((name) => parseLawPack(readJson(`law/data/${name}`), knownEvents));
}
