// Who wants to see the first steps later is not led to them again while this window is open.
const kept_as = "vigie.welcome_put_off";

export const is_put_off = (): boolean => sessionStorage.getItem(kept_as) !== null;
export const put_off = (): void => sessionStorage.setItem(kept_as, "");
