import type { ComponentChildren } from 'preact';

interface Props {
  /** Its name, for assistive technology and as a tooltip. */
  label: string;
  children: ComponentChildren;
  /** For a button that stays down: whether it is. */
  pressed?: boolean;
  disabled?: boolean;
  onClick(): void;
}

/** A button that shows an icon only. */
export function IconButton({ label, children, pressed, disabled, onClick }: Props) {
  return (
    <button
      type="button"
      class="tl-icon-button"
      aria-label={label}
      title={label}
      aria-pressed={pressed}
      // Not `disabled`: a button that goes dead under the finger would throw the focus out of the card.
      aria-disabled={disabled}
      onClick={() => !disabled && onClick()}
    >
      {children}
    </button>
  );
}
