const controlCharacters = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/;
/** What is not seen and makes two names look alike, or turns about what stands beside it: Unicode's Cf, and blank letters. */
const invisible = /[\p{Cf}\u115f\u1160\u2028\u2029\u2800\u3164\uffa0]/u;
/** In what stands on more than a line the joiners are wanted: scripts and emoji are written with them. */
const invisibleInProse = /(?![\u200c\u200d])[\p{Cf}\u2028\u2029]/u;
const longestLine = 500;
/** Half a character cannot be written in UTF-8, nor hashed (RFC 8785). */
const loneSurrogate = /\p{Surrogate}/u;

export type FaultOfText = 'blank' | 'tooLong' | 'controlCharacters' | 'invisibleCharacter' | 'brokenCharacter';

/** What is asked of every text people write, in the order in which it is told. @param longest in UTF-16 units */
export const asksOfText: Readonly<Record<FaultOfText, (text: string, longest: number) => boolean>> = {
  blank: (text) => text.trim() === '',
  tooLong: (text, longest) => text.length > longest,
  controlCharacters: (text) => controlCharacters.test(text),
  invisibleCharacter: (text, longest) => (longest > longestLine ? invisibleInProse : invisible).test(text),
  brokenCharacter: (text) => loneSurrogate.test(text),
};

/** The first that is wrong with a text; null where nothing is. */
export function faultOfText(text: string, longest: number): FaultOfText | null {
  const faults = Object.keys(asksOfText) as FaultOfText[];
  return faults.find((fault) => asksOfText[fault](text, longest)) ?? null;
}
