import { Waiting } from "../part/waiting";

export function ServicePage() {
  return <Waiting label="" />;
}
