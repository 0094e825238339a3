import { Waiting } from "../part/waiting";

export function ImportsPage() {
  return <Waiting label="" />;
}
