import { Waiting } from "../part/waiting";

export function AccountPage() {
  return <Waiting label="" />;
}
