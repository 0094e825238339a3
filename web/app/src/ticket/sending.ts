// Sends a file and tells how far it is, which fetch cannot.
import { Problem, problem_of } from "../api/problem";
import { once } from "../api/client";
import { language_now } from "../words/language";

export type Sending = { done: Promise<void>; stop: () => void };

export function send_file(reference: string, file: File, progress: (share: number) => void): Sending {
  const request = new XMLHttpRequest();
  const done = new Promise<void>((resolve, reject) => {
    request.open("POST", `/api/tickets/${encodeURIComponent(reference)}/attachments?name=${encodeURIComponent(file.name.slice(0, 200))}`);
    request.setRequestHeader("Content-Type", file.type || "application/octet-stream");
    request.setRequestHeader("Accept-Language", language_now());
    request.setRequestHeader("Idempotency-Key", once()["Idempotency-Key"]);
    request.upload.onprogress = (event) => progress(event.lengthComputable ? event.loaded / event.total : 0);
    request.onerror = () => reject(new Problem(0, "unreachable", ""));
    request.onabort = () => resolve();
    request.onload = () => {
      if (request.status < 300) { resolve(); return; }
      let body: unknown;
      try { body = JSON.parse(request.responseText); } catch { body = undefined; }
      reject(problem_of(new Response(null, { status: request.status, statusText: request.statusText }), body));
    };
    request.send(file);
  });
  return { done, stop: () => request.abort() };
}
