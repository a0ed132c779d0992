import { describe, expect, it } from 'vitest';
import type { Comment, Me } from '../../src/api/generated';
import { middleOf } from '../../src/session/portrait';
import { Myself } from '../../src/session/myself';
import { profileChange, profileFields, profileForm } from '../../src/session/profile';
import { authorText } from '../../src/social/text';
import { rolesGivenBy } from '../../src/ui/words';

const me = (change: Partial<Me> = {}): Me => ({ id: 'user_a', role: 'viewer', preferences: { theme: 'system', autoplay: true }, privacy: {}, ...change });

describe('What somebody says of themselves', () => {
  const before = profileFields(me({ handle: 'ada', name: 'Ada', bio: 'Of engines.' }));

  it('is changed where it differs, and cleared where it is empty', () => {
    expect(profileChange(before, { ...before })).toEqual({});
    expect(profileChange(before, { ...before, name: 'Ada L.', bio: '', location: 'London' })).toEqual({ name: 'Ada L.', bio: null, location: 'London' });
    expect(profileChange(before, { ...before, theme: 'dark', hidden: true })).toEqual({ preferences: { theme: 'dark' }, privacy: { hidden: true } });
    expect(profileChange(before, { ...before, autoplay: false })).toEqual({ preferences: { autoplay: false } });
  });

  it('is what the form has: boxes that are not ticked are absent, and an @ is no part of a handle', () => {
    const data = new FormData();
    for (const [name, value] of [['handle', ' @ada '], ['name', 'Ada'], ['bio', ''], ['theme', 'light'], ['hidden', 'on']] as const) data.append(name, value);
    expect(profileForm(data)).toEqual({ handle: 'ada', name: 'Ada', bio: '', location: '', language: '', theme: 'light', autoplay: false, hidden: true });
  });
});

describe('A picture', () => {
  it('is the largest square in the middle', () => {
    expect([middleOf(640, 360), middleOf(99, 200), middleOf(5, 5)]).toEqual([{ x: 140, y: 0, side: 360 }, { x: 0, y: 50, side: 99 }, { x: 0, y: 0, side: 5 }]);
  });
});

describe('Whoever is there', () => {
  it('is asked about once while it is them, and again when it could not be had', async () => {
    let [asked, fails] = [0, false];
    const myself = new Myself(async () => (asked++, fails ? Promise.reject(new Error()) : me({ id: `user_${asked}` })));
    await myself.look('a');
    await myself.look('a');
    expect([asked, myself.me?.id]).toEqual([1, 'user_1']);
    fails = true;
    await myself.look('b');
    expect([asked, myself.me]).toEqual([2, undefined]);
    fails = false;
    await myself.look('b');
    expect([asked, myself.me?.id]).toEqual([3, 'user_3']);
    await myself.look('');
    expect([asked, myself.me]).toEqual([3, undefined]);
  });

  it('who left meanwhile is not taken for who came', async () => {
    const waiting: ((value: Me) => void)[] = [];
    const myself = new Myself(() => new Promise((resolve) => waiting.push(resolve)));
    const first = myself.look('a');
    const second = myself.look('b');
    waiting[1]!(me({ id: 'user_b' }));
    await second;
    waiting[0]!(me({ id: 'user_a' }));
    await first;
    expect(myself.me?.id).toBe('user_b');
  });
});

describe('Roles in an organisation', () => {
  it('are given by owners and, but for the higher ones, by admins', () => {
    const given = (role?: 'viewer' | 'editor' | 'admin' | 'owner') => rolesGivenBy(role).map(([each]) => each);
    expect([given('owner'), given('admin'), given('editor'), given()]).toEqual([['viewer', 'editor', 'admin', 'owner'], ['viewer', 'editor'], [], []]);
  });
});

describe('An author', () => {
  it('is called as they call themselves', () => {
    const by = (change: Partial<Comment>) => authorText({ mine: false, byOwner: false, state: 'visible', authorId: 'user_0123456789', ...change } as Comment);
    expect([by({ author: { name: 'Ada', handle: 'ada' } }), by({ author: { handle: 'ada' } }), by({ author: { name: 'Ada' }, mine: true }), by({ author: {} })]).toEqual(['Ada', '@ada', 'You', 'Viewer 456789']);
    expect(by({ author: { name: 'Ada' }, state: 'deleted' })).toBe('Somebody');
  });
});
