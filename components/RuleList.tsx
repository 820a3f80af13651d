import { useRef } from 'preact/hooks';
import { useFocusInList } from '../lib/hooks';
import { IconButton } from './IconButton';
import { CloseIcon } from './icons';

export interface Rule {
  key: string;
  /** What it is about: a term, a site, an address. */
  name: string;
  /** The name's language, if it is in one. */
  lang?: string;
  /** What holds there. */
  text?: string;
}

interface Props {
  title: string;
  /** Shown where there is no rule. */
  empty: string;
  rules: Rule[];
  /** Names the button that takes a rule back. */
  removeLabel(rule: Rule): string;
  onRemove(rule: Rule): void;
}

/** Rules that the reader made, each with a way to take it back. */
export function RuleList({ title, empty, rules, removeLabel, onRemove }: Props) {
  const field = useRef<HTMLDivElement>(null);
  const expectChange = useFocusInList(
    rules.map(({ key }) => key),
    (place) => field.current?.querySelectorAll('button')[place] ?? field.current?.querySelector('h3'),
  );
  return (
    <div class="tl-field" ref={field}>
      <h3 tabIndex={-1}>{title}</h3>
      {!rules.length && <p class="tl-hint">{empty}</p>}
      <ul class="tl-rows">
        {rules.map((rule) => (
          <li key={rule.key}>
            <span class="tl-row">
              <span class="tl-row-text" lang={rule.lang}>
                {rule.name}
              </span>
              {rule.text && <span class="tl-row-note">{rule.text}</span>}
            </span>
            <IconButton
              label={removeLabel(rule)}
              onClick={() => {
                expectChange();
                onRemove(rule);
              }}
            >
              <CloseIcon />
            </IconButton>
          </li>
        ))}
      </ul>
    </div>
  );
}
