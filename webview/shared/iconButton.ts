import { element } from './element.ts';

const svg = 'http://www.w3.org/2000/svg';

/** Drawn here, on a field of 16 by 16, so that pages need no icon font. */
const paths = {
  close: 'M4 4l8 8M12 4l-8 8',
} as const;

/** A small button that shows a picture; `label` is its name for everyone who cannot see that. */
export function iconButton(
  icon: keyof typeof paths,
  label: string,
  run: () => void,
): HTMLButtonElement {
  const picture = document.createElementNS(svg, 'svg');
  picture.setAttribute('viewBox', '0 0 16 16');
  picture.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(svg, 'path');
  path.setAttribute('d', paths[icon]);
  picture.append(path);
  const button = element('button', 'icon-button', picture);
  button.type = 'button';
  button.title = label;
  button.setAttribute('aria-label', label);
  button.addEventListener('click', run);
  button.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' || event.key === ' ') event.stopPropagation();
  });
  return button;
}
