import { Waiting } from "../part/waiting";

export function AgreementsPage() {
  return <Waiting label="" />;
}
