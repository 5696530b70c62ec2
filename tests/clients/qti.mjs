// node qti.mjs TRIES.json: plays QTI 3 items in Chromium with Citolab's player. TRIES is a list of {xml, answers}, an answer one of
// {click: IDENTIFIER}, {type: TEXT, at: RESPONSE}, {pick: IDENTIFIER, at: RESPONSE} and {give: VALUE, at: RESPONSE} (what dragging would give).
// Prints for each the outcomes, what was shown before and what was said after, or {fault} for an item that does not come up.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { each } from "./browser.mjs";

const player = join(dirname(createRequire(import.meta.url).resolve("@citolab/qti-components/package.json")), "cdn/index.global.js");
let page = null, errors = [];

// The page stays, for the player takes long to load; after a fault there is a new one.
async function tried(browser, one) {
  if (!page) {
    page = await (await browser.newContext()).newPage();
    errors = [];
    page.on("pageerror", (e) => errors.push(String(e)));
    page.on("dialog", (d) => { errors.push("dialog: " + d.message()); d.dismiss(); });
  }
  return play(one).catch((e) => { page = null; throw e; });
}

async function play({ xml, answers, shot }) {
  await page.setContent("<!DOCTYPE html><meta charset=utf-8><style>body{font:18px sans-serif;margin:24px}</style><qti-item><item-container></item-container></qti-item>");
  if (!(await page.evaluate(() => Boolean(customElements.get("qti-test"))))) await page.addScriptTag({ path: player });
  // The player mends what is not well-formed; the browser's own parser does not.
  const fault = await page.evaluate((text) => new DOMParser().parseFromString(text, "text/xml").querySelector("parsererror")?.textContent, xml);
  if (fault) throw new Error(fault);
  await page.evaluate((text) => { document.querySelector("item-container").itemXML = text; }, xml);
  const item = page.locator("qti-assessment-item");
  await item.waitFor({ state: "attached", timeout: 4000 });
  await page.waitForTimeout(150);
  const body = page.locator("qti-item-body");
  const shown = await body.innerText();
  const pictures = await body.locator("img").evaluateAll((all) => all.map((i) => ({ src: i.getAttribute("src"), alt: i.alt })));
  const scripts = await item.evaluate((e) => e.querySelectorAll("script").length);
  const kinds = await body.evaluate((e) => [...e.querySelectorAll("*")].map((x) => x.localName).filter((n) => n.endsWith("-interaction")));
  if (!kinds.length) throw new Error("an item without an interaction");
  for (const a of answers) {
    const at = page.locator(`[response-identifier="${a.at}"]`);
    if (a.click) await page.locator(`qti-simple-choice[identifier="${a.click}"]`).click();
    else if (a.type !== undefined) { await at.locator("input").fill(a.type); await at.locator("input").blur(); }
    else if (a.pick) await at.evaluate((e, value) => e.saveResponse(value), a.pick);
    else await at.evaluate((e, value) => { e.response = value; e.saveResponse(value); }, a.give);
  }
  await item.evaluate((e) => e.processResponse());
  await page.waitForTimeout(150);
  const outcomes = await item.evaluate((e) => Object.fromEntries(e.variables.map((v) => [v.identifier, v.value])));
  const said = await page.locator("qti-modal-feedback").evaluateAll((all) => all
    .filter((f) => f.showStatus === "on" || f.getAttribute("show-status") === "on" || f.shadowRoot?.querySelector("dialog[open]"))
    .map((f) => f.textContent.trim().replace(/\s+/g, " ")));
  if (shot) await page.screenshot({ path: shot });
  return { outcomes, shown, pictures, scripts, kinds, said, errors: errors.splice(0) };
}
console.log(JSON.stringify(await each(JSON.parse(readFileSync(process.argv[2], "utf8")), tried, true)));
