import type { Draft } from '../draft.js';

export interface StepProps {
  readonly draft: Draft;
  readonly change: (draft: Draft) => void;
}
