import { Waiting } from "../part/waiting";

export function ClosuresPage() {
  return <Waiting label="" />;
}
