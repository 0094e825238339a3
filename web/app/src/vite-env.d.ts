/// <reference types="vite/client" />
declare module "virtual:vocabulary/en" {
  const lists: Record<string, Record<string, string>>;
  export default lists;
}
declare module "virtual:vocabulary/fr" {
  const lists: Record<string, Record<string, string>>;
  export default lists;
}
