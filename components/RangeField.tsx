import { useId } from 'preact/hooks';

interface Props {
  label: string;
  hint?: string;
  min: number;
  max: number;
  value: number;
  /** The value in words. */
  text: string;
  onChange(value: number): void;
}

/** A number on a scale. */
export function RangeField({ label, hint, min, max, value, text, onChange }: Props) {
  const id = useId();
  return (
    <div class="tl-field">
      <label for={id}>{label}</label>
      {hint && (
        <p id={`${id}-hint`} class="tl-hint">
          {hint}
        </p>
      )}
      <div class="tl-range">
        <input
          id={id}
          type="range"
          min={min}
          max={max}
          value={value}
          aria-describedby={hint ? `${id}-hint` : undefined}
          aria-valuetext={text}
          onInput={(event) => onChange(event.currentTarget.valueAsNumber)}
        />
        <output for={id}>{text}</output>
      </div>
    </div>
  );
}
