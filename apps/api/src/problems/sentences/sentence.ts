export type Sentence = readonly [zh: string, en: string];
