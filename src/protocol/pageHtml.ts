/** What a page's document is made of; URIs as `webview.asWebviewUri` gives them. */
export interface PageHtmlParts {
  /** Fresh random for every document: at least 16 bytes, base64 or hex. */
  readonly nonce: string;
  /** `webview.cspSource` */
  readonly cspSource: string;
  readonly scriptUri: string;
  readonly styleUri: string;
  readonly title: string;
  /** BCP 47 tag of VS Code's display language. */
  readonly lang: string;
}

/**
 * The document of every page: no inline code, no inline style, nothing from elsewhere. The page's
 * script builds the rest with text nodes; its texts arrive in the answer to `ready`.
 */
export function pageHtml(parts: PageHtmlParts): string {
  const { nonce, cspSource } = parts;
  const policy = [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}'`,
    `style-src ${cspSource}`,
    `font-src ${cspSource}`,
    `img-src ${cspSource}`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${escape(parts.lang)}">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${escape(policy)}" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${escape(parts.title)}</title>
    <link rel="stylesheet" href="${escape(parts.styleUri)}" />
  </head>
  <body>
    <script nonce="${escape(nonce)}" src="${escape(parts.scriptUri)}"></script>
  </body>
</html>
`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
}
