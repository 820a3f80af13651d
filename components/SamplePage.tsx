import { GLOSSARY_LANGUAGE } from './glossary-language';

interface Props {
  label: string;
  blocks: { heading: boolean; pieces: { text: string; lit: boolean }[] }[];
  style: 'underline' | 'tint' | 'both';
}

/** A piece of an article with its lit terms, for trying settings out. */
export function SamplePage({ label, blocks, style }: Props) {
  return (
    <section class={`tl-sample tl-sample-${style}`} aria-label={label} lang={GLOSSARY_LANGUAGE}>
      {blocks.map(({ heading, pieces }, i) => {
        const content = pieces.map(({ text, lit }) => (lit ? <mark>{text}</mark> : text));
        return heading ? <h3 key={i}>{content}</h3> : <p key={i}>{content}</p>;
      })}
    </section>
  );
}
