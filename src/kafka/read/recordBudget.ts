/** How many more records may be handed on; several reads may share one. */
export class RecordBudget {
  left: number;

  constructor(limit = Infinity) {
    this.left = limit;
  }
}
