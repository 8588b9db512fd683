import { describe, expect, it, vi } from 'vitest';
import type { Handlers } from './services.ts';
import { fail, ok } from '../core/model/result.ts';
import { createDoor } from './door.ts';
import { isOurPage } from './ipc.ts';
import { pageAddress } from './page-files.ts';

const doorOf = (handlers: Partial<Handlers>, checkOutput = true) =>
  createDoor(handlers as Handlers, { checkOutput });

describe('the door', () => {
  it('lets a declared call with the declared input through', async () => {
    const cancel = vi.fn<Handlers['cancel']>(async () => ok({}));
    expect(await doorOf({ cancel })('cancel', {})).toEqual(ok({}));
    expect(cancel).toHaveBeenCalledWith({});
  });

  it.each([['toString'], ['__proto__'], ['constructor'], [undefined], [7], [['cancel']], ['exec']])(
    'refuses a call that is not declared: %j',
    async (name) => {
      expect(await doorOf({})(name, {})).toMatchObject({ ok: false, problem: { code: 'bug' } });
    },
  );

  it.each([[undefined], [null], [{ extra: 1 }], ['{}']])(
    'refuses an input that is not the declared one: %j',
    async (input) => {
      const cancel = vi.fn<Handlers['cancel']>(async () => ok({}));
      const answer = await doorOf({ cancel })('cancel', input);
      expect(answer).toMatchObject({ ok: false, problem: { code: 'bug' } });
      expect(cancel).not.toHaveBeenCalled();
    },
  );

  it('hands on a problem as it is', async () => {
    const cancel = async () => fail('already-running');
    expect(await doorOf({ cancel })('cancel', {})).toEqual(fail('already-running'));
  });

  it('turns a throw into a problem', async () => {
    vi.spyOn(console, 'error').mockReturnValue();
    const cancel = () => Promise.reject(new Error('oops'));
    expect(await doorOf({ cancel })('cancel', {})).toEqual(fail('bug', { message: 'oops' }));
  });

  it('checks answers in development only', async () => {
    const copySummary = async () => ok('not an object' as unknown as Record<string, never>);
    expect(await doorOf({ copySummary })('copySummary', { id: 'x' })).toMatchObject({ ok: false });
    expect(await doorOf({ copySummary }, false)('copySummary', { id: 'x' })).toMatchObject({ ok: true });
  });
});

describe('the page that may call', () => {
  it('is the top of our own window and nothing else', () => {
    const page = { url: pageAddress, frameTreeNodeId: 1 };
    expect(isOurPage(page, page)).toBe(true);
    expect(isOurPage({ ...page, frameTreeNodeId: 2 }, page)).toBe(false);
    expect(isOurPage(null, page)).toBe(false);
    const elsewhere = { ...page, url: 'https://window/index.html' };
    expect(isOurPage(elsewhere, elsewhere)).toBe(false);
  });
});
