import { useId } from 'preact/hooks';

interface Props<V extends string> {
  /** Names the choice, for assistive technology. */
  label: string;
  options: { value: V; label: string }[];
  value: V;
  onChange(value: V): void;
}

/** A choice among a few, side by side: radio buttons, so the browser's own keys work. */
export function Tabs<V extends string>({ label, options, value, onChange }: Props<V>) {
  const name = useId();
  return (
    <fieldset class="tl-segments">
      <legend class="tl-unseen">{label}</legend>
      {options.map((option) => (
        <label key={option.value} class="tl-segment">
          <input
            type="radio"
            name={name}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
