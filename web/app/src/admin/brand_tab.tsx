// The logo and the colour of the house, and of customers on their own pages.
import { useQueryClient } from "@tanstack/react-query";
import { useId, useState } from "react";
import type { FormEvent } from "react";

import { client, of_version, told } from "../api/client";
import { Problem, is_changed } from "../api/problem";
import { useBrandOf } from "../frame/brand";
import type { Brand } from "../frame/brand";
import { useParties } from "../frame/known";
import { Panel } from "../part/panel";
import { toast } from "../part/toast";
import { ToldInForm, ToldProblem } from "../part/told_problem";
import { Waiting } from "../part/waiting";
import { part_words } from "../part/words";
import { useWords } from "../words/words";
import { ChoiceField, TextField } from "./field";
import { small_image } from "./small_image";
import { admin_words } from "./words";

const usual = { light: "#0B5CAD", dark: "#6CB2FF" };

function Sample({ theme, accent, logo, name }: { theme: "light" | "dark"; accent: string; logo: string | undefined; name: string }) {
  const say = useWords("admin", admin_words);
  return (
    <div className={`admin-sample ${theme}`} ref={(element) => element?.style.setProperty("--sample", accent)} role="img" aria-label={say(`brand.${theme}`)}>
      {logo ? <img className="logo" src={logo} alt="" /> : <b>{name}</b>}
      <span className="act">{say("save")}</span>
    </div>
  );
}

function BrandForm({ brand }: { brand: Brand }) {
  const say = useWords("admin", admin_words);
  const part = useWords("part", part_words);
  const queries = useQueryClient();
  const file_id = useId();
  const [accent, set_accent] = useState(brand.accent ?? "");
  const [logo, set_logo] = useState(brand.logo);
  const [error, set_error] = useState<unknown>();
  const [is_saving, set_saving] = useState(false);
  const is_moved = accent !== (brand.accent ?? "") || logo !== brand.logo;
  async function take(file: File): Promise<void> {
    set_error(undefined);
    try { set_logo(await small_image(file)); } catch { set_error(new Problem(422, "no_image", say("brand.no_image", { name: file.name }))); }
  }
  async function write(body: { accent?: string; logo?: string }): Promise<void> {
    set_saving(true);
    set_error(undefined);
    try {
      await told(client.PATCH("/api/parties/{reference}/brand", { params: { path: { reference: brand.reference }, header: of_version(brand.version) }, body }));
      void queries.invalidateQueries({ queryKey: ["party", "brand"] });
      toast(say("brand.saved", { name: brand.name }));
    } catch (refused) {
      if (is_changed(refused)) void queries.invalidateQueries({ queryKey: ["party", "brand"] });
      set_error(refused);
    }
    set_saving(false);
  }
  function submit(event: FormEvent): void {
    event.preventDefault();
    void write({ accent: accent.trim(), ...(logo === brand.logo ? {} : { logo: logo?.split(",")[1] ?? "" }) });
  }
  const is_colour = /^#[0-9A-Fa-f]{6}$/.test(accent);
  return (
    <form onSubmit={submit} className="admin-brand">
      <div className="admin-pair">
        <div className="field">
          <label htmlFor={file_id}>{say("brand.logo")}</label>
          <input id={file_id} name="logo" type="file" accept="image/*" aria-describedby={`${file_id}-hint`} onChange={(event) => { const file = event.target.files?.[0]; if (file) void take(file); }} />
          <span className="hint prose" id={`${file_id}-hint`}>{say("brand.logo_hint")}</span>
          {logo && <button type="button" className="link" onClick={() => set_logo(undefined)}>{say("brand.no_logo")}</button>}
        </div>
        <TextField name="accent" label={say("brand.accent")} hint={say("brand.accent_hint")} value={accent} set={set_accent} mono />
      </div>
      <div className="admin-samples">
        <Sample theme="light" accent={is_colour ? accent : usual.light} logo={logo} name={brand.name} />
        {/* How light it is in the dark, the server says once it is kept. */}
        <Sample theme="dark" accent={accent === brand.accent ? (brand.accent_in_the_dark ?? usual.dark) : usual.dark} logo={logo} name={brand.name} />
      </div>
      {error !== undefined && <ToldInForm error={error} />}
      <div className="admin-acts">
        <button type="submit" className="btn pri" disabled={is_saving || !is_moved}>{part("save")}</button>
        {brand.version > 0 && (brand.accent || brand.logo) && <button type="button" className="btn" disabled={is_saving} onClick={() => void write({ accent: "", logo: "" })}>{say("brand.usual")}</button>}
      </div>
    </form>
  );
}

export function BrandTab() {
  const say = useWords("admin", admin_words);
  const part = useWords("part", part_words);
  const [chosen, set_chosen] = useState("");
  const { data: parties } = useParties();
  const offered = (parties ?? []).filter((party) => party.kind !== "supplier");
  const shown = offered.find((party) => party.reference === chosen) ?? offered.find((party) => party.kind === "owner") ?? offered[0];
  const { data: brand, error, refetch } = useBrandOf(shown?.reference);
  return (
    <Panel title={say("brand.title")}>
      <div className="admin-pad admin-brand">
        <p className="prose m">{say("brand.why")}</p>
        {shown && <ChoiceField label={say("accounts.company")} value={shown.reference} set={set_chosen} options={offered.map((party) => ({ value: party.reference, name: party.name }))} />}
        {error !== null && <ToldProblem error={error} again={() => void refetch()} />}
        {error === null && brand?.reference !== shown?.reference && <Waiting rows={3} label={part("loading")} />}
        {brand && brand.reference === shown?.reference && <BrandForm key={`${brand.reference} ${brand.version}`} brand={brand} />}
      </div>
    </Panel>
  );
}
