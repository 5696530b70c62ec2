// Tells a learning system (SCORM 1.2 or 2004) what the learner did. Finds its API in the frames above or in the opener; without one the page works as it is.
(function () {
  "use strict";
  const setting = JSON.parse(document.getElementById("data").textContent).report;
  const v2004 = setting.version === "2004";
  const names = v2004
    ? { api: "API_1484_11", start: "Initialize", end: "Terminate", get: "GetValue", set: "SetValue", commit: "Commit", error: "GetLastError" }
    : { api: "API", start: "LMSInitialize", end: "LMSFinish", get: "LMSGetValue", set: "LMSSetValue", commit: "LMSCommit", error: "LMSGetLastError" };
  const within = (from) => {
    // A frame of another origin throws when it is looked into: then there is no API that way.
    try {
      for (let at = from, depth = 0; at && depth < 500; depth += 1) {
        if (at[names.api]) return at[names.api];
        if (at.parent === at) return null;
        at = at.parent;
      }
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
    }
    return null;
  };
  const found = () => {
    let opener = null;
    try { opener = window.opener || window.top.opener; } catch (error) { if (!(error instanceof DOMException)) throw error; }
    return within(window) || (opener ? within(opener) : null);
  };
  const api = found();
  if (!api || String(api[names.start]("")) !== "true") return;
  const began = Date.now();
  const get = (name) => String(api[names.get](name));
  const set = (name, value) => String(api[names.set](name, String(value))) === "true";
  const decimal = (n) => String(Math.round(n * 100) / 100);
  const two = (n) => String(Math.floor(n)).padStart(2, "0");
  const spell = (seconds, hours) => {
    const s = Math.max(0, Math.round(seconds * 100) / 100);
    if (v2004) return "PT" + Math.floor(s / 3600) + "H" + Math.floor((s % 3600) / 60) + "M" + decimal(s % 60) + "S";
    return String(Math.floor(s / 3600)).padStart(hours, "0") + ":" + two((s % 3600) / 60) + ":" + two(s % 60) + "." + two(Math.round((s % 1) * 100) % 100);
  };
  const key = v2004
    ? { mode: "cmi.mode", status: "cmi.completion_status", score: "cmi.score", time: "cmi.session_time", exit: "cmi.exit", mark: "cmi.scaled_passing_score" }
    : { mode: "cmi.core.lesson_mode", status: "cmi.core.lesson_status", score: "cmi.core.score", time: "cmi.core.session_time", exit: "cmi.core.exit", mark: "cmi.student_data.mastery_score" };
  const counts = !["browse", "review"].includes(get(key.mode));
  const before = get(key.status);
  const wanted = parseFloat(get(key.mark));
  const pass = Number.isFinite(wanted) ? (v2004 ? wanted : wanted / 100) : setting.pass;
  let over = ["passed", "completed", "failed"].includes(before), ended = false;
  const kept = (() => {
    try { return JSON.parse(get("cmi.suspend_data") || "{}"); } catch (error) { if (!(error instanceof SyntaxError)) throw error; return {}; }
  })();
  if (counts && !over) set(key.status, "incomplete");
  const keep = (answers) => {
    // SCORM 1.2 holds 4,096 characters: when all answers are too long, their shares alone are kept.
    const room = v2004 ? 60000 : 4000;
    const full = JSON.stringify({ a: Object.fromEntries(Object.entries(answers).map(([id, x]) => [id, { s: x.s, r: x.r }])) });
    set("cmi.suspend_data", full.length <= room ? full : JSON.stringify({ a: Object.fromEntries(Object.entries(answers).map(([id, x]) => [id, { s: x.s }])) }).slice(0, room));
  };
  const word = (text) => String(text).replace(/\[[.,:]\]|\{[^}]*\}/g, " ").replace(/\s+/g, " ").trim().slice(0, v2004 ? 240 : 200);
  const types = { multiple_choice: "choice", multiple_answer: "choice", cloze: "fill-in", short_answer: "fill-in", matching: "matching", ordering: "sequencing", numeric: "numeric" };
  const comma = v2004 ? "[,]" : ",", dot = v2004 ? "[.]" : ".";
  const spelled = (q, response) => {
    if (q.kind === "matching") return response.map((k, i) => i + 1 + dot + k).join(comma);
    if (q.kind === "cloze" || q.kind === "short_answer") return response.map(word).join(comma).slice(0, v2004 ? 4000 : 255);
    return q.kind === "numeric" ? typedNumber(response[0]) : response.join(comma);
  };
  const typedNumber = (text) => { const n = window.readNumber(text); return Number.isFinite(n) ? String(n) : "0"; };
  const patterns = (q) => {
    if (q.kind === "numeric") return [v2004 ? q.number - q.tolerance + "[:]" + (q.number + q.tolerance) : String(q.number)];
    if (q.right) return [spelled(q, q.right)];
    let all = [[]];
    for (const gap of q.gaps) all = all.flatMap((head) => gap.map((w) => [...head, w])).slice(0, 8);
    return all.map((p) => (v2004 ? "{case_matters=false}" : "") + spelled(q, p));
  };
  const interaction = (q, out, seconds, share) => {
    const at = "cmi.interactions." + (parseInt(get("cmi.interactions._count"), 10) || 0) + ".";
    const now = new Date();
    set(at + "id", setting.lesson + "." + q.id);
    set(at + "type", types[q.kind]);
    set(at + "objectives.0.id", q.objective);
    patterns(q).forEach((p, i) => set(at + "correct_responses." + i + ".pattern", p));
    set(at + "weighting", q.points);
    set(at + (v2004 ? "learner_response" : "student_response"), spelled(q, out.response));
    set(at + "result", share >= 0.9999 ? "correct" : share > 0 ? decimal(share) : v2004 ? "incorrect" : "wrong");
    set(at + "latency", spell(seconds, 4));
    if (v2004) {
      set(at + "timestamp", now.toISOString().slice(0, 21) + "Z");
      set(at + "description", word(q.prompt));
    } else set(at + "time", two(now.getHours()) + ":" + two(now.getMinutes()) + ":" + two(now.getSeconds()));
  };
  const scored = (state) => {
    const share = state.of ? state.got / state.of : 1;
    set(key.score + ".min", 0);
    set(key.score + ".max", v2004 ? state.of : 100);
    set(key.score + ".raw", v2004 ? decimal(state.got) : decimal(share * 100));
    if (v2004) {
      set("cmi.score.scaled", Math.round(share * 10000) / 10000);
      set("cmi.progress_measure", Math.round((state.answered / state.count) * 10000) / 10000);
    }
    if (state.answered < state.count) return;
    over = true;
    const passed = share >= pass - 1e-9;
    if (v2004) set("cmi.success_status", passed ? "passed" : "failed");
    set(key.status, v2004 ? "completed" : passed ? "passed" : "failed");
  };
  const commit = () => api[names.commit]("");
  const end = () => {
    if (ended) return;
    ended = true;
    set(key.time, spell((Date.now() - began) / 1000, 4));
    set(key.exit, over ? (v2004 ? "normal" : "") : "suspend");
    commit();
    api[names.end]("");
  };
  addEventListener("pagehide", end);
  addEventListener("beforeunload", end);
  addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
  window.report = {
    pass,
    saved: () => kept.a || {},
    over: () => over,
    answered(q, out, seconds, state) {
      if (!counts || ended) return;
      interaction(q, out, seconds, out.share);
      scored(state);
      keep(state.answers);
      commit();
    },
    finished() {
      if (!counts || ended || over) return;
      over = true;
      if (v2004) { set("cmi.success_status", "passed"); set("cmi.progress_measure", 1); }
      set(key.status, "completed");
      commit();
    },
  };
})();
