import { notebookTarget } from '../../src/protocol/notebookChecks.ts';
import type { NotebookOutput } from '../../src/protocol/notebookOutput.ts';
import { ResultView } from './resultView.ts';

/** What VS Code hands to a notebook renderer, as far as it is used here. */
export interface RendererContext {
  readonly postMessage?: (message: unknown) => void;
}

/** One output that VS Code wants drawn. */
export interface OutputItem {
  json(): unknown;
}

/** A notebook renderer as VS Code calls it. */
export interface Renderer {
  renderOutputItem(item: OutputItem, element: HTMLElement): void;
  disposeOutputItem(): void;
}

/** The entry of the renderer: outputs of `.kafka` notebooks as tables. An output drawn again keeps its place. */
export function activate({ postMessage }: RendererContext): Renderer {
  const views = new WeakMap<HTMLElement, ResultView>();
  return {
    renderOutputItem: (item, element) => {
      let view = views.get(element);
      if (view === undefined) {
        view = new ResultView(
          element,
          postMessage && ((link) => postMessage(notebookTarget(link))),
        );
        views.set(element, view);
      }
      view.show(item.json() as NotebookOutput);
    },
    disposeOutputItem: () => undefined,
  };
}
