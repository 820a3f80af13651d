import { stripVTControlCharacters } from 'node:util';
import type { FullResult, Reporter, TestCase, TestResult } from '@playwright/test/reporter';

const note = (result: TestResult, type: string): string[] =>
  JSON.parse(result.annotations.find((a) => a.type === type)?.description ?? '[]');

const counted = (texts: string[]): string => {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].map(([text, n]) => (n > 1 ? `${text} ×${n}` : text)).join(', ');
};

/** Prints one line a page, and what was lit on it, so that false lights can be judged. */
export default class TableReporter implements Reporter {
  #rows: string[] = [];
  #lit = new Map<string, string>();
  #begun = Date.now();

  onTestEnd(test: TestCase, result: TestResult): void {
    const browser = test.parent.project()?.name ?? '';
    const restless = result.annotations.find((a) => a.type === 'restless');
    const verdict = result.status === 'passed' && restless ? 'changes by itself' : result.status;
    const [painted, marked] = [note(result, 'lit'), note(result, 'marked')];
    const lit = test.title.endsWith('without its scripts') ? `${painted.length} lit` : '';
    const why = result.status === 'passed' ? '' : stripVTControlCharacters(result.errors[0]?.message ?? '');
    const row = `${browser.padEnd(9)} ${test.title.padEnd(28)} ${verdict.padEnd(18)} ${lit}`;
    this.#rows.push(why ? `${row}\n    ${why.replaceAll('\n', '\n    ')}` : row);
    if (painted.length) this.#lit.set(test.title.split(' ')[0], counted(marked.length ? marked : painted));
  }

  onEnd(result: FullResult): void {
    console.log(this.#rows.sort().join('\n'));
    console.log('\nLit:');
    for (const [page, texts] of [...this.#lit].sort()) console.log(`${page}: ${texts}`);
    console.log(`\n${result.status}, ${((Date.now() - this.#begun) / 1000).toFixed(0)} s`);
  }
}
