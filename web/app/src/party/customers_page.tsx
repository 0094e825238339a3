import { Waiting } from "../part/waiting";

export function CustomersPage() {
  return <Waiting label="" />;
}
