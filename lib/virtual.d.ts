declare module 'virtual:termlight/forms' {
  const forms: import('../glossary/compile').FormTable;
  export default forms;
}
declare module 'virtual:termlight/cues' {
  const cues: import('../glossary/compile').Cues[];
  export default cues;
}
declare module 'virtual:termlight/cards' {
  const cards: import('../glossary/compile').Card[];
  export default cards;
}
declare module 'virtual:termlight/names' {
  const names: import('../glossary/compile').CardName[];
  export default names;
}
