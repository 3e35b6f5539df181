import { notebookTarget } from '../../src/protocol/notebookChecks.ts';
import type { NotebookOutput } from '../../src/protocol/notebookOutput.ts';
import { ResultView } from '../notebook/resultView.ts';
import { element } from '../shared/element.ts';
import { vscodeApi } from '../shared/vscodeApi.ts';

// The result of a block beside its file: what the host hands over, drawn as in a notebook.
const api = vscodeApi();
const main = element('main');
document.body.append(main);
const view = new ResultView(main, (link) => api.postMessage(notebookTarget(link)));
window.addEventListener('message', ({ data }: MessageEvent<NotebookOutput>) => view.show(data));
api.postMessage('ready');
