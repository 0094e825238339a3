import { Waiting } from "../part/waiting";

export function CommitmentsPage() {
  return <Waiting label="" />;
}
