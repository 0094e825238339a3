import { Waiting } from "../part/waiting";

export function WaitingPage() {
  return <Waiting label="" />;
}
