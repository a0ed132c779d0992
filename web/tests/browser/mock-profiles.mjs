import { problem } from './problems.mjs';

/** What Ada says of herself. */
export function mockProfiles() {
  const profiles = { said: {}, role: 'creator', preferences: { autoplay: true, captions: false, theme: 'system' }, privacy: {}, picture: undefined };
  let version = 0;
  const me = () => ({
    id: 'user_ada', role: profiles.role, email: 'ada@example.com', ...profiles.said, ...(profiles.picture ? { avatar: '/api/people/user_ada/avatar' } : {}),
    preferences: profiles.preferences, privacy: profiles.privacy,
  });
  const tagged = () => [200, me(), { etag: `"${version}"` }];

  profiles.answer = ({ method, path, body, bytes, headers, known }) => {
    const person = /^\/people\/([^/]+)(\/.+)?$/.exec(path);
    if (person?.[2] === '/avatar') return [302, undefined, { location: '/media/poster.jpg' }];
    if (person?.[2] === '/playlists') return [200, { items: [] }];
    if (person) return decodeURIComponent(person[1]) === '@ada' ? [200, { id: 'user_ada', createdAt: '2026-03-01T10:00:00Z', ...profiles.said }] : problem(404, 'profile.not_found', 'There is no such profile. Check the id or handle.');
    if (!/^\/me(\/|$)/.test(path)) return undefined;
    if (!known) return problem(401, 'auth.required', 'Send an access token.');
    switch (`${method} ${path}`) {
      case 'PATCH /me': {
        if (headers['if-match'] && headers['if-match'] !== `"${version}"`) return problem(412, 'profile.changed', 'The profile was changed meanwhile. Read it again, then repeat the change.');
        if (body.handle === 'taken') return problem(409, 'profile.handle_taken', 'Somebody else has this handle, or had it lately. Choose another one.');
        const { preferences, privacy, ...said } = body;
        Object.assign(profiles.said, said, said.handle ? { handleChangeableAt: '2099-01-01T00:00:00Z' } : {});
        for (const name of Object.keys(said)) if (said[name] === null) delete profiles.said[name];
        Object.assign(profiles.preferences, preferences);
        Object.assign(profiles.privacy, privacy);
        version++;
        break;
      }
      case 'PUT /me/avatar':
        profiles.picture = bytes;
        version++;
        break;
      case 'DELETE /me/avatar':
        profiles.picture = undefined;
        version++;
        return [204];
    }
    return tagged();
  };
  return profiles;
}
