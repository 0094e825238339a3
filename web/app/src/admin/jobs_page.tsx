import { Waiting } from "../part/waiting";

export function JobsPage() {
  return <Waiting label="" />;
}
