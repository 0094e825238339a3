// Files of a ticket: sent with progress, downloaded, removed with a reason. Never shown in the page, whatever they say they are.
import { IconDownload, IconPaperclip, IconTrash, IconX } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useId, useRef, useState } from "react";
import type { FormEvent } from "react";

import type { Schemas } from "../api/client";
import { client, of_version, once, told } from "../api/client";
import { all_of, useRead } from "../api/queries";
import { Dialog } from "../part/dialog";
import { Empty } from "../part/empty";
import { toast } from "../part/toast";
import { ToldInForm, ToldProblem } from "../part/told_problem";
import { Waiting } from "../part/waiting";
import { part_words } from "../part/words";
import { instant, number, percent } from "../words/format";
import { language_now } from "../words/language";
import { useWords } from "../words/words";
import { page_words } from "./page_words";
import type { Sending } from "./sending";
import { send_file } from "./sending";

type Attachment = Schemas["Attachment"];

export const useAttachments = (reference: string) =>
  useRead("ticket", ["attachments", reference], (signal) =>
    all_of<Attachment>((cursor) => told(client.GET("/api/tickets/{reference}/attachments", { params: { path: { reference }, query: { limit: 200, ...(cursor ? { cursor } : {}) } }, signal }))));

function size_text(bytes: number): string {
  const letter = language_now() === "fr" ? "o" : "B";
  if (bytes < 1_000) return `${number(bytes)}\u00a0${letter}`;
  return bytes < 1_000_000 ? `${number(bytes / 1_000)}\u00a0k${letter}` : `${number(bytes / 1_000_000, 1)}\u00a0M${letter}`;
}

function RemoveDialog({ attachment, close }: { attachment: Attachment; close: () => void }) {
  const say = useWords("ticket_page", page_words);
  const tell = useWords("part", part_words);
  const queries = useQueryClient();
  const id = useId();
  const [reason, set] = useState("");
  const sending = useMutation({
    mutationFn: () => told(client.POST("/api/attachments/{reference}/removal", { params: { path: { reference: attachment.reference }, header: once() }, headers: of_version(attachment.version), body: { reason } })),
    onSuccess: () => { toast(say("files.removed_done")); void queries.invalidateQueries({ queryKey: ["ticket"] }); close(); },
  });
  return (
    <Dialog title={say("files.remove_title")} close={close}>
      <form onSubmit={(event: FormEvent) => { event.preventDefault(); sending.mutate(); }}>
        <div className="body"><p className="prose">{attachment.name} · {say("files.remove_why")}</p><div className="field"><label htmlFor={id}>{say("files.reason")}</label><input id={id} name="reason" autoFocus data-autofocus required value={reason} onChange={(event) => set(event.target.value)} /></div>{sending.isError && <ToldInForm error={sending.error} />}</div>
        <div className="foot"><button type="button" className="btn" onClick={close}>{tell("cancel")}</button><button type="submit" className="btn danger" disabled={sending.isPending}>{say("files.remove")}</button></div>
      </form>
    </Dialog>
  );
}

type Under = { id: number; name: string; share: number; error?: unknown; sending: Sending };

function useSendings(reference: string) {
  const say = useWords("ticket_page", page_words);
  const queries = useQueryClient();
  const [under, set] = useState<Under[]>([]);
  const last = useRef(0);
  const change = (id: number, more: Partial<Under>): void => set((before) => before.map((each) => (each.id === id ? { ...each, ...more } : each)));
  const drop = (id: number): void => set((before) => before.filter((each) => each.id !== id));
  const begin = (files: FileList | File[]): void => {
    for (const file of files) {
      const id = ++last.current;
      const sending = send_file(reference, file, (share) => change(id, { share }));
      set((before) => [...before, { id, name: file.name, share: 0, sending }]);
      sending.done.then(() => { drop(id); toast(say("files.done", { name: file.name })); void queries.invalidateQueries({ queryKey: ["ticket", "attachments"] }); }, (error: unknown) => change(id, { error }));
    }
  };
  return { under, begin, drop };
}

export function Attachments({ reference, may_write, may_remove }: { reference: string; may_write: boolean; may_remove: boolean }) {
  const say = useWords("ticket_page", page_words);
  const tell = useWords("part", part_words);
  const read = useAttachments(reference);
  const [removed, remove] = useState<Attachment | undefined>();
  const [is_over, over] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const { under, begin, drop } = useSendings(reference);
  const files = read.data ?? [];
  if (read.isPending) return <div className="tk-pad"><Waiting rows={3} label={tell("loading")} /></div>;
  if (read.isError && !read.data) return <ToldProblem error={read.error} again={() => void read.refetch()} />;
  return (
    <div className={is_over ? "tk-files over" : "tk-files"} onDragOver={(event) => { event.preventDefault(); over(may_write); }} onDragLeave={() => over(false)} onDrop={(event) => { event.preventDefault(); over(false); if (may_write) begin(event.dataTransfer.files); }}>
      {may_write && (
        <div className="tk-bar">
          <input ref={field} type="file" multiple hidden aria-hidden tabIndex={-1} onChange={(event) => { if (event.target.files) begin(event.target.files); event.target.value = ""; }} />
          <button type="button" className="btn" onClick={() => field.current?.click()}><IconPaperclip size={16} aria-hidden /> {say("files.add")}</button> <span className="s q">{say("files.drop")}</span>
        </div>
      )}
      {under.map((each) => (
        <div key={each.id} className="tk-sending">
          <span className="el">{say("files.sending", { name: each.name })}</span>
          <progress max={1} value={each.share} aria-label={each.name} /><span className="s nums">{percent(each.share, 0)}</span>
          <button type="button" className="btn xs icon ghost" aria-label={say("files.cancel")} onClick={() => { each.sending.stop(); drop(each.id); }}><IconX size={14} aria-hidden /></button>
          {each.error !== undefined && <ToldInForm error={each.error} />}
        </div>
      ))}
      {files.length === 0 && under.length === 0 && <Empty title={say("files.none")}>{say("files.none_why")}</Empty>}
      {files.length > 0 && (
        <div className="scroll-x" tabIndex={0} role="region" aria-label={say("tab.files")}>
          <table className="grid">
            <thead><tr><th scope="col">{say("files.name")}</th><th scope="col" className="num">{say("files.size")}</th><th scope="col">{say("files.type")}</th><th scope="col">{say("files.added")}</th><th scope="col">{say("files.digest")}</th><th><span className="vh">{say("files.download")}</span></th></tr></thead>
            <tbody>
              {files.map((file) => (
                <tr key={file.reference} className={file.removed_at ? "gone" : ""}>
                  <td className="tk-note" title={file.name}>{file.removed_at ? say("files.removed", { when: instant(file.removed_at) }) : file.name}</td>
                  <td className="num">{size_text(file.size)}</td><td className="m">{file.media_type}</td><td className="m">{instant(file.added_at)}</td><td className="m" title={file.digest}>{file.digest.slice(0, 10)}</td>
                  <td>{!file.removed_at && (
                    <span className="flex gap1">
                      <a className="btn xs icon ghost" href={`/api/attachments/${encodeURIComponent(file.reference)}/file`} download={file.name} aria-label={`${say("files.download")} ${file.name ?? ""}`} title={say("files.download")}><IconDownload size={14} aria-hidden /></a>
                      {may_remove && <button type="button" className="btn xs icon ghost" aria-label={`${say("files.remove")} ${file.name ?? ""}`} title={say("files.remove")} onClick={() => remove(file)}><IconTrash size={14} aria-hidden /></button>}
                    </span>
                  )}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {removed && <RemoveDialog attachment={removed} close={() => remove(undefined)} />}
    </div>
  );
}
