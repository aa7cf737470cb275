// What the page asks of the server, and what the server tells the page.

async function answer(promise) {
  let response;
  try {
    response = await promise;
  } catch {
    return {error: "no-answer"};
  }
  if (response.status === 413) return {error: "too-large"};
  try {
    return await response.json();
  } catch {
    return {error: `http-${response.status}`};
  }
}

/** The state of the playground: clock, people, bots, faults. */
export const state = () => answer(fetch("/play/state"));

/** Posts JSON to a /play/ route; gives what came back, with `error` when it was refused. */
export const post = (route, said) =>
  answer(fetch(`/play/${route}`, {method: "POST", headers: {"Content-Type": "application/json"}, body: JSON.stringify(said)}));

/** Sends a file as a person. */
export function upload(persona, act, file, caption) {
  const form = new FormData();
  form.set("persona", persona);
  form.set("act", act);
  if (caption) form.set("caption", caption);
  form.set("file", file, file.name);
  return answer(fetch("/play/act", {method: "POST", body: form}));
}

/** Listens for these people's chats. `heard` gets (kind, data); `linked` is told whether the server is there. */
export function listen(keys, heard, linked) {
  const source = new EventSource(`/play/events?people=${keys.map(encodeURIComponent).join(",")}`);
  for (const kind of ["chat", "clock", "people", "faults"]) {
    source.addEventListener(kind, event => heard(kind, JSON.parse(event.data)));
  }
  source.onopen = () => linked(true);
  let again = 0;
  source.onerror = () => {
    linked(false);
    // A browser gives up for good when the answer was an error and not a broken line: ask again ourselves.
    if (source.readyState === EventSource.CLOSED) again = setTimeout(() => { stop = listen(keys, heard, linked); }, 1500);
  };
  let stop = () => { clearTimeout(again); source.close(); };
  return () => stop();
}
