import type { ButtonHTMLAttributes, ReactNode } from 'react';

interface Props extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly kind?: 'first' | 'second' | 'plain';
  /** While its act is under way a button stays in the order of focus, and says so. */
  readonly busy?: boolean | undefined;
  readonly children: ReactNode;
}

export function Button({ kind = 'first', busy, type = 'button', className, onClick, ...rest }: Props) {
  return (
    <button
      {...rest}
      type={type}
      className={`button${className ? ` ${className}` : ''}`}
      data-kind={kind}
      aria-disabled={busy ? true : undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
    />
  );
}
