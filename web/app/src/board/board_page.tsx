import { Waiting } from "../part/waiting";

export function BoardPage() {
  return <Waiting label="" />;
}
