import { Waiting } from "../part/waiting";

export function ServicesPage() {
  return <Waiting label="" />;
}
