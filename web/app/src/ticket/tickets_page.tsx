import { Waiting } from "../part/waiting";

export function TicketsPage() {
  return <Waiting label="" />;
}
