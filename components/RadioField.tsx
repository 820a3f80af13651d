import { useId } from 'preact/hooks';

interface Props<V extends string> {
  label: string;
  hint?: string;
  /** `lang`: of the label, where it is not the document's. */
  options: { value: V; label: string; hint?: string; lang?: string }[];
  value: V;
  onChange(value: V): void;
}

/** A choice with an explanation for each option. */
export function RadioField<V extends string>({ label, hint, options, value, onChange }: Props<V>) {
  const name = useId();
  return (
    <fieldset class="tl-field">
      <legend>{label}</legend>
      {hint && <p class="tl-hint">{hint}</p>}
      {options.map((option) => (
        <label key={option.value} class="tl-choice">
          <input
            type="radio"
            name={name}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          <span lang={option.lang}>
            {option.label}
            {option.hint && <span class="tl-hint">{option.hint}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
