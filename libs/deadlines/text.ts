/** A text shown to people, in both languages of the service. */
export interface Text {
  readonly zh: string;
  readonly en: string;
}
