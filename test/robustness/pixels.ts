import type { Page } from '@playwright/test';

/** So much in one color channel (of 255) is more than the edge of a letter drawn a fraction of a pixel further on. */
const SEEN = 64;

/**
 * How many pixels a reader would see differ between two screenshots of one size.
 * @param page a tab in which they are compared
 */
export function changedPixels(page: Page, before: Buffer, after: Buffer): Promise<number> {
  const urls = [before, after].map((png) => `data:image/png;base64,${png.toString('base64')}`);
  return page.evaluate(
    async ([urls, seen]) => {
      const read = async (url: string) => {
        const image = new Image();
        image.src = url;
        await image.decode();
        const canvas = new OffscreenCanvas(image.width, image.height);
        const context = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
        context.drawImage(image, 0, 0);
        return context.getImageData(0, 0, image.width, image.height).data;
      };
      const [one, other] = [await read(urls[0]), await read(urls[1])];
      if (one.length !== other.length) return Number.POSITIVE_INFINITY;
      let count = 0;
      for (let i = 0; i < one.length; i += 4)
        if ([0, 1, 2].some((channel) => Math.abs(one[i + channel] - other[i + channel]) > seen)) count++;
      return count;
    },
    [urls, SEEN] as const,
  );
}
