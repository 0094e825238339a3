// Which keys there are, and the switch that turns them off (WCAG 2.1.4).
import { useState } from "react";

import { Dialog } from "../part/dialog";
import type { KeyOf } from "../words/words";
import { useWords } from "../words/words";
import { shortcuts_on, turn_shortcuts } from "./shortcuts";
import { frame_words } from "./words";

type Name = KeyOf<(typeof frame_words)["en"]>;
const keys: [string, Name][] = [
  ["Ctrl K", "key.palette"], ["?", "key.help"], ["g c", "key.cockpit"], ["g l", "key.board"], ["g t", "key.tickets"], ["g m", "key.matrix"],
  ["g a", "key.agreements"], ["j k", "key.move"], ["Enter", "key.open"], ["x", "key.select"], ["a", "key.assign"], ["p", "key.pass"],
  ["/", "key.filter"], ["t", "key.table"], ["v", "key.views"], ["Esc", "key.close"],
];

export function KeysDialog({ close }: { close: () => void }) {
  const say = useWords("frame", frame_words);
  const [on, set_on] = useState(shortcuts_on());
  return (
    <Dialog title={say("keys")} close={close}>
      <div className="body">
        <dl style={{ display: "grid", gridTemplateColumns: "max-content 1fr", gap: "6px 16px" }}>
          {keys.map(([key, name]) => [
            <dt key={key}>{key.split(" ").map((each) => <kbd key={each}>{each}</kbd>)}</dt>,
            <dd key={`${key}.`}>{say(name)}</dd>,
          ])}
        </dl>
        <p className="flex gap2">
          {say(on ? "keys_on" : "keys_off")}
          <button type="button" className="btn" onClick={() => { turn_shortcuts(!on); set_on(!on); }}>{say(on ? "keys_turn_off" : "keys_turn_on")}</button>
        </p>
      </div>
    </Dialog>
  );
}
