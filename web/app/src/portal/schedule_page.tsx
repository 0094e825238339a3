import { Waiting } from "../part/waiting";

export function SchedulePage() {
  return <Waiting label="" />;
}
