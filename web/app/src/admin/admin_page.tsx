import { Waiting } from "../part/waiting";

export function AdminPage() {
  return <Waiting label="" />;
}
