// Who looks and does not act: executive, finance, auditor, administrator find their answer at home.
import { settled, sign_in } from "../reader.mjs";

export const who = "executive, finance, auditor, administrator";

export async function go({ person, check }) {
  for (const role of ["executive", "finance", "auditor", "administrator"]) {
    const reader = await person();
    await sign_in(reader, role, "/");
    await settled(reader.page);
    const said = await reader.page.getByRole("heading", { level: 1 }).innerText();
    check(said.trim().length > 10, `the home of ${role} says its answer: ${said}`);
    check((await reader.page.locator("#main a[href], #main button").count()) > 2, `the home of ${role} opens into its proof`);
    await reader.context.close();
  }
}
