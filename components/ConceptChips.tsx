interface Props {
  /** Names the list, for assistive technology. */
  label: string;
  concepts: { id: string; term: string }[];
  /** Called with the concept id of the chip that was pressed. */
  onOpen(id: string): void;
}

/** Concepts as a row of buttons. */
export function ConceptChips({ label, concepts, onOpen }: Props) {
  return (
    <ul class="tl-chips" aria-label={label}>
      {concepts.map(({ id, term }) => (
        <li key={id}>
          <button type="button" class="tl-chip" onClick={() => onOpen(id)}>
            {term}
          </button>
        </li>
      ))}
    </ul>
  );
}
