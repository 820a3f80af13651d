import { expect, test } from './bare';
import { article, litTexts, pause } from './page-side';

/** A page that allows itself nothing beside one script, and is told of everything that is not allowed. */
const STRICT = {
  'content-security-policy':
    "default-src 'none'; script-src 'nonce-page'; require-trusted-types-for 'script'; trusted-types 'none'",
};
const SENTENCE = 'The ward was quiet, the nurse was kind, and the days went by, one after the other. '.repeat(
  8,
);
const PAGE = article(
  `<div class="story"><h1>Leukemia, part one</h1>${`<div style="color: navy" onclick="go()"><font style="color: navy" onmouseover="go()">Vincristine was given. ${SENTENCE}</font></div><p style="margin: 2em" onclick="go()">${SENTENCE}</p><br><br>${SENTENCE}`.repeat(4)}</div>`,
  {
    head: `<script nonce="page">
      window.violations = [];
      document.addEventListener('securitypolicyviolation', (event) => {
        // Firefox's own code, in which it looks for the site's icon, is told of as "resource".
        if (event.sourceFile !== 'resource')
          window.violations.push(event.violatedDirective + ' ' + event.sourceFile);
      });
    </script>`,
  },
);

for (const painter of ['highlight', 'marks'] as const) {
  test(`a page with a strict policy sees no other of its rules broken than without the extension, with ${painter}`, async ({
    reader,
    bare,
    server,
    set,
  }) => {
    await set({ painter });
    const url = server.add(PAGE, undefined, STRICT);
    await reader.goto(url);
    await expect.poll(() => reader.evaluate(litTexts)).toContain('Vincristine');
    await pause(2500);
    if (painter === 'highlight') {
      await reader.hover('Vincristine');
      await expect.poll(() => reader.card()).toContain('incristine');
    }
    const violations = () => (window as unknown as { violations: string[] }).violations.sort();
    await bare.goto(url);
    await pause(500);
    expect(await reader.evaluate(violations)).toEqual(await bare.evaluate(violations));
  });
}
