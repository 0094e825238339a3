import { Waiting } from "../part/waiting";

export function WelcomePage() {
  return <Waiting label="" />;
}
