import { join } from 'node:path';
import { HostSession } from '../../test/support/host/hostSession.ts';
import { TailView } from '../../test/support/host/tailView.ts';

const themes = {
  dark: 'Dark Modern',
  light: 'Light Modern',
  'hc-dark': 'Default High Contrast',
  'hc-light': 'Default High Contrast Light',
} as const;

/** Which pictures are taken, and where they go. */
export interface Pictures {
  readonly theme: keyof typeof themes;
  /** Of the window, in CSS pixels. */
  readonly width: number;
  readonly folder: string;
}

const scratch = `@cluster = Local

-- Ctrl+Enter runs the block under the cursor.

PRODUCER
topic: users
key: User_7
header: source = scratch
{
  "registertime": {{$timestamp}},
  "userid": "User_7",
  "regionid": "Region_3",
  "gender": "OTHER"
}
###

CONSUMER
topic: users
from: earliest
###
`;

/** Takes every picture in one theme: `NAME-THEME.png` in the folder. */
export async function takePictures(
  { theme, width, folder }: Pictures,
  bootstrap: string,
): Promise<void> {
  const session = await HostSession.start({
    viewport: { width, height: 760 },
    files: { 'users.kafka': scratch },
    clusters: { Local: { bootstrapServers: bootstrap } },
    settings: {
      'workbench.colorTheme': themes[theme],
      'workbench.layoutControl.enabled': false,
      'editor.minimap.enabled': false,
    },
  });
  try {
    const { workbench } = session;
    const { page, tree } = workbench;
    const picture = (name: string) =>
      page.screenshot({ path: join(folder, `${name}-${theme}.png`), animations: 'disabled' });
    await workbench.show('Kafka');
    await tree.expandPath('Local', 'Topics', 'Consumer Groups', 'Brokers', 'users');

    await workbench.openFile('users.kafka');
    await workbench.lens('Run').first().waitFor();
    await workbench.goToLine(5);
    await page.keyboard.press('Control+Enter');
    await workbench.drawnText('✓ users[');
    await page.mouse.move(width - 20, 700);
    await picture('scratch');

    await tree.choose('orders', 'Tail Topic');
    const tail = await TailView.of(workbench);
    await tail.fromBeginning();
    await tail.rows(10);
    await tail.openDetails(4);
    await page.mouse.move(width - 20, 740);
    await picture('tail');
  } finally {
    await session.close();
  }
}
