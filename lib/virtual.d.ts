declare module 'virtual:termlight/forms' {
  const forms: import('../glossary/form-table').FormTable;
  export default forms;
}
declare module 'virtual:termlight/context' {
  const context: import('../glossary/cues').ContextTable;
  export default context;
}
declare module 'virtual:termlight/cards' {
  const cards: import('../glossary/compile').Card[];
  export default cards;
}
declare module 'virtual:termlight/names' {
  const names: import('../glossary/compile').CardName[];
  export default names;
}
declare module 'virtual:termlight/card-lines' {
  /** What `packCards` makes of the cards. */
  const lines: string;
  export default lines;
}
declare module 'virtual:termlight/changelog' {
  /** CHANGELOG.md, newest first. */
  const releases: { heading: string; points: string[] }[];
  export default releases;
}
