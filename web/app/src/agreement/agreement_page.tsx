import { Waiting } from "../part/waiting";

export function AgreementPage() {
  return <Waiting label="" />;
}
