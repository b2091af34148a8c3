import { open as openOurs } from './ours.mjs';

/** The same at 10,000 cases. */
export function open(url, size) {
  return openOurs(url, size, 10_000);
}
