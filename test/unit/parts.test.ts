import { expect, it, vi } from 'vitest';

const sendMessage = vi.fn();
vi.mock('wxt/browser', () => ({ browser: { runtime: { sendMessage } } }));
const { loadPart, offered, offerPart } = await import('../../lib/parts');

it('says which part has not been loaded', () => {
  expect(() => offered('texts')).toThrow('The part "texts" has not been loaded');
});

it('asks for a part once, however many want it', async () => {
  sendMessage.mockImplementation(async ({ part }) => offerPart(part, `what ${part} offers`));
  const got = await Promise.all([loadPart('marks'), loadPart('marks')]);
  expect([...got, await loadPart('marks'), offered('marks')]).toEqual(Array(4).fill('what marks offers'));
  expect(sendMessage).toHaveBeenCalledTimes(1);
});

it('asks again for a part that did not come', async () => {
  sendMessage.mockRejectedValueOnce(new Error('Extension context invalidated.'));
  await expect(loadPart('article')).rejects.toThrow('invalidated');
  sendMessage.mockResolvedValueOnce(false);
  await expect(loadPart('article')).rejects.toThrow('The part "article" did not load');
  sendMessage.mockImplementationOnce(async () => offerPart('article', 'it'));
  expect(await loadPart('article')).toBe('it');
});
