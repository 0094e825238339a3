import { Waiting } from "../part/waiting";

export function ImportPage() {
  return <Waiting label="" />;
}
