import { Empty } from "../part/empty";
import { useWords } from "../words/words";
import { part_words } from "../part/words";
import { frame_words } from "./words";

export function GonePage() {
  const say = useWords("frame", frame_words);
  const part = useWords("part", part_words);
  return <Empty is_page title={say("gone")} acts={<a className="btn pri" href="/">{part("problem.home")}</a>}>{say("gone_why")}</Empty>;
}

/** A page that broke: our fault, and a way out. */
export function CrashedPage({ error }: { error: unknown }) {
  const say = useWords("frame", frame_words);
  console.error(error);
  return <Empty is_page title={say("crashed")} acts={<button type="button" className="btn pri" onClick={() => window.location.reload()}>{say("reload")}</button>}>{say("crashed_why")}</Empty>;
}
