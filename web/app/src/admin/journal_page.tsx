import { Waiting } from "../part/waiting";

export function JournalPage() {
  return <Waiting label="" />;
}
