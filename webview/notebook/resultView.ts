import type { NotebookLink, NotebookOutput } from '../../src/protocol/notebookOutput.ts';
import base from '../shared/base.css';
import marks from '../shared/marks.css';
import { element } from '../shared/element.ts';
import styles from './notebook.css';
import { TableFrame } from './tableFrame.ts';

/** The output of one block: what came of it in a line, its table, and the way to the tail view. */
export class ResultView {
  readonly #summary = element('p', 'summary');
  readonly #message = element('p', 'message');
  readonly #lost = new TableFrame();
  readonly #frame = new TableFrame();
  readonly #more = element('span');
  readonly #foot: HTMLElement;
  readonly #button = element('button', 'link');
  #link: NotebookLink | undefined;

  /** @param open opens the tail view of a link; undefined where nobody listens */
  constructor(target: HTMLElement, open: ((link: NotebookLink) => void) | undefined) {
    const root = target.shadowRoot ?? target.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(base + marks + styles);
    root.adoptedStyleSheets = [sheet];
    this.#summary.setAttribute('role', 'status');
    this.#button.type = 'button';
    this.#button.disabled = open === undefined;
    this.#button.addEventListener('click', () => {
      if (this.#link !== undefined) open?.(this.#link);
    });
    this.#foot = element('p', 'foot', this.#more, this.#button);
    root.replaceChildren(
      this.#summary,
      this.#message,
      this.#lost.element,
      this.#frame.element,
      this.#foot,
    );
  }

  /** Draws an output in place of the one before: the focus, the order and what is scrolled to stay. */
  show(output: NotebookOutput): void {
    const { state, summary, message = '', lost, table, more = '', link, strings } = output;
    this.#summary.className = `summary ${state}`;
    if (this.#summary.textContent !== summary) this.#summary.textContent = summary;
    this.#message.textContent = message;
    this.#message.hidden = message === '';
    this.#more.textContent = more;
    this.#more.hidden = more === '';
    this.#link = link;
    this.#button.textContent = link?.text ?? '';
    this.#button.hidden = link === undefined;
    this.#foot.hidden = more === '' && link === undefined;
    this.#lost.show(lost, strings.lost, output);
    this.#frame.show(table, strings.result, output);
  }
}
