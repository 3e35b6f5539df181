import { startVscodeServer } from '../../../scripts/vscode/vscodeServer.ts';
import { launchChromium } from '../chromium.ts';
import { fromRunner } from '../environment.ts';
import type { VscodeWindow, WindowOptions } from './vscodeWindow.ts';

/** VS Code's own server, shown in a headless Chromium. */
export async function openServerWindow(options: WindowOptions): Promise<VscodeWindow> {
  const { folder, vsixes, settings, workspace: shown, viewport, workspaceTrust, env } = options;
  const files = fromRunner('VSCODE_SERVER');
  const server = await startVscodeServer({
    ...{ files, folder, vsixes, settings, workspaceTrust },
    ...(env && { env }),
  });
  const browser = await launchChromium();
  const page = await browser.newPage({ viewport });
  await page.goto(server.url({ folder: shown }));
  return {
    page,
    logs: [server.logFile],
    close: async () => {
      await browser.close();
      await server.stop();
    },
  };
}
