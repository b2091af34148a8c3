import { createContext, use, type ReactNode } from 'react';
import { valueAt } from './paths.js';

/** What is wrong at a field, in words; a field of '' is the form as a whole. */
export interface Fault {
  readonly field: string;
  readonly message: string;
}

interface FormState {
  readonly values: unknown;
  readonly set: (path: string, value: unknown) => void;
  readonly faults: readonly Fault[];
  readonly prefix: string;
}

const FormContext = createContext<FormState | null>(null);

interface FormFieldsProps {
  readonly values: unknown;
  readonly set: (path: string, value: unknown) => void;
  readonly faults: readonly Fault[];
  /** Sets the ids of two forms on one page apart. */
  readonly prefix?: string;
  readonly children: ReactNode;
}

/** Gives the fields below it their values and faults, by path. */
export function FormFields({ children, prefix = 'f', ...state }: FormFieldsProps) {
  return <FormContext value={{ ...state, prefix }}>{children}</FormContext>;
}

export interface FieldState {
  readonly id: string;
  readonly value: string;
  readonly set: (value: string) => void;
  readonly fault: string | undefined;
}

export function useField(name: string): FieldState {
  const form = use(FormContext);
  if (!form) throw new Error(`field ${name} stands outside a form`);
  const value = valueAt(form.values, name);
  return {
    id: fieldId(form.prefix, name),
    value: typeof value === 'string' ? value : '',
    set: (next) => form.set(name, next),
    fault: form.faults.find((fault) => fault.field === name)?.message,
  };
}

export function fieldId(prefix: string, name: string): string {
  return `${prefix}-${name}`;
}

/** Field and message of each, in the order in which the fields stand on the page. */
export function inPageOrder(faults: readonly Fault[], prefix = 'f'): readonly Fault[] {
  const place = ({ field }: Fault) => {
    const element = document.getElementById(fieldId(prefix, field));
    return element ? element.getBoundingClientRect().top : Number.MAX_SAFE_INTEGER;
  };
  return [...faults].sort((a, b) => place(a) - place(b));
}
