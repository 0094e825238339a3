import { Waiting } from "../part/waiting";

export function OutagesPage() {
  return <Waiting label="" />;
}
