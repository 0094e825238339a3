import { Waiting } from "../part/waiting";

export function DecisionsPage() {
  return <Waiting label="" />;
}
