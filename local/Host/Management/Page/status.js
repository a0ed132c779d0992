const api = '/runtime/webhooks/durabletask/instances';
const states = ['All', 'Running', 'Completed', 'Failed', 'Terminated', 'Suspended'];
const list = document.querySelector('#list');
const detail = document.querySelector('#detail');
const note = document.querySelector('#note');
let filter = 'All';
let shown = decodeURIComponent(location.hash.slice(1));

/** An element; children that are strings become text, never markup. */
function make(tag, props = {}, ...children) {
  const element = Object.assign(document.createElement(tag), props);
  element.append(...children);
  return element;
}

async function fetchJson(url) {
  const answer = await fetch(url, { headers: { accept: 'application/json' } });
  if (!answer.ok) throw new Error(answer.status === 401 ? 'The key is missing or wrong: open this page with ?code=…' : `The host answered ${answer.status}.`);
  return answer.json();
}

const seconds = (from, to) => Math.max(0, (new Date(to) - new Date(from)) / 1000);
const duration = (value) => (value < 60 ? `${value.toFixed(value < 10 ? 1 : 0)} s` : `${Math.floor(value / 60)} min ${Math.round(value % 60)} s`);

function showFilters() {
  document.querySelector('#filters').replaceChildren(...states.map((state) => {
    const button = make('button', { type: 'button', onclick: () => { filter = state; showFilters(); refresh(); } }, state);
    button.setAttribute('aria-pressed', String(state === filter));
    return button;
  }));
}

async function showList() {
  const query = filter === 'All' ? '' : `&runtimeStatus=${filter}`;
  const instances = await fetchJson(`${api}?top=100${query}`);
  instances.sort((a, b) => b.createdTime.localeCompare(a.createdTime));
  list.replaceChildren(...instances.map((one) => make(
    'button', { type: 'button', className: `row ${one.runtimeStatus}`, title: one.instanceId, onclick: () => { location.hash = encodeURIComponent(one.instanceId); } },
    make('span', { className: 'state' }, one.runtimeStatus),
    make('span', {}, one.name),
    make('span', {}, one.instanceId),
    make('span', {}, new Date(one.createdTime).toLocaleString()),
    make('span', {}, duration(seconds(one.createdTime, one.lastUpdatedTime))),
  )));
  if (instances.length === 0) list.replaceChildren(make('p', {}, 'Nothing has run yet.'));
}

/** Pairs what was begun with what came back: each pair is a bar. */
function lanes(history, end) {
  const begun = { TaskScheduled: 'Running', SubOrchestrationInstanceCreated: 'Running', TimerCreated: 'timer' };
  const ended = { TaskCompleted: 'Completed', TaskFailed: 'Failed', TimerFired: 'timer', SubOrchestrationInstanceCompleted: 'Completed', SubOrchestrationInstanceFailed: 'Failed' };
  const open = new Map();
  const found = [];
  for (const event of history) {
    if (begun[event.eventType]) {
      const lane = { name: event.name ?? 'timer', from: event.timestamp, to: end, tone: begun[event.eventType], open: true };
      found.push(lane);
      open.set(event.eventId, lane);
    } else if (ended[event.eventType] && open.has(event.eventId)) {
      Object.assign(open.get(event.eventId), { to: event.timestamp, tone: ended[event.eventType], open: false });
      open.delete(event.eventId);
    } else if (event.eventType === 'EventRaised') {
      found.push({ name: `event ${event.name}`, from: event.timestamp, to: event.timestamp, tone: 'Completed event' });
    }
  }
  return found;
}

async function showDetail() {
  detail.hidden = !shown;
  list.hidden = !!shown;
  if (!shown) return;
  const one = await fetchJson(`${api}/${encodeURIComponent(shown)}?showHistory=true&showInput=true`);
  const end = ['Running', 'Pending', 'Suspended'].includes(one.runtimeStatus) ? new Date().toISOString() : one.lastUpdatedTime;
  const total = Math.max(0.001, seconds(one.createdTime, end));
  const place = (time) => `${(100 * seconds(one.createdTime, time)) / total}%`;
  detail.replaceChildren(
    make('button', { type: 'button', className: 'act', onclick: () => { location.hash = ''; } }, '← All workflows'),
    make('h2', { className: `state ${one.runtimeStatus}` }, `${one.name} · ${one.instanceId}`),
    make('p', {}, `${one.runtimeStatus}, began ${new Date(one.createdTime).toLocaleString()}, ${duration(total)}`),
    ...lanes(one.historyEvents, end).map((lane) => {
      const bar = make('div', { className: `bar ${lane.tone}`, title: `${lane.name}: ${duration(seconds(lane.from, lane.to))}` }, lane.tone.includes('event') ? '' : duration(seconds(lane.from, lane.to)));
      bar.style.left = place(lane.from);
      if (!lane.tone.includes('event')) bar.style.width = `${(100 * seconds(lane.from, lane.to)) / total}%`;
      return make('div', { className: 'lane' }, make('span', { title: lane.name }, lane.name), make('div', { className: 'track' }, bar));
    }),
    make('h2', {}, 'Data'),
    make('pre', {}, JSON.stringify({ input: one.input, customStatus: one.customStatus, output: one.output }, null, 2)),
  );
}

async function refresh() {
  try {
    await (shown ? showDetail() : showList());
    detail.hidden = !shown;
    list.hidden = !!shown;
    note.textContent = '';
  } catch (error) {
    note.textContent = error.message;
  }
}

addEventListener('hashchange', () => { shown = decodeURIComponent(location.hash.slice(1)); refresh(); });
showFilters();
refresh();
setInterval(() => { if (!document.hidden) refresh(); }, 2000);
