/** The pages on which the documentation's pictures of the card are taken. */

const ARTICLE = `
  <h1>Blood tests, long words, and a dog named Biscuit</h1>
  <p>In the spring Maria learned that she had acute lymphoblastic leukemia. Six weeks after induction the doctors looked
  for MRD, and found a little. They spoke of consolidation with blinatumomab, and what that would mean for her summer.</p>
  <h2>A pump in a small backpack</h2>
  <p>The infusion ran day and night. On the second evening she had a fever and chills, and the nurse wrote cytokine
  release syndrome on the board. By morning the fever was gone. Biscuit was allowed to visit on Sunday.</p>
  <h2>What comes after</h2>
  <p>Her sister asked about CAR T-cell therapy, and about an allogeneic stem cell transplant. Both are roads that some
  people with relapsed leukemia take. For Maria the next stop was maintenance, with pills at home.</p>`;

const LOOK = `
  body { font: 19px/1.65 Georgia, "DejaVu Serif", serif; max-width: 36rem; margin: 2.5rem auto; padding: 0 1.25rem; color: #222; background: #fff; }
  h1 { font-size: 1.7em; line-height: 1.2 } h2 { font-size: 1.2em; margin-top: 1.6em }`;

const page = (style: string, body = ARTICLE) => `<!doctype html><html lang="en"><head><meta charset="utf-8">
  <meta name="viewport" content="width=device-width"><title>Acute lymphoblastic leukemia: Maria's spring</title>
  <style>${LOOK}${style}</style></head><body><article>${body}</article></body></html>`;

export const PAGES = {
  light: page(''),
  dark: page('body { background: #14181d; color: #d8dee4 }'),
  narrowColumn: page('body { max-width: 17.5rem; margin-left: 12rem }'),
  low: page('body { padding-top: 17rem }'),
  nested: page(
    '.box { height: 15rem; overflow: auto; border: 1px solid #bbb; padding: 0 1rem } .box .inner { height: 12rem; overflow: auto; background: #f4f1ea; padding: 0 1rem }',
    `<h1>A page in a page</h1><div class="box"><p>Scroll on.</p><div class="inner">${ARTICLE}</div></div>`,
  ),
  rtl: page('body { direction: rtl }'),
} as const;
