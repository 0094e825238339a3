import { Waiting } from "../part/waiting";

export function DisputesPage() {
  return <Waiting label="" />;
}
