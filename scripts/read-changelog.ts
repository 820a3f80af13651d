import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { toString as textOf } from 'mdast-util-to-string';

export const CHANGELOG = fileURLToPath(new URL('../CHANGELOG.md', import.meta.url));

/** One version of the changelog: its heading, and its points without their marks. */
interface Release {
  heading: string;
  points: string[];
}

/** Every point of a list, those of inner lists too. */
function pointsOf(node: RootContent): string[] {
  return node.type === 'list' ? node.children.map((item) => textOf(item).replace(/\s+/g, ' ')) : [];
}

/** The changelog, newest first, for the page that says what is new. */
export function readChangelog(): Release[] {
  const releases: Release[] = [];
  for (const node of fromMarkdown(readFileSync(CHANGELOG, 'utf8')).children) {
    if (node.type === 'heading' && node.depth === 2) releases.push({ heading: textOf(node), points: [] });
    else releases.at(-1)?.points.push(...pointsOf(node));
  }
  return releases;
}
