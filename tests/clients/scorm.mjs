// node scorm.mjs PLAYS.json: a learning system (scorm-again) that plays pages in a frame. PLAYS is a list of {name, url, version, how, after?}: HOW is
// right, wrong, half (leaves half-way) or read (no quiz); AFTER names an earlier play whose learner comes back. Prints for each the system's data
// after the learner left, or {fault}.
import { readFileSync } from "node:fs";
import { each } from "./browser.mjs";
import { answer, questions } from "./lesson_answers.mjs";

const lms = (v2004) => readFileSync(new URL(`node_modules/scorm-again/dist/${v2004 ? "scorm2004" : "scorm12"}.min.js`, import.meta.url), "utf8");
const told = new Map();

async function play(browser, { name, url, version, how, after }) {
  const v2004 = version === "2004";
  const page = await (await browser.newContext()).newPage();
  const errors = [];
  page.on("pageerror", (e) => errors.push(String(e)));
  page.on("console", (m) => { if (m.type() === "error") errors.push(m.text()); });
  const shell = new URL("lms.html", url).href;
  await page.route(shell, (route) => route.fulfill({ contentType: "text/html", body: '<!doctype html><title>LMS</title><iframe id="sco" width="1000" height="800"></iframe>' }));
  await page.goto(shell);
  await page.addScriptTag({ content: lms(v2004) });
  await page.evaluate(({ v2004, old }) => {
    const api = v2004 ? new window.Scorm2004API({ autocommit: false, logLevel: 5 }) : new window.Scorm12API({ autocommit: false, logLevel: 5 });
    if (old) api.loadFromJSON(old.cmi, "cmi");
    window.calls = [];
    // Every call is kept with its answer, so that one that the system refuses is seen.
    const names = v2004 ? ["Initialize", "Terminate", "GetValue", "SetValue", "Commit"] : ["LMSInitialize", "LMSFinish", "LMSGetValue", "LMSSetValue", "LMSCommit"];
    const spy = {};
    for (const name of names) spy[name] = (...a) => {
      const answer = api[name](...a);
      const error = String(v2004 ? api.GetLastError() : api.LMSGetLastError());
      window.calls.push([name, ...a, String(answer), error]);
      return answer;
    };
    window[v2004 ? "API_1484_11" : "API"] = spy;
    window.real = api;
  }, { v2004, old: after ? told.get(after) : null });
  await page.evaluate((src) => { document.getElementById("sco").src = src; }, url);
  const frame = await (await page.waitForSelector("#sco")).contentFrame();
  await frame.waitForSelector("html.js");
  const resumed = { answered: await frame.locator("#answered").count() ? await frame.locator("#answered").innerText() : "", done: await frame.locator("form[data-done]").count() };
  const asked = await questions(frame);
  const open = [];
  for (const q of asked) if (!(await frame.locator(`.question[data-id="${q.id}"] form`).getAttribute("data-done"))) open.push(q);
  for (const q of how === "half" ? open.slice(0, Math.ceil(open.length / 2)) : how === "read" ? [] : open) await answer(frame, q, how === "wrong" ? "wrong" : "right");
  if (how === "again") await answer(frame, asked[0], "wrong", true);
  if (how === "read") await frame.locator("#read").click();
  await page.evaluate(() => { document.getElementById("sco").src = "about:blank"; });
  await page.waitForTimeout(300);
  const seen = await page.evaluate(() => ({ calls: window.calls, cmi: JSON.parse(JSON.stringify(window.real.cmi)) }));
  const ends = seen.calls.filter(([name]) => /Terminate|Finish/.test(name)).length;
  const refused = seen.calls.filter((c) => c.at(-1) !== "0" && !(/GetValue/.test(c[0]) && ["403"].includes(c.at(-1))));
  told.set(name, { cmi: seen.cmi });
  return { resumed, errors, ends, refused, cmi: seen.cmi, sets: seen.calls.filter(([n]) => /SetValue/.test(n)).map((c) => c.slice(1, 3)) };
}

console.log(JSON.stringify(await each(JSON.parse(readFileSync(process.argv[2], "utf8")), play)));
