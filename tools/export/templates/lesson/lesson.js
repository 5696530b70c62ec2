// The quiz, and the panel that shows a source. Works from a file: no server, no storage. `window.report` is there in an LMS alone.
(function () {
  "use strict";
  const data = JSON.parse(document.getElementById("data").textContent);
  const words = data.words;
  const report = window.report || null;
  const given = new Map(); // first answers: id -> {share, response}
  const byId = (id) => document.getElementById(id);
  const say = (text, values) => text.replace(/\{(\w+)\}/g, (all, name) => (name in values ? String(values[name]) : all));
  const line = (tag, className, text) => {
    const made = document.createElement(tag);
    made.className = className;
    made.textContent = text;
    return made;
  };
  const round = (n) => Math.round(n * 100) / 100;
  const plain = (text) =>
    text.normalize("NFKC").toLowerCase().replace(/[\u2018\u2019\u02bc]/g, "'").replace(/\s+/g, " ").replace(/^[\s"'“”„«»¿¡]+|[\s"'“”„«».,;:!?。，！？；：]+$/g, "");
  const number = (text) => {
    let t = text.normalize("NFKC").replace(/[\s'’_]/g, "").replace(/[−–]/g, "-").replace(/[^\d.,+\-e]+$/i, "");
    const comma = t.lastIndexOf(","), point = t.lastIndexOf(".");
    if (comma >= 0 && point >= 0) t = comma > point ? t.replace(/\./g, "").replace(",", ".") : t.replace(/,/g, "");
    else if (comma >= 0) t = /^[+-]?[1-9]\d{0,2}(,\d{3})+$/.test(t) && data.thousands === "," ? t.replace(/,/g, "") : t.replace(",", ".");
    else if (point >= 0 && data.thousands === "." && /^[+-]?[1-9]\d{0,2}(\.\d{3})+$/.test(t)) t = t.replace(/\./g, "");
    return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(t) ? Number(t) : NaN;
  };
  window.readNumber = number;
  // Each kind reads the controls: the first that is still empty, the response as a list, and which controls are right.
  const boxes = (form) => [...form.querySelectorAll("fieldset input, fieldset select")];
  const typed = (q, form, fits) => {
    const all = boxes(form);
    const right = all.map((box, i) => fits(box.value, i));
    return { empty: all.find((b) => !b.value.trim()), response: all.map((b) => b.value.trim()), right, share: right.filter(Boolean).length / all.length };
  };
  const chosen = (q, form) => {
    const all = boxes(form);
    const picked = all.filter((b) => b.checked).map((b) => b.value);
    const hits = picked.filter((k) => q.right.includes(k)).length;
    const share = q.kind === "multiple_choice" ? hits : Math.max(0, hits - (picked.length - hits)) / q.right.length;
    return { empty: picked.length ? undefined : all[0], response: picked, right: all.map((b) => (b.checked || q.right.includes(b.value) ? q.right.includes(b.value) : null)), share };
  };
  const accepted = (q, i) => (q.gaps[i] || []).map(plain);
  const read = {
    multiple_choice: chosen,
    multiple_answer: chosen,
    cloze: (q, form) => {
      const order = boxes(form).map((b) => Number(b.name.split("-").pop()) - 1);
      const out = typed(q, form, (value, i) => accepted(q, order[i]).includes(plain(value)));
      out.response = q.gaps.map((_, n) => out.response[order.indexOf(n)] || "");
      return out;
    },
    short_answer: (q, form) => typed(q, form, (value) => accepted(q, 0).includes(plain(value))),
    numeric: (q, form) => typed(q, form, (value) => Math.abs(number(value) - q.number) <= q.tolerance + 1e-9 * Math.max(1, Math.abs(q.number))),
    matching: (q, form) => typed(q, form, (value, i) => value === q.right[i]),
    ordering: (q, form) => {
      const out = typed(q, form, (value, i) => q.right[value - 1] === boxes(form)[i].dataset.key);
      const places = boxes(form).map((b) => b.value);
      out.twice = new Set(places).size < places.length;
      out.response = q.right.map((_, i) => (boxes(form).find((b) => Number(b.value) === i + 1) || { dataset: {} }).dataset.key || "");
      return out;
    },
  };
  const fill = (q, form, response) => {
    const all = boxes(form);
    if (q.kind === "ordering") {
      const left = [...all];
      response.forEach((key, i) => {
        const at = left.findIndex((b) => b.dataset.key === key);
        if (at >= 0) left.splice(at, 1)[0].value = String(i + 1);
      });
    } else if (q.kind === "cloze") all.forEach((b) => { b.value = response[Number(b.name.split("-").pop()) - 1] || ""; });
    else all.forEach((b, i) => { if (b.type === "radio" || b.type === "checkbox") b.checked = response.includes(b.value); else b.value = response[i] || ""; });
  };
  const points = (got, of) => say(of === 1 ? words.point : words.points, { got: round(got), of });
  const show = (q, item, out, counts) => {
    const form = item.querySelector("form"), verdict = form.querySelector(".verdict");
    const level = out.share >= 0.9999 ? "right" : out.share > 0 ? "partly" : "wrong";
    boxes(form).forEach((box, i) => {
      const sign = (box.closest("label") || box.parentElement).querySelector(".sign");
      const holder = box.closest("li, .slot");
      holder.classList.remove("good", "bad");
      if (out.right[i] === null || out.right[i] === undefined) return;
      holder.classList.add(out.right[i] ? "good" : "bad");
      sign.textContent = out.right[i] ? "✓" : "✗";
      if (box.type !== "radio" && box.type !== "checkbox") box.setAttribute("aria-invalid", out.right[i] ? "false" : "true");
    });
    form.querySelector("fieldset").disabled = true;
    verdict.className = "verdict " + level;
    verdict.replaceChildren(line("p", "word", words[level] + (counts ? " · " + points(out.share * q.points, q.points) : "")));
    for (const part of item.querySelectorAll(".key [data-for]")) {
      const about = part.dataset.for;
      if (about === "all" || (about === "right" ? level !== "right" : out.response.includes(about) && q.right)) verdict.append(part.cloneNode(true));
    }
    form.querySelector("button[type=submit]").textContent = words.again;
    form.dataset.done = "1";
  };
  const clear = (form) => {
    delete form.dataset.done;
    form.querySelector("fieldset").disabled = false;
    form.querySelectorAll(".good, .bad").forEach((e) => e.classList.remove("good", "bad"));
    form.querySelectorAll(".sign").forEach((e) => { e.textContent = ""; });
    form.querySelectorAll("[aria-invalid]").forEach((e) => e.removeAttribute("aria-invalid"));
    form.querySelector(".verdict").replaceChildren();
    form.querySelector(".verdict").className = "verdict";
    form.querySelector("button[type=submit]").textContent = words.check;
    form.reset();
  };
  const total = () => data.questions.reduce((sum, q) => sum + q.points, 0);
  const reached = () => data.questions.reduce((sum, q) => sum + (given.has(q.id) ? given.get(q.id).share * q.points : 0), 0);
  const state = () => ({ got: round(reached()), of: total(), answered: given.size, count: data.questions.length, answers: Object.fromEntries(given) });
  const tally = () => {
    byId("bar").value = given.size;
    byId("answered").textContent = say(words.answered, { n: given.size, of: data.questions.length });
    byId("points").textContent = points(reached(), total());
    if (given.size < data.questions.length) return;
    const share = total() ? reached() / total() : 1;
    const passed = share >= (report ? report.pass : data.pass) - 1e-9;
    const result = byId("result");
    result.className = "result " + (passed ? "right" : "partly");
    result.replaceChildren(line("p", "word", say(words.score, { got: round(reached()), of: total(), percent: Math.round(share * 100) })), line("p", "", passed ? words.passed : words.failed));
    byId("restart").hidden = Boolean(report);
  };
  const ask = (q) => {
    const item = document.querySelector('.question[data-id="' + CSS.escape(q.id) + '"]');
    const form = item.querySelector("form");
    let began = 0;
    item.querySelector(".key").hidden = true;
    item.querySelector("[data-worth]").textContent = say(q.points === 1 ? words.worth_one : words.worth, { of: q.points });
    form.addEventListener("focusin", () => { began = began || performance.now(); });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (form.dataset.done) {
        clear(form);
        const first = boxes(form)[0];
        if (first) first.focus();
        return;
      }
      const out = read[q.kind](q, form);
      if (out.empty || out.twice) {
        form.querySelector(".verdict").className = "verdict missing";
        form.querySelector(".verdict").replaceChildren(line("p", "word", out.empty ? words.incomplete : words.each_once));
        if (out.empty) out.empty.focus();
        return;
      }
      const counts = !given.has(q.id);
      if (counts) given.set(q.id, { s: round(out.share), share: out.share, r: out.response });
      show(q, item, out, counts);
      if (!counts) return;
      tally();
      if (report) report.answered(q, out, began ? (performance.now() - began) / 1000 : 0, state());
    });
  };
  const quiz = () => {
    document.querySelector(".tally").hidden = false;
    data.questions.forEach(ask);
    const saved = report ? report.saved() : {};
    for (const q of data.questions) {
      const old = saved[q.id];
      if (!old) continue;
      given.set(q.id, { s: old.s, share: old.s, r: old.r });
      if (!old.r) continue;
      const item = document.querySelector('.question[data-id="' + CSS.escape(q.id) + '"]');
      fill(q, item.querySelector("form"), old.r);
      show(q, item, Object.assign(read[q.kind](q, item.querySelector("form")), { share: old.s }), true);
    }
    tally();
    byId("restart").addEventListener("click", () => {
      given.clear();
      document.querySelectorAll(".question form").forEach(clear);
      byId("result").replaceChildren();
      byId("restart").hidden = true;
      tally();
      byId("quiz").tabIndex = -1;
      byId("quiz").focus();
    });
  };
  const panel = () => {
    const dialog = byId("panel");
    if (!dialog || !dialog.showModal) return;
    document.addEventListener("click", (event) => {
      const link = event.target.closest && event.target.closest("a.ref");
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const place = byId(link.hash.slice(1));
      if (!place) return;
      event.preventDefault();
      byId("panel-name").textContent = link.getAttribute("aria-label");
      byId("panel-body").replaceChildren(...[...place.childNodes].map((n) => n.cloneNode(true)));
      dialog.showModal();
      byId("panel-body").scrollTop = 0;
      const mark = byId("panel-body").querySelector("mark");
      if (mark) mark.scrollIntoView({ block: "nearest" });
    });
    byId("panel-close").addEventListener("click", () => dialog.close());
    dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
  };
  const folded = () => {
    // A closed part is not printed: what learners may see is opened for paper, the answers stay closed.
    let opened = [];
    addEventListener("beforeprint", () => {
      opened = [...document.querySelectorAll("details.long:not([open]), .cards details:not([open])")];
      opened.forEach((d) => { d.open = true; });
    });
    addEventListener("afterprint", () => opened.forEach((d) => { d.open = false; }));
  };
  document.documentElement.classList.add("js");
  panel();
  folded();
  if (data.questions.length) quiz();
  const done = byId("read");
  if (done && report) {
    const finish = () => {
      done.disabled = true;
      byId("result").className = "result right";
      byId("result").replaceChildren(line("p", "word", words.done));
    };
    if (report.over()) finish();
    done.addEventListener("click", () => { report.finished(); finish(); });
  }
})();
