import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { MoreIcon } from './icons';

/** A button that shows and hides what belongs to it. */
export function Disclosure({ label, children }: { label: string; children: ComponentChildren }) {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <div class="tl-disclosure">
      <button
        type="button"
        class="tl-disclose"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        <MoreIcon />
        {label}
      </button>
      <div id={id} hidden={!open}>
        {open && children}
      </div>
    </div>
  );
}
