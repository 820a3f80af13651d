import { expect, test } from './fixtures';
import { article, litTexts, pause } from './page-side';

const SETTINGS = { occurrences: 'every', scope: 'page', density: 0, supporting: 'always' } as const;
const PAINTERS = ['highlight', 'marks'] as const;

for (const painter of PAINTERS) {
  test.describe(`with ${painter}`, () => {
    test.beforeEach(({ set }) => set({ ...SETTINGS, painter }));

    test('a page that goes elsewhere without loading shows the new text lit, and nothing of the old', async ({
      reader,
      server,
    }) => {
      await reader.goto(
        server.add(article('<main><h1>Leukemia</h1><p>Induction begins with vincristine.</p></main>')),
      );
      await expect.poll(() => reader.evaluate(litTexts)).toContain('vincristine');
      await reader.evaluate(() => {
        history.pushState(null, '', '/elsewhere');
        document.title = 'Leukemia: the transplant';
        const main = document.querySelector('main') as HTMLElement;
        main.innerHTML = '<h1>After leukemia treatment</h1><p>A stem cell transplant needs a donor.</p>';
      });
      await expect.poll(() => reader.evaluate(litTexts)).toContain('stem cell transplant');
      expect(await reader.evaluate(litTexts)).not.toContain('vincristine');
      await reader.evaluate(() => {
        history.pushState(null, '', '/cake');
        document.title = 'Cake';
        const main = document.querySelector('main') as HTMLElement;
        main.innerHTML = '<h1>Cake</h1><p>Stir all of the flour in.</p>';
      });
      await expect.poll(() => reader.evaluate(litTexts)).toEqual([]);
      expect(reader.errors()).toEqual([]);
    });

    test('a page without terms that gets some lights them', async ({ reader, server }) => {
      await reader.goto(server.add('<!doctype html><title>News</title><main><p>Loading …</p></main>'));
      await pause(500);
      await reader.evaluate(() => {
        const main = document.querySelector('main') as HTMLElement;
        main.innerHTML =
          '<h1>Acute lymphoblastic leukemia</h1><p>Blinatumomab came after induction chemotherapy.</p>';
      });
      await expect.poll(() => reader.evaluate(litTexts)).toContain('Blinatumomab');
      expect(reader.errors()).toEqual([]);
    });

    test('text that comes with scrolling is lit, each paragraph once', async ({ reader, server }) => {
      await reader.goto(
        server.add(
          article(`<main><h1>Leukemia stories</h1></main><script>
            const main = document.querySelector('main');
            function more() {
              for (let i = 0; i < 10; i++) {
                const p = document.createElement('p');
                p.style.height = '120px';
                p.textContent = 'Story ' + main.children.length + ': methotrexate for leukemia.';
                main.append(p);
              }
            }
            more();
            addEventListener('scroll', () => {
              if (innerHeight + scrollY > document.body.scrollHeight - 200 && main.children.length < 61) more();
            });
          </script>`),
        ),
      );
      const shown = () =>
        reader.evaluate(() => {
          scrollTo(0, document.body.scrollHeight);
          return document.querySelectorAll('p').length;
        });
      await expect.poll(shown).toBe(60);
      const methotrexate = async () =>
        (await reader.evaluate(litTexts)).filter((text) => text === 'methotrexate').length;
      await expect.poll(methotrexate).toBe(60);
      expect(reader.errors()).toEqual([]);
    });

    test('an answer that grows word by word ends up lit as if it had always stood there', async ({
      reader,
      server,
    }) => {
      const answer =
        'For acute lymphoblastic leukemia, CAR T-cell therapy may follow blinatumomab, and cytokine release syndrome may follow both of them.';
      await reader.goto(
        server.add(
          article(`<h1>A question about leukemia</h1><p id="nodes"></p><p id="text"></p><p id="html"></p><script>
            const words = ${JSON.stringify(answer)}.match(/\\S{1,3}|\\s+/g);
            const text = document.querySelector('#text').appendChild(new Text());
            let all = '';
            const timer = setInterval(() => {
              const word = words.shift();
              if (word === undefined) { clearInterval(timer); window.done = true; return; }
              all += word;
              document.querySelector('#nodes').append(word);
              text.data = all;
              document.querySelector('#html').innerHTML = all.replace('CAR T', '<b>CAR T</b>');
            }, 25);
          </script>`),
        ),
      );
      await expect.poll(() => reader.evaluate(() => 'done' in window)).toBe(true);
      const terms = [
        'acute lymphoblastic leukemia',
        'blinatumomab',
        'CAR T-cell therapy',
        'cytokine release syndrome',
        'leukemia',
      ].sort();
      if (painter === 'highlight') {
        const answers = terms.slice(0, 4).flatMap((term) => [term, term, term]);
        await expect
          .poll(async () => (await reader.evaluate(litTexts)).sort())
          .toEqual([...answers, 'leukemia'].sort());
      } else {
        // A match over several text nodes has a mark in each of them that is no blank.
        const once = 'acutelymphoblasticleukemiaCART-celltherapyblinatumomabcytokinereleasesyndrome';
        await expect
          .poll(async () => (await reader.evaluate(litTexts)).join('').replace(/\s/g, ''))
          .toBe(`leukemia${once.repeat(3)}`);
      }
      const texts = await reader.evaluate(() =>
        [...document.querySelectorAll('p')].map((p) => p.textContent),
      );
      expect(texts).toEqual([answer, answer, answer]);
      expect(reader.errors()).toEqual([]);
    });

    test('a page that changes a thousand nodes a second for ten seconds stays whole, and then comes to rest', async ({
      reader,
      server,
    }) => {
      test.setTimeout(60_000);
      await reader.goto(
        server.add(
          article(`<h1>Leukemia, live</h1><div></div><script>
            const texts = ['leukemia in remission', 'vincristine given', 'platelets low', 'nothing new'];
            const spans = Array.from({ length: 500 }, (_, i) => {
              const p = document.createElement('p');
              p.textContent = texts[i % 4];
              return p;
            });
            document.querySelector('div').append(...spans);
            let changes = 0;
            const timer = setInterval(() => {
              for (let i = 0; i < 10; i++, changes++) {
                const p = spans[(changes * 7) % spans.length];
                if (changes % 3 === 0) p.replaceChildren(texts[changes % 4]);
                else if (changes % 3 === 1) p.firstChild.data = texts[changes % 4];
                else p.parentNode.append(p);
              }
            }, 10);
            setTimeout(() => {
              clearInterval(timer);
              for (const p of spans) p.textContent = 'At last, methotrexate.';
              window.changes = changes;
            }, 10000);
          </script>`),
        ),
      );
      await expect
        .poll(() => reader.evaluate(() => (window as unknown as { changes?: number }).changes ?? 0), {
          timeout: 30_000,
        })
        .toBeGreaterThan(1000);
      const rests = async () =>
        (await reader.evaluate(litTexts)).filter((text) => text === 'methotrexate').length;
      await expect.poll(rests, { timeout: 15_000 }).toBe(500);
      // Whatever still changes now, the extension changes.
      const records = await reader.evaluate(
        () =>
          new Promise<number>((resolve) => {
            let count = 0;
            const observer = new MutationObserver((list) => {
              count += list.length;
            });
            observer.observe(document, {
              subtree: true,
              childList: true,
              characterData: true,
              attributes: true,
            });
            setTimeout(() => resolve(count), 1500);
          }),
      );
      expect(records).toBe(0);
      expect(reader.errors()).toEqual([]);
    });
  });
}

const REFUSING = {
  'writes its text anew': "document.querySelector('main').innerHTML = text",
  'takes each mark off':
    "for (const mark of main.querySelectorAll('mark')) { mark.replaceWith(...mark.childNodes); main.normalize(); }",
};
for (const [name, refuse] of Object.entries(REFUSING)) {
  test(`a page that ${name} whenever something in it changes is left alone after a while`, async ({
    reader,
    server,
    set,
  }) => {
    await set({ ...SETTINGS, painter: 'marks' });
    await reader.goto(
      server.add(
        article(`<main><h1>Acute lymphoblastic leukemia</h1><p>Induction begins with <b>vincristine</b> now.</p></main>
        <p>Later comes methotrexate.</p><script>
          const main = document.querySelector('main');
          const text = main.innerHTML;
          window.refused = 0;
          const observer = new MutationObserver(() => {
            window.refused++;
            ${refuse};
            observer.takeRecords();
          });
          observer.observe(main, { subtree: true, childList: true });
        </script>`),
      ),
    );
    const refused = () => reader.evaluate(() => (window as unknown as { refused: number }).refused);
    await expect.poll(() => reader.evaluate(litTexts)).toContain('methotrexate');
    await expect
      .poll(
        async () => {
          const before = await refused();
          await pause(1500);
          return (await refused()) - before;
        },
        { timeout: 15_000 },
      )
      .toBe(0);
    const times = await refused();
    expect(times).toBeGreaterThan(1);
    await pause(4000);
    expect(await refused()).toBeLessThan(times + 4);
    expect(await reader.evaluate(litTexts)).toEqual(['methotrexate']);
    expect(await reader.evaluate(() => document.querySelector('main')?.innerHTML)).toBe(
      '<h1>Acute lymphoblastic leukemia</h1><p>Induction begins with <b>vincristine</b> now.</p>',
    );
    expect(reader.errors()).toEqual([]);
  });
}

test('a page that comes back from the back/forward cache is lit as it was, and goes on following changes', async ({
  reader,
  server,
}) => {
  await reader.goto(server.add(article('<h1>Leukemia</h1><p>Induction begins with vincristine.</p>')));
  const lit = await reader.settled(2);
  await reader.evaluate(() => {
    addEventListener('pageshow', (event) => {
      document.body.dataset.persisted = String(event.persisted);
    });
  });
  await reader.goto(server.add(article('<h1>Another page</h1>')));
  await reader.evaluate(() => {
    setTimeout(() => history.back());
  });
  const heading = () => reader.evaluate(() => document.querySelector('h1')?.textContent);
  // On the way the page cannot be asked.
  await expect.poll(() => heading().catch(() => undefined)).toBe('Leukemia');
  expect(await reader.evaluate(() => document.body.dataset.persisted)).toBe('true');
  expect(await reader.settled(2)).toEqual(lit);
  await reader.evaluate(() => {
    document.body.append(Object.assign(document.createElement('p'), { textContent: 'Then methotrexate.' }));
  });
  await expect.poll(() => reader.painted()).toContain('methotrexate');
  expect(reader.errors()).toEqual([]);
});

for (const [change, left] of [
  [{ known: ['vincristine'] }, ['Leukemia', 'Induction']],
  [{ enabled: false }, []],
] as const) {
  test(`a page that comes back from the back/forward cache follows what was set meanwhile: ${Object.keys(change)}`, async ({
    reader,
    server,
    set,
  }) => {
    await set({ scope: 'page' });
    await reader.goto(server.add(article('<h1>Leukemia</h1><p>Induction begins with vincristine.</p>')));
    await expect.poll(() => reader.evaluate(litTexts)).toContain('vincristine');
    await reader.goto(server.add(article('<h1>Another page</h1>')));
    await set({ ...change } as Parameters<typeof set>[0]);
    await reader.evaluate(() => {
      setTimeout(() => history.back());
    });
    // On the way the page cannot be asked.
    const heading = () => reader.evaluate(() => document.querySelector('h1')?.textContent);
    await expect.poll(() => heading().catch(() => undefined)).toBe('Leukemia');
    await expect.poll(() => reader.evaluate(litTexts)).toEqual(left);
    expect(reader.errors()).toEqual([]);
  });
}

test('in the article only: its title is lit, too, though it stands outside of the text', async ({
  reader,
  server,
}) => {
  const text = `<p>Vincristine was given on the first day. ${'The ward was quiet, and the days went by, one after the other. '.repeat(8)}</p>`;
  await reader.goto(
    server.add(`<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,">
      <title>A first month with acute lymphoblastic leukemia</title>
      <nav><ul><li><a href="#">Methotrexate</a></li><li><a href="#">Contact</a></li></ul></nav>
      <article><h1>A first month with acute lymphoblastic leukemia</h1>${text.repeat(4)}</article>`),
  );
  const shown = async () => new Set(await reader.painted());
  await expect.poll(shown).toContain('Vincristine');
  await expect.poll(shown).not.toContain('Methotrexate');
  expect(await shown()).toEqual(new Set(['acute lymphoblastic leukemia', 'Vincristine']));
});

test('in the article only: paragraphs beside it are lit, what stands around the text is not', async ({
  reader,
  server,
}) => {
  const text = `<p>Vincristine was given on the first day. ${'The ward was quiet, and the days went by, one after the other. '.repeat(8)}</p>`;
  const prose = (drug: string) =>
    `<p>${drug} came next, and nobody on the ward knew for how many weeks it would be so.</p>`;
  await reader.goto(
    server.add(
      article(
        `<div class="card"><h2>Warning</h2>${prose('Ponatinib')}</div><div><article>${text.repeat(4)}</article></div>
        <div class="comments">${prose('Methotrexate')}</div><aside>${prose('Nelarabine')}</aside>
        <ul><li><h3><a href="/spring">What was said in the spring</a></h3>${prose('Blinatumomab')}</ul>`,
      ),
    ),
  );
  const shown = async () => new Set(await reader.painted());
  await expect.poll(shown).toContain('Vincristine');
  await expect.poll(shown).not.toContain('Methotrexate');
  expect(await shown()).toEqual(new Set(['Ponatinib', 'Vincristine']));
});

test('in the article only: what comes later stands in it, or beside it, though one paragraph alone held terms', async ({
  reader,
  server,
}) => {
  const text = `<p>${'The ward was quiet, and the days went by, one after the other. '.repeat(8)}</p>`;
  await reader.goto(
    server.add(
      article(
        `<nav><ul><li><a href="#">Methotrexate</a></li><li><a href="#">Contact</a></li></ul></nav>
        <article>${text}<p>Vincristine was given on the first day.</p>${text.repeat(3)}<p id="later"></p></article>
        <aside><p>Others read:</p></aside>`,
      ),
    ),
  );
  const shown = async () => new Set(await reader.painted());
  await expect.poll(shown).toContain('Vincristine');
  await expect.poll(shown).not.toContain('Methotrexate');
  await reader.evaluate(() => {
    document.querySelector('aside')?.insertAdjacentHTML('beforeend', '<p>Pegaspargase');
    document.querySelector('#later')?.append('Then came nelarabine.');
    document.querySelector('article')?.insertAdjacentHTML('beforeend', '<p>Then came blinatumomab.');
  });
  await expect.poll(shown).toContain('blinatumomab');
  expect(await shown()).toEqual(new Set(['Vincristine', 'nelarabine', 'blinatumomab']));
  expect(reader.errors()).toEqual([]);
});

test('in the article only: comments that come later, more than it has text, stay dark, and it stays lit', async ({
  reader,
  server,
}) => {
  const days = 'The ward was quiet, and the days went by, one after the other. ';
  await reader.goto(
    server.add(
      article(
        `<nav><a href="#">Nelarabine</a></nav><main><article><h1>Leukemia</h1><p>Vincristine was given on the first day. ${days.repeat(6)}</p>${`<p>${days.repeat(6)}</p>`.repeat(8)}
        <ul><li>Blinatumomab, too</li></ul></article><div class="comments-content"></div></main>`,
      ),
    ),
  );
  const shown = async () => new Set(await reader.painted());
  await expect.poll(shown).toContain('Blinatumomab');
  await expect.poll(shown).not.toContain('Nelarabine');
  await reader.evaluate(() => {
    const said =
      'My father had methotrexate, and he was tired, but he went to see his friends, and they came to see him. ';
    const comments = document.querySelector('.comments-content') as Element;
    comments.innerHTML = `<p>${said.repeat(2)}</p>`.repeat(150);
  });
  // The article is looked for again when the page has stood still for a second.
  await new Promise((resolve) => setTimeout(resolve, 2500));
  expect(await shown()).toEqual(new Set(['Leukemia', 'Vincristine', 'Blinatumomab']));
  expect(reader.errors()).toEqual([]);
});

test('in the article only: where the article comes bit by bit after the rest, it is found when the page stands still', async ({
  reader,
  server,
}) => {
  const paragraph = (drug: string) =>
    `<p>${drug} was given on that day. ${'The ward was quiet, the nurse was kind, and the days went by. '.repeat(8)}</p>`;
  await reader.goto(
    server.add(
      article(
        `<nav><ul><li><a href="#">Methotrexate</a></li><li><a href="#">Contact</a></li></ul></nav>
        <div id="app"><article><h1>Leukemia, day by day</h1></article></div>`,
      ),
    ),
  );
  const shown = async () => new Set(await reader.painted());
  await expect.poll(shown).toContain('Methotrexate');
  for (const drug of ['Vincristine', 'Blinatumomab', 'Pegaspargase', 'Nelarabine']) {
    await reader.evaluate(
      `document.querySelector('article').insertAdjacentHTML('beforeend', ${JSON.stringify(paragraph(drug))})` as unknown as () => void,
    );
    await expect.poll(shown).toContain(drug);
  }
  await expect.poll(shown).not.toContain('Methotrexate');
  expect(await shown()).toEqual(
    new Set(['Leukemia', 'Vincristine', 'Blinatumomab', 'Pegaspargase', 'Nelarabine']),
  );
  expect(reader.errors()).toEqual([]);
});

test('in the article only: another article without loading is lit in its turn, the navigation stays dark', async ({
  reader,
  server,
}) => {
  const text = (drug: string) =>
    `<p>${drug} was given on the first day. ${'The ward was quiet, the nurse was kind, and the days went by, one after the other. '.repeat(8)}</p>`.repeat(
      4,
    );
  await reader.goto(
    server.add(
      article(
        `<nav><ul><li><a href="#">Methotrexate</a></li><li><a href="#">Contact</a></li></ul></nav>
        <div id="app"><article><h1>Leukemia, part one</h1>${text('Vincristine')}</article></div>`,
      ),
    ),
  );
  const shown = async () => new Set(await reader.painted());
  await expect.poll(shown).toContain('Vincristine');
  await expect.poll(shown).not.toContain('Methotrexate');
  for (const drug of ['Blinatumomab', 'Pegaspargase']) {
    const next = `<article><h1>Leukemia, after ${drug}</h1>${text(drug)}</article>`;
    await reader.evaluate(
      `
      history.pushState(null, '', '/${drug}');
      document.querySelector('#app').innerHTML = ${JSON.stringify(next)};
    ` as unknown as () => void,
    );
    await expect.poll(shown).toContain(drug);
    await expect.poll(shown).not.toContain('Methotrexate');
  }
  expect(reader.errors()).toEqual([]);
});
