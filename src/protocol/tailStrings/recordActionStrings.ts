/** What can be done with records. */
export interface RecordActionStrings {
  readonly copy: string;
  readonly copyKey: string;
  readonly copyHeaders: string;
  readonly copyValue: string;
  readonly copyJson: string;
  readonly copyBlock: string;
  readonly copyKcat: string;
  readonly copyConsole: string;
  readonly copyLink: string;
  readonly copyLinks: string;
  readonly copyCell: string;
  readonly copyRow: string;
  /** {0} number of rows */
  readonly copyRows: string;
  readonly copyJsonLines: string;
  readonly copyBlocks: string;
  /** {0} number of rows */
  readonly selectedRows: string;
  readonly more: string;
  readonly produceAgain: string;
  readonly openInEditor: string;
  readonly selectForCompare: string;
  /** {0} the record that was selected, as "2@1,048,611" */
  readonly compareWith: string;
  readonly compareSelected: string;
  readonly nextSameKey: string;
  readonly noSameKey: string;
  readonly showAround: string;
  readonly copied: string;
  /** {0} a field by its path: "value.items[0].sku" */
  readonly showFieldAsColumn: string;
  readonly exportRow: string;
  /** {0} number of rows */
  readonly exportRows: string;
}
