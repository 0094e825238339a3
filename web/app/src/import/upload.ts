// A file on its way: fetch tells nothing of how far it is.
import { Problem, problem_of } from "../api/problem";
import { language_now } from "../words/language";

export function upload(address: string, file: Blob, progress: (share: number) => void): Promise<void> {
  return new Promise((done, refuse) => {
    const request = new XMLHttpRequest();
    request.open("PUT", address);
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.setRequestHeader("Idempotency-Key", crypto.randomUUID());
    request.setRequestHeader("Accept-Language", language_now());
    request.upload.onprogress = (event) => event.lengthComputable && progress(event.loaded / event.total);
    request.onerror = () => refuse(new Problem(0, "unreachable", ""));
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) return done();
      let body: unknown;
      try {
        body = JSON.parse(request.responseText);
      } catch {
        body = {};
      }
      return refuse(problem_of(new Response(null, { status: request.status, statusText: request.statusText }), body));
    };
    request.send(file);
  });
}
