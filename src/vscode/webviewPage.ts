import { randomBytes } from 'node:crypto';
import { env, Uri, type Webview } from 'vscode';
import { pageHtml } from '../protocol/pageHtml.ts';

/** Loads one of our pages (`dist/webview/NAME.js` and `NAME-style.css`) into a webview that may load nothing else. */
export function loadPage(webview: Webview, extensionUri: Uri, name: string, title: string): void {
  const root = Uri.joinPath(extensionUri, 'dist', 'webview');
  webview.options = { enableScripts: true, localResourceRoots: [root] };
  webview.html = pageHtml({
    nonce: randomBytes(16).toString('base64'),
    cspSource: webview.cspSource,
    scriptUri: String(webview.asWebviewUri(Uri.joinPath(root, `${name}.js`))),
    styleUri: String(webview.asWebviewUri(Uri.joinPath(root, `${name}-style.css`))),
    title,
    lang: env.language,
  });
}
