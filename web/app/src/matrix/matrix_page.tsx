import { Waiting } from "../part/waiting";

export function MatrixPage() {
  return <Waiting label="" />;
}
