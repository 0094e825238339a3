import { Waiting } from "../part/waiting";

export function PortalHome() {
  return <Waiting label="" />;
}
