// The words of the house in notices, seen before they are kept.
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";

import { client, of_version, told } from "../api/client";
import type { Schemas } from "../api/client";
import { is_changed } from "../api/problem";
import { useRead } from "../api/queries";
import { Dialog } from "../part/dialog";
import { ToldInForm } from "../part/told_problem";
import { part_words } from "../part/words";
import { capital, useVocabulary, useWords } from "../words/words";
import { TextField } from "./field";
import { ListPanel } from "./list";
import { admin_words } from "./words";

type Template = Schemas["NoticeTemplate"];
const placeholders = ["fact", "late", "escalation", "action", "ticket", "customer", "commitment", "promise", "agreement", "due", "reached", "team", "period", "rule", "link", "zone"];

function TemplateDialog({ template, close, saved }: { template: Template; close: () => void; saved: () => void }) {
  const say = useWords("admin", admin_words);
  const part = useWords("part", part_words);
  const word = useVocabulary();
  const [subject, set_subject] = useState(template.subject ?? "");
  const [body, set_body] = useState(template.body);
  const [preview, set_preview] = useState<Schemas["NoticePreview"]>();
  const [error, set_error] = useState<unknown>();
  const path = { watches: template.watches, language: template.language };
  const queries = useQueryClient();
  const attempt = (act: Promise<unknown>): void => {
    set_error(undefined);
    act.catch((refused: unknown) => { if (is_changed(refused)) void queries.invalidateQueries({ queryKey: ["notice_template"] }); set_error(refused); });
  };
  const show = async (): Promise<void> => set_preview(await told(client.POST("/api/notice-templates/{watches}/{language}/preview", { params: { path }, body: { ...(subject ? { subject } : {}), body } })));
  async function save(): Promise<void> {
    await told(client.PUT("/api/notice-templates/{watches}/{language}", { params: { path, header: of_version(template.version) } as never, body: { subject, body } }));
    saved();
    close();
  }
  async function restore(): Promise<void> {
    await told(client.DELETE("/api/notice-templates/{watches}/{language}", { params: { path } }));
    saved();
    close();
  }
  return (
    <Dialog wide title={`${capital(word("warning_trigger", template.watches))} · ${template.language.toUpperCase()}`} close={close}>
      <form onSubmit={(event) => { event.preventDefault(); attempt(save()); }}>
        <div className="body">
          <TextField name="subject" label={say("templates.subject")} value={subject} set={set_subject} required />
          <TextField name="body" label={say("templates.body")} hint={`${say("templates.placeholders")} ${placeholders.map((each) => `{${each}}`).join(" ")}`} rows={9} mono value={body} set={set_body} required />
          {error !== undefined && <ToldInForm error={error} />}
          {preview && <div className="admin-preview" aria-live="polite"><b>{preview.subject}</b>{"\n\n"}{preview.text}</div>}
        </div>
        <div className="foot">
          {!template.is_ours && <button type="button" className="btn ghost" onClick={() => attempt(restore())}>{say("templates.restore")}</button>}
          <button type="button" className="btn" onClick={() => attempt(show())}>{say("templates.preview")}</button>
          <button type="submit" className="btn pri">{part("save")}</button>
        </div>
      </form>
    </Dialog>
  );
}

export function TemplatesTab() {
  const say = useWords("admin", admin_words);
  const word = useVocabulary();
  const queries = useQueryClient();
  const [open, set_open] = useState<Template>();
  const templates = useRead("notice_template", ["all"], async () => (await told(client.GET("/api/notice-templates", { params: { query: { limit: 100 } } as never }))).items);
  return (
    <>
      <ListPanel<Template>
        title={say("templates.title")} beside={say("templates.why")} query={templates} key_of={(template) => `${template.watches} ${template.language}`} none={{ title: say("templates.title"), why: "" }}
        columns={[
          { name: say("warnings.watches"), cell: (template) => <b>{capital(word("warning_trigger", template.watches))}</b> },
          { name: say("accounts.language"), cell: (template) => template.language.toUpperCase() },
          { name: say("templates.subject"), cell: (template) => <span className="m">{template.subject ?? ""}</span> },
          { name: say("templates.words"), cell: (template) => say(template.is_ours ? "templates.ours" : "templates.house") },
          { name: say("acts"), is_hidden_name: true, is_number: true, cell: (template) => <button type="button" className="btn xs" onClick={() => set_open(template)}>{say("change")}</button> },
        ]}
      />
      {open && <TemplateDialog template={templates.data?.find((each) => each.watches === open.watches && each.language === open.language) ?? open} close={() => set_open(undefined)} saved={() => void queries.invalidateQueries({ queryKey: ["notice_template"] })} />}
    </>
  );
}
