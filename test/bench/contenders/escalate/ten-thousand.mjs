import { open as openTown } from './town.mjs';

export const open = (url, size) => openTown(url, { ...size, open: 10_000 });
