// In place of a page whose code is on its way; said when it does not come.
import { useIsLate } from "../api/arrive";
import { Problem } from "../api/problem";
import { ToldProblem } from "../part/told_problem";
import { Waiting } from "../part/waiting";
import { part_words } from "../part/words";
import { useWords } from "../words/words";

const lost = new Problem(0, "unreachable", "");

export function ComingPage() {
  const say = useWords("part", part_words);
  return useIsLate() ? <ToldProblem is_page error={lost} /> : <Waiting rows={10} label={say("loading")} />;
}
