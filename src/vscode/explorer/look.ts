/** How a node looks, without VS Code's classes: golden texts test it. */
export interface NodeLook {
  readonly label: string;
  readonly description?: string;
  readonly tooltip?: string;
  /** A codicon and, where it carries meaning, a theme colour. */
  readonly icon: string;
  readonly color?: string;
  /** Tokens that menus match as words. */
  readonly context: string;
  readonly expandable: boolean;
  /** What a screen reader says where icon or colour carry meaning. */
  readonly spoken?: string;
}
