/** Something the machine lacks; `message` is the sentence for the person at the terminal. */
export class SetupProblem extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'SetupProblem';
  }
}
