import { GLOSSARY_LANGUAGE } from './glossary-language';
import { DangerIcon } from './icons';

/** The sentence that says when to tell the care team right away. */
export function Danger({ text }: { text: string }) {
  return (
    <p class="tl-danger">
      <DangerIcon />
      <span lang={GLOSSARY_LANGUAGE}>{text}</span>
    </p>
  );
}
