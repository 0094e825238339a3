import { Waiting } from "../part/waiting";

export function NewTicketPage() {
  return <Waiting label="" />;
}
