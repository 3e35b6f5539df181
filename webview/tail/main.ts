import type { HostMessage } from '../../src/protocol/rpc.ts';
import type { TailCalls, TailPushes } from '../../src/protocol/tail.ts';
import { tailPageState } from '../../src/protocol/tailPageState.ts';
import { element } from '../shared/element.ts';
import { RpcClient } from '../shared/rpcClient.ts';
import { vscodeApi } from '../shared/vscodeApi.ts';
import { TailPage } from './tailPage.ts';

const api = vscodeApi();
const rpc = new RpcClient<TailCalls, TailPushes>((message) => api.postMessage(message));
window.addEventListener('message', (event: MessageEvent<HostMessage>) => rpc.receive(event.data));

// The host may reveal a row before it has answered `ready`.
let awaited: number | undefined;
rpc.on('reveal', ({ row }) => (awaited = row));

rpc.call('ready', undefined).then(
  (setup) => {
    const page = new TailPage(api, rpc, setup, tailPageState(api.getState()));
    document.body.append(page.element);
    // VS Code gives the focus to the page, the page to what is most looked at: arrows work at once.
    const focus = (): void => {
      if (document.hasFocus() && document.activeElement === document.body) page.focus();
    };
    window.addEventListener('focus', focus);
    focus();
    if (awaited !== undefined) page.reveal(awaited);
  },
  (error: unknown) => {
    const text = error instanceof Error ? error.message : String(error);
    document.body.append(element('main', 'notice failed', element('p', 'notice-title', text)));
  },
);
