// node lesson.mjs CASES.json: lesson pages as learners meet them, CASES a list of {url, extent: "all" | "few", folder?}. Answers each question (wrong,
// then right), opens the source panel by keyboard, and runs axe-core on a phone and a desktop, by day and by night, with and without more contrast.
// Prints for each case what it saw, or {fault}.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { each } from "./browser.mjs";
import { answer, questions } from "./lesson_answers.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
// Each pair of width, light and contrast is there once.
const looks = [["phone", 390, "dark"], ["desktop", 1280, "light"], ["phone", 390, "light", "more"], ["desktop", 1280, "dark", "more"]];

async function play(browser, { url, extent, folder }) {
  const out = [];
  for (const [name, width, colorScheme, contrast = "no-preference"] of extent === "all" ? looks : looks.slice(0, 2)) {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, contrast, reducedMotion: "reduce" });
    const page = await context.newPage();
    const foreign = [], errors = [], violations = [];
    page.on("request", (r) => { if (r.url() !== url && !r.url().startsWith("data:")) foreign.push(r.url()); });
    page.on("console", (m) => { if (m.type() === "error") errors.push(m.text()); });
    page.on("pageerror", (e) => errors.push(String(e)));
    await page.goto(url, { waitUntil: "load" });
    await page.evaluate(axe);
    const audit = async (when) => {
      const found = await page.evaluate(() => window.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }));
      violations.push(...found.violations.map((v) => ({ when, id: v.id, nodes: v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160) + " | " + n.failureSummary.slice(0, 200)) })));
    };
    const shot = (when) => (folder ? page.screenshot({ path: `${folder}/${name}-${colorScheme}${contrast === "more" ? "-more" : ""}-${when}.png`, fullPage: when !== "panel" }) : null);
    await audit("first");
    await shot("first");
    const asked = await questions(page);
    const seen = {};
    for (const [i, q] of asked.entries()) {
      const before = await page.locator(`.question[data-id="${q.id}"] .verdict`).innerText();
      await page.locator(`.question[data-id="${q.id}"] button[type=submit]`).click();
      const empty = await page.locator(`.question[data-id="${q.id}"] .verdict`).innerText();
      await answer(page, q, i % 2 ? "right" : "wrong");
      seen[q.id] = { before, empty, verdict: await page.locator(`.question[data-id="${q.id}"] .verdict`).innerText(),
        focus: await page.evaluate(() => document.activeElement?.textContent ?? "") };
    }
    await audit("answered");
    await shot("answered");
    const score = asked.length ? await page.locator("#result").innerText() : "";
    let panel = null;
    const ref = page.locator("main a.ref").first();
    if (await ref.count()) {
      await ref.focus();
      await page.keyboard.press("Enter");
      panel = { open: await page.locator("#panel").evaluate((d) => d.open), marked: await page.locator("#panel mark").innerText(), all: await page.locator("#panel-body blockquote").innerText() };
      await audit("panel");
      await shot("panel");
      await page.keyboard.press("Escape");
      panel.closed = !(await page.locator("#panel").evaluate((d) => d.open));
      panel.back = await ref.evaluate((a) => a === document.activeElement);
    }
    let again = null;
    if (asked.length) {
      await answer(page, asked[0], "right", true);
      again = { verdict: await page.locator(`.question[data-id="${asked[0].id}"] .verdict`).innerText(), score: await page.locator("#result").innerText() };
      await page.locator("#restart").click();
      again.restarted = await page.locator("#answered").innerText();
    }
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    out.push({ name, colorScheme, contrast, foreign, errors, violations, overflow, seen, score, panel, again });
    await context.close();
  }
  // Without scripts the answers and sources are still there.
  const bare = await browser.newContext({ viewport: { width: 1280, height: 900 }, javaScriptEnabled: false });
  const page = await bare.newPage();
  await page.goto(url, { waitUntil: "load" });
  const quiet = { keys: await page.locator(".key").count(), visible: await page.locator(".key summary").first().isVisible().catch(() => false), refs: await page.locator("a.ref").count(), places: await page.locator(".sources li").count() };
  return { looks: out, quiet };
}

console.log(JSON.stringify(await each(JSON.parse(readFileSync(process.argv[2], "utf8")), play)));
