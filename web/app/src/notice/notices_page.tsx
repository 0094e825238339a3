import { Waiting } from "../part/waiting";

export function NoticesPage() {
  return <Waiting label="" />;
}
