// How many answers are awaited from the reader, beside the name of the place.
import { useWords } from "../words/words";
import { useAsks } from "./use_asks";
import { portal_words } from "./words";

export default function AwaitedCount() {
  const say = useWords("portal", portal_words);
  const { asks } = useAsks();
  if (asks.length === 0) return null;
  return <><b className="portal-awaited" aria-hidden>{asks.length}</b><span className="vh">{say("awaited" as never, { count: asks.length })}</span></>;
}
