import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { backgroundMessage, panelAnswer, panelRequest, tabMessage } from '../../lib/messages';
import { asPanelRequest, asTabMessage } from '../../lib/tab-guard';

const GOOD_REQUESTS = [
  { type: 'page-terms', rejected: false },
  { type: 'page-terms', rejected: true },
  { type: 'jump-to', frame: 'a', key: 0 },
];
const GOOD_COMMANDS = ['next-term', 'previous-term', 'close-card', 'has-terms'].map((type) => ({ type }));
const BAD = [
  undefined,
  null,
  7,
  'next-term',
  [],
  {},
  { type: 'toString' },
  { type: 'next-term', more: 1 },
  { type: 'page-terms' },
  { type: 'page-terms', rejected: 'yes' },
  { type: 'page-terms', rejected: true, more: 1 },
  { type: 'jump-to', frame: 'a' },
  { type: 'jump-to', frame: 'a', key: -1 },
  { type: 'jump-to', frame: 'a', key: 1.5 },
  { type: 'jump-to', frame: 1, key: 1 },
];

describe('the page side drops what the schemas drop', () => {
  it.each(GOOD_REQUESTS)('allows %j', (message) => {
    expect(asPanelRequest(message)).toEqual(v.parse(panelRequest, message));
  });
  it.each(GOOD_COMMANDS)('allows %j', (message) => {
    expect(asTabMessage(message)).toEqual(v.parse(tabMessage, message));
  });
  it.each([...BAD, ...GOOD_COMMANDS])('%j is no request', (message) => {
    expect(v.safeParse(panelRequest, message).success).toBe(false);
    expect(asPanelRequest(message)).toBeUndefined();
  });
  it.each([...BAD, ...GOOD_REQUESTS])('%j is no command', (message) => {
    expect(v.safeParse(tabMessage, message).success).toBe(false);
    expect(asTabMessage(message)).toBeUndefined();
  });
});

describe('the background', () => {
  it.each([
    { type: 'load-part', part: 'reader' },
    { type: 'lit', concepts: ['platelet'], first: true, again: false },
    { type: 'open-panel', concept: 'platelet' },
    { type: 'kept-elsewhere' },
    { type: 'close-elsewhere' },
    { type: 'has-voice' },
    { type: 'save', concept: 'platelet', on: true },
    { type: 'known', concept: 'platelet', on: false },
    { type: 'wrong', concept: 'platelet', on: true },
    { type: 'words', language: 'es' },
  ])('allows %j', (message) => expect(v.parse(backgroundMessage, message)).toEqual(message));
  it.each([
    ...BAD,
    { type: 'load-part', part: 'evil' },
    { type: 'load-part', part: '../reader' },
    { type: 'lit', concepts: 12, first: true, again: false },
    { type: 'words', language: '../en' },
    { type: 'words' },
    { type: 'lit', concepts: Array(1001).fill('platelet'), first: true, again: false },
    { type: 'lit', concepts: ['platelet'], first: true },
    { type: 'open-panel', concept: '<b>' },
    { type: 'save', concept: 'platelet' },
    { type: 'save', concept: 'x'.repeat(101), on: true },
  ])('drops %j', (message) => expect(v.safeParse(backgroundMessage, message).success).toBe(false));
});

describe('popup and panel', () => {
  const term = { key: 1, concept: 'platelet', text: 'platelets', section: 0, lit: true };
  const passed = { ...term, lit: false, reason: { code: 'near-other', words: ['EPSG'], about: 'maps' } };
  const answer = {
    type: 'page-terms',
    frame: 'f',
    top: true,
    sections: [''],
    terms: [term],
    rejected: [passed],
  };
  it('allow an answer', () => expect(v.parse(panelAnswer, answer)).toEqual(answer));
  it.each([
    { ...answer, type: 'other' },
    { ...answer, terms: [{ ...term, key: 'x' }] },
    { ...answer, terms: undefined },
    { ...answer, rejected: [{ ...passed, reason: 'Clear.' }] },
    { ...answer, rejected: [{ ...passed, reason: { ...passed.reason, code: 'toString' } }] },
    { ...answer, more: 1 },
  ])('drop a wrong one', (wrong) => expect(v.safeParse(panelAnswer, wrong).success).toBe(false));
});
