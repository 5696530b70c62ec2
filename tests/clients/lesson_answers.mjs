// How a learner answers each kind of question on a lesson page, in a page or a frame of Playwright.

export const questions = (frame) => frame.evaluate(() => JSON.parse(document.getElementById("data").textContent).questions);

/** Fills in a right or wrong answer and presses the button; `again` presses it once more before, to clear the last one. */
export async function answer(frame, q, how, again = false) {
  const item = frame.locator(`.question[data-id="${q.id}"]`);
  if (again) await item.locator("button[type=submit]").click();
  const right = how === "right";
  if (q.kind === "multiple_choice" || q.kind === "multiple_answer") {
    const keys = right ? q.right : q.options.filter((k) => !q.right.includes(k)).slice(0, 1);
    for (const key of keys) await item.locator(`input[value="${key}"]`).check();
  } else if (q.kind === "matching" || q.kind === "ordering") {
    const boxes = item.locator("fieldset select");
    const count = await boxes.count();
    const left = q.right.map((key, i) => [key, i + 1]);
    for (let i = 0; i < count; i++) {
      if (q.kind === "matching") {
        await boxes.nth(i).selectOption(right ? q.right[i] : q.options.find((k) => k !== q.right[i]));
        continue;
      }
      const key = await boxes.nth(i).getAttribute("data-key");
      const at = left.findIndex(([k]) => k === key);
      const place = left.splice(at, 1)[0][1];
      await boxes.nth(i).selectOption(String(right ? place : (place % count) + 1));
    }
  } else {
    const boxes = item.locator("fieldset input");
    for (let i = 0; i < (await boxes.count()); i++) {
      const n = Number((await boxes.nth(i).getAttribute("name")).split("-").pop()) - 1;
      const best = q.kind === "numeric" ? String(q.number) : q.gaps[n][0];
      await boxes.nth(i).fill(right ? best : q.kind === "numeric" ? String(q.number + 2 * q.tolerance + 1) : "qqq");
    }
  }
  await item.locator("button[type=submit]").click();
}
