import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface Props {
  label: ComponentChildren;
  /** What it does, in a sentence. */
  hint?: ComponentChildren;
  on: boolean;
  disabled?: boolean;
  onChange(on: boolean): void;
}

/** An on/off switch with its explanation. */
export function Switch({ label, hint, on, disabled, onChange }: Props) {
  const id = useId();
  return (
    <div class={disabled ? 'tl-switch tl-faint' : 'tl-switch'}>
      <div>
        <label for={id}>{label}</label>
        {hint && (
          <p id={`${id}-hint`} class="tl-hint">
            {hint}
          </p>
        )}
      </div>
      <input
        id={id}
        type="checkbox"
        role="switch"
        checked={on}
        aria-checked={on}
        disabled={disabled}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    </div>
  );
}
