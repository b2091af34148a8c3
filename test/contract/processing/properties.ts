import type { ProcessingProperty } from './adapter.js';
import { checkpointProperties } from './checkpoints.js';
import { foldingProperties } from './folding.js';
import { followingProperties } from './following.js';

/** What the processors keep over any store; 46 is the store's own. */
export const processingProperties: readonly ProcessingProperty[] = [
  ...followingProperties,
  ...checkpointProperties,
  ...foldingProperties,
].sort((a, b) => a.number - b.number);
