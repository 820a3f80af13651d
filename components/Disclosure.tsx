import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { MoreIcon } from './icons';

/** A button that shows and hides what belongs to it. */
export function Disclosure({ label, children }: { label: string; children: ComponentChildren }) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const content = useRef<HTMLDivElement>(null);
  // What was asked for may begin below the part of the card that is seen.
  useLayoutEffect(() => {
    if (open) content.current?.querySelector('p, li')?.scrollIntoView({ block: 'nearest' });
  }, [open]);
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
      <div id={id} ref={content} hidden={!open}>
        {open && children}
      </div>
    </div>
  );
}
