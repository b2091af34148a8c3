/** A JSON text read with the line of every value in it, so that a fault found in the document can name its line. */
export class JsonLines {
  private readonly lines = new Map<string, number>();
  private at = 0;
  private line = 1;

  /** @param text a text which `JSON.parse` takes */
  constructor(private readonly text: string) {
    this.value('');
  }

  /** The line (from 1) of `rules[1].extension[0].maxTotal`; of the nearest value around it where it is missing. */
  of(place: string): number {
    for (let path = place; path !== ''; path = outer(path)) {
      const line = this.lines.get(path);
      if (line !== undefined) return line;
    }
    return 1;
  }

  private value(path: string): void {
    this.space();
    if (!this.lines.has(path)) this.lines.set(path, this.line);
    const opening = this.text.charAt(this.at);
    if (opening === '{') this.members(path);
    else if (opening === '[') this.elements(path);
    else if (opening === '"') this.string();
    else while (this.at < this.text.length && !/[\s,\]}]/.test(this.text.charAt(this.at))) this.at++;
    this.space();
  }

  private members(path: string): void {
    this.at++;
    for (this.space(); this.at < this.text.length && this.text.charAt(this.at) !== '}'; this.separator()) {
      const line = this.line;
      const name = this.string();
      const member = path === '' ? name : `${path}.${name}`;
      this.lines.set(member, line);
      this.space();
      this.at++;
      this.value(member);
    }
    this.at++;
  }

  private elements(path: string): void {
    this.at++;
    this.space();
    for (let index = 0; this.at < this.text.length && this.text.charAt(this.at) !== ']'; this.separator())
      this.value(`${path}[${index++}]`);
    this.at++;
  }

  private string(): string {
    const from = this.at++;
    while (this.at < this.text.length && this.text.charAt(this.at) !== '"')
      this.at += this.text.charAt(this.at) === '\\' ? 2 : 1;
    this.at++;
    return JSON.parse(this.text.slice(from, this.at)) as string;
  }

  private separator(): void {
    if (this.text.charAt(this.at) === ',') this.at++;
    this.space();
  }

  private space(): void {
    for (; /\s/.test(this.text.charAt(this.at)); this.at++) if (this.text.charAt(this.at) === '\n') this.line++;
  }
}

function outer(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('.'), path.lastIndexOf('['), 0));
}
