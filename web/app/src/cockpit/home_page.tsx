import { Waiting } from "../part/waiting";

export function HomePage() {
  return <Waiting label="" />;
}
