// A label and its control, tied.
import { useId } from "react";
import type { ReactNode } from "react";

/** `name`: of the member of the body that it becomes, by which a refusal finds it. */
type Common = { label: string; name?: string; hint?: string | undefined };

function Frame({ id, label, hint, children }: Common & { id: string; children: ReactNode }) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children}
      {hint && <span className="hint prose" id={`${id}-hint`}>{hint}</span>}
    </div>
  );
}

export function TextField(props: Common & { value: string; set: (value: string) => void; type?: string; required?: boolean; rows?: number; min?: number; max?: number; read_only?: boolean; mono?: boolean }) {
  const id = useId();
  const common = { id, name: props.name, value: props.value, required: props.required ?? false, readOnly: props.read_only ?? false, className: props.mono ? "admin-mono" : undefined, "aria-describedby": props.hint ? `${id}-hint` : undefined };
  return (
    <Frame id={id} label={props.label} hint={props.hint}>
      {props.rows ? <textarea {...common} rows={props.rows} onChange={(event) => props.set(event.target.value)} />
        : <input {...common} type={props.type ?? "text"} min={props.min} max={props.max} onChange={(event) => props.set(event.target.value)} />}
    </Frame>
  );
}

export type Option = { value: string; name: string };

export function ChoiceField(props: Common & { value: string; set: (value: string) => void; options: readonly Option[]; required?: boolean; none?: string }) {
  const id = useId();
  return (
    <Frame id={id} label={props.label} hint={props.hint}>
      <select id={id} name={props.name} value={props.value} required={props.required} onChange={(event) => props.set(event.target.value)}>
        {props.none !== undefined && <option value="">{props.none}</option>}
        {props.options.map((option) => <option key={option.value} value={option.value}>{option.name}</option>)}
      </select>
    </Frame>
  );
}

/** As references are written. */
export const reference_of = (text: string): string =>
  text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 40);
