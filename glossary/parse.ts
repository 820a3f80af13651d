import type { Paragraph, PhrasingContent, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { frontmatter } from 'micromark-extension-frontmatter';
import * as v from 'valibot';
import { parse as parseYaml, YAMLParseError } from 'yaml';
import {
  type Block,
  type Form,
  frontMatterSchema,
  GlossaryError,
  type Note,
  type Sources,
  type Span,
  sourcesSchema,
  type Term,
} from './schema';

type Fail = (field: string, reason: string) => never;

function yamlOf(text: string, fail: Fail): unknown {
  try {
    return parseYaml(text);
  } catch (error) {
    return fail('front matter', error instanceof YAMLParseError ? error.message : String(error));
  }
}

function check<S extends v.GenericSchema>(schema: S, value: unknown, fail: Fail): v.InferOutput<S> {
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  const issue = result.issues[0];
  return fail(v.getDotPath(issue) ?? 'front matter', issue.message);
}

function spansOf(nodes: PhrasingContent[], fail: Fail): Span[] {
  const out: Span[] = [];
  for (const node of nodes) {
    if (node.type === 'text') {
      const text = node.value.replace(/\s*\n\s*/g, ' ');
      const last = out.at(-1);
      if (typeof last === 'string') out[out.length - 1] = last + text;
      else out.push(text);
    } else if (node.type === 'link' && node.children.length === 1 && node.children[0].type === 'text') {
      out.push({ text: node.children[0].value.replace(/\s*\n\s*/g, ' '), to: node.url });
    } else {
      fail('text', `only plain words and links to concepts may stand here, not ${node.type}`);
    }
  }
  return out;
}

function blocksOf(nodes: RootContent[], fail: Fail): Block[] {
  return nodes.flatMap((node): Block[] => {
    if (node.type === 'paragraph') return [{ kind: 'p', spans: spansOf(node.children, fail) }];
    if (node.type === 'list' && !node.ordered) {
      return node.children.flatMap((item) =>
        item.children.map((child): Block => {
          if (child.type !== 'paragraph') fail('text', 'a list item holds one paragraph');
          return { kind: 'li', spans: spansOf((child as Paragraph).children, fail) };
        }),
      );
    }
    return fail('text', `only paragraphs and bullet lists may stand here, not ${node.type}`);
  });
}

/** Cuts a list of nodes at the headings of one depth. */
function sectionsOf(nodes: RootContent[], depth: number): { heading: string; body: RootContent[] }[] {
  const out: { heading: string; body: RootContent[] }[] = [];
  for (const node of nodes) {
    if (node.type === 'heading' && node.depth === depth) {
      const heading = node.children.map((c) => ('value' in c ? c.value : '')).join('');
      out.push({ heading, body: [] });
    } else {
      const open = out.at(-1);
      if (open) open.body.push(node);
      else out.push({ heading: '', body: [node] });
    }
  }
  return out;
}

function noteOf({ heading, body }: { heading: string; body: RootContent[] }, fail: Fail): Note {
  const near = heading.split('|').map((side) =>
    side
      .split('+')
      .map((id) => id.trim())
      .filter(Boolean),
  );
  if (!near.length || near.some((ids) => !ids.length))
    fail('In context', 'each note needs a heading of concept ids');
  const text = blocksOf(body, fail);
  if (!text.length) fail('In context', `the note "${heading}" is empty`);
  return { near, text };
}

/**
 * Reads one term file.
 * @param file its name, for messages: `blinatumomab.md`
 * @param markdown its content
 * @throws GlossaryError naming the file, the field and the reason
 */
export function parseTerm(file: string, markdown: string): Term {
  const fail: Fail = (field, reason) => {
    throw new GlossaryError(file, field, reason);
  };
  const tree = fromMarkdown(markdown, {
    extensions: [frontmatter()],
    mdastExtensions: [frontmatterFromMarkdown()],
  });
  const [head, ...rest] = tree.children;
  if (head?.type !== 'yaml')
    return fail('front matter', 'the file must begin with front matter between --- lines');
  const front = check(frontMatterSchema, yamlOf(head.value, fail), fail);
  if (`${front.id}.md` !== file) fail('id', `is "${front.id}", but the file is named ${file}`);

  const bodies: Record<string, RootContent[]> = {};
  for (const { heading, body } of sectionsOf(rest, 2)) {
    if (!['Plain', 'Detail', 'In context'].includes(heading))
      fail('body', `unknown section "${heading}"; Plain, Detail and In context are known`);
    if (bodies[heading]) fail('body', `section "${heading}" stands twice`);
    bodies[heading] = body;
  }
  const plain = blocksOf(bodies.Plain ?? [], fail);
  if (!plain.length) fail('Plain', 'is missing or empty');
  const forms = front.forms.map(
    (form): Form => ({
      text: form.text,
      case: form.case ?? 'acronyms',
      plural: form.plural ?? false,
      context: form.context,
    }),
  );
  return {
    ...front,
    forms,
    plain,
    detail: blocksOf(bodies.Detail ?? [], fail),
    notes: sectionsOf(bodies['In context'] ?? [], 3).map((section) => noteOf(section, fail)),
  };
}

/**
 * Reads glossary/sources.yaml.
 * @throws GlossaryError naming the file, the field and the reason
 */
export function parseSources(yaml: string): Sources {
  const fail: Fail = (field, reason) => {
    throw new GlossaryError('sources.yaml', field, reason);
  };
  return check(sourcesSchema, yamlOf(yaml, fail), fail);
}
