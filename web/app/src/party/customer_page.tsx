import { Waiting } from "../part/waiting";

export function CustomerPage() {
  return <Waiting label="" />;
}
