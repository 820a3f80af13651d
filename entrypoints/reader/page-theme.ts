/** What the card looks like beside the text that it explains. */
export type Theme = 'light' | 'dark';

interface Rgba {
  red: number;
  green: number;
  blue: number;
  alpha: number;
}

/** A background that lets more than half of what is behind it through does not decide. */
const OPAQUE_ENOUGH = 0.5;
/** Where black and white text have the same contrast (WCAG relative luminance). */
const MIDDLE_LUMINANCE = 0.179;

let pixel: OffscreenCanvasRenderingContext2D | null = null;

/** A computed colour in any notation of CSS. */
function parseColor(css: string): Rgba {
  const plain = /^rgba?\((\d+), (\d+), (\d+)(?:, ([\d.]+))?\)$/.exec(css);
  if (plain) return { red: +plain[1], green: +plain[2], blue: +plain[3], alpha: plain[4] ? +plain[4] : 1 };
  // The rest (color(), oklch() …) is left to the browser: paint it and look.
  pixel ??= new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  if (!pixel) return { red: 0, green: 0, blue: 0, alpha: 0 };
  pixel.clearRect(0, 0, 1, 1);
  pixel.fillStyle = css;
  pixel.fillRect(0, 0, 1, 1);
  const [red, green, blue, alpha] = pixel.getImageData(0, 0, 1, 1).data;
  return { red, green, blue, alpha: alpha / 255 };
}

/** WCAG 2 relative luminance, 0 to 1. */
function luminance({ red, green, blue }: Rgba): number {
  const [r, g, b] = [red, green, blue].map((value) => {
    const c = value / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/**
 * Whether the text in an element stands on a light or a dark ground: the first opaque background around it decides;
 * over a picture, whose colours nobody may read, the text's own colour does.
 */
export function themeAround(element: Element): Theme {
  for (let at: Element | null = element; at; at = at.parentElement ?? hostOf(at)) {
    const style = getComputedStyle(at);
    const color = parseColor(style.backgroundColor);
    if (color.alpha > OPAQUE_ENOUGH) return luminance(color) < MIDDLE_LUMINANCE ? 'dark' : 'light';
    if (style.backgroundImage !== 'none')
      return luminance(parseColor(getComputedStyle(element).color)) > MIDDLE_LUMINANCE ? 'dark' : 'light';
  }
  // Nothing is painted: the browser's own canvas shows, dark where the page says it can be and the system is.
  const { colorScheme } = getComputedStyle(document.documentElement);
  const dark =
    colorScheme.includes('dark') &&
    (!colorScheme.includes('light') || matchMedia('(prefers-color-scheme: dark)').matches);
  return dark ? 'dark' : 'light';
}

function hostOf(element: Element): Element | null {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}
