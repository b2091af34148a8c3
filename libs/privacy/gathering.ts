interface Waiting<Question, Answer> {
  readonly question: Question;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

const longestGathering = 64;

/** Questions which come while earlier ones are being answered are put together in the next. Nobody waits for more to come. */
export class Gathering<Question, Answer> {
  private readonly waiting: Waiting<Question, Answer>[] = [];
  private underWay = false;

  /** @param answerAll the answers in the order of the questions */
  constructor(private readonly answerAll: (questions: readonly Question[]) => Promise<readonly Answer[]>) {}

  ask(question: Question): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ question, resolve, reject });
      if (!this.underWay) void this.answer();
    });
  }

  private async answer(): Promise<void> {
    this.underWay = true;
    while (this.waiting.length > 0) {
      const gathered = this.waiting.splice(0, longestGathering);
      try {
        const answers = await this.answerAll(gathered.map(({ question }) => question));
        gathered.forEach(({ resolve }, i) => resolve(answers[i]!));
      } catch (error) {
        gathered.forEach(({ reject }) => reject(error));
      }
    }
    this.underWay = false;
  }
}
