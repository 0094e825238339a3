import { Waiting } from "../part/waiting";

export function DisputePage() {
  return <Waiting label="" />;
}
