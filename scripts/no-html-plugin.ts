import type { Plugin } from 'vite';

/**
 * The places where a library would make elements of a string, and what stands there instead. Termlight shows definitions
 * as text, so Preact gets none; Readability works on a copy of the page, whose parts are parsed without being run.
 */
const PLACES: { file: string; from: RegExp; to: string; count: number }[] = [
  {
    file: '/preact/dist/preact.mjs',
    from: /(\w+)\.innerHTML=(\w+)\.__html/g,
    to: '$1.textContent=$2.__html',
    count: 1,
  },
  {
    file: '/@mozilla/readability/Readability.js',
    from: /(\w+)\.innerHTML = ([\w.]+);/g,
    to: '$1.replaceChildren(...new DOMParser().parseFromString($2, "text/html").body.childNodes);',
    count: 2,
  },
];

/** Takes every assignment to `innerHTML` out of the build. Stops it when a library has changed, so that one is not missed. */
export function noHtmlPlugin(): Plugin {
  return {
    name: 'termlight-no-html',
    enforce: 'pre',
    transform(code, id) {
      // An id with a query or a null byte is a wrapper that another plugin made around the file.
      const path = id.replaceAll('\\', '/');
      const place = PLACES.find(({ file }) => path.endsWith(file));
      if (!place) return undefined;
      const found = code.match(place.from)?.length ?? 0;
      if (found !== place.count)
        this.error(`${place.file} assigns innerHTML ${found} times, where ${place.count} were known`);
      return { code: code.replace(place.from, place.to), map: null };
    },
  };
}
