export { open } from './town.mjs';
