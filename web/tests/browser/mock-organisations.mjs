import { problem } from './problems.mjs';

const at = '2026-03-01T10:00:00Z';
const until = '2026-03-08T10:00:00Z';

/** Organisations that Ada belongs to, and one that asks her in by a letter. */
export function mockOrganisations() {
  const organisations = { all: [], members: [{ userId: 'user_ada', role: 'owner', since: at }, { userId: 'user_ben123', role: 'viewer', since: at, email: 'ben@example.com' }], invitations: [], letter: 'once_letter', version: 0, assets: [], asked: [], moves: [], left: false };
  const made = (name, role) => ({ id: `org_${organisations.all.length + 1}`, name, role, members: organisations.members.length, disabled: false, createdAt: at });
  const add = (name, role) => organisations.all[organisations.all.push(made(name, role)) - 1];

  organisations.add = add;

  /** What is asked for an organisation: refused to whoever is no member, or of what organisations don't have. */
  organisations.act = ({ method, path, headers }) => {
    const account = headers['account-id'];
    organisations.asked.push([path, account]);
    if (account === undefined) return undefined;
    if (path.endsWith('/move')) return undefined;
    if (organisations.left || !organisations.all.some(({ id }) => id === account)) return problem(403, 'organisation.not_member', 'You don’t belong to this organisation. Act for one that you are a member of.');
    return `${method} ${path}` === 'GET /assets' ? [200, { items: organisations.assets }] : undefined;
  };

  organisations.answer = ({ method, path, body, headers, session }) => {
    const [, moved] = /^\/(?:assets|channels)\/([^/]+)\/move$/.exec(path) ?? [];
    if (moved) {
      organisations.moves.push([moved, body.to]);
      return moved.startsWith('asset') ? [200, { id: moved, accountId: body.to, moved: true }] : [202, { id: moved, accountId: body.to, moved: false }];
    }
    if (!/^\/(organisations|invitations)(\/|$)/.test(path)) return undefined;
    if (!session) return problem(401, 'auth.required', 'Send an access token.');
    const [, , id, part, of] = path.split('/');
    const organisation = organisations.all.find((each) => each.id === id);
    const etag = { etag: `"${organisations.version}"` };
    const changed = () => method === 'PATCH' && headers['if-match'] !== etag.etag && problem(412, 'organisation.changed', 'The organisation was changed meanwhile. Read it again and repeat the change.');
    switch (`${method} ${path.replace(id, '*').replace(of, '*')}`) {
      case 'GET /invitations':
        return [200, { items: [] }];
      case 'POST /invitations/*':
        if (body.token !== organisations.letter) return problem(404, 'organisation.invitation_invalid', 'This invitation was answered or withdrawn, is too old, or is not for you. Ask for another.');
        organisations.letter = undefined;
        return id === 'accept' ? [200, add('Walks Ltd', 'owner')] : [204];
    }
    if (id && !organisation) return problem(404, 'organisation.not_found', 'There is no such organisation, or you are no member of it.');
    if (changed()) return changed();
    const member = organisations.members.find((each) => each.userId === of);
    switch (`${method} ${part ?? (id ? 'one' : 'all')}`) {
      case 'GET all':
        return [200, { items: organisations.all }];
      case 'POST all':
        return [201, add(body.name, 'owner'), etag];
      case 'GET one':
        return [200, organisation, etag];
      case 'POST deletion':
        organisation.deletionDueAt = until;
        return [202, { dueAt: until }];
      case 'DELETE deletion':
        delete organisation.deletionDueAt;
        return [204];
      case 'PATCH one':
        organisations.version++;
        return [200, Object.assign(organisation, body)];
      case 'GET members':
        return [200, { items: organisations.members }, etag];
      case 'PATCH members':
        if (member.userId === 'user_ada') return problem(409, 'organisation.last_owner', 'An organisation always has an owner. Make somebody else one first.');
        organisations.version++;
        Object.assign(member, body);
        return [200, organisation];
      case 'DELETE members':
        organisations.members = organisations.members.filter((each) => each !== member);
        return [204];
      case 'GET invitations':
        return [200, { items: organisations.invitations }];
      case 'POST invitations':
        if (body.email.startsWith('ben')) return problem(409, 'organisation.already_member', 'This user is a member already. Change their role instead.');
        organisations.invitations.unshift({ id: `invitation_${organisations.invitations.length}`, ...body, state: 'open', invitedBy: 'user_ada', createdAt: at, expiresAt: until });
        return [201, organisations.invitations[0]];
      case 'DELETE invitations':
        organisations.invitations.find((each) => each.id === of).state = 'withdrawn';
        return [204];
    }
    return undefined;
  };
  return organisations;
}
