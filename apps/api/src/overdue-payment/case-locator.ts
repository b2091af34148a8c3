export const CASE_LOCATOR = Symbol('CaseLocator');

/** From what people write to the case id: a case id stays itself, a case number is looked up. */
export interface CaseLocator {
  find(reference: string): Promise<string | null>;
}
