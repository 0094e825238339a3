import { Waiting } from "../part/waiting";

export function TicketPage() {
  return <Waiting label="" />;
}
