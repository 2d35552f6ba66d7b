import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { Icon } from './Icon';

/** A modal dialog; Escape and the cross close it, and focus returns where it was. */
export function Dialog({
  title,
  close,
  wide = false,
  children,
}: {
  title: string;
  close: () => void;
  wide?: boolean;
  children: ReactNode;
}) {
  const ref = useRef<HTMLDialogElement>(null);
  const id = useId();
  // closed while it still stands in the document: only then does focus return
  useLayoutEffect(() => {
    const dialog = ref.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={ref}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
      // a browser may close it without asking first
      onClose={(event) => !event.currentTarget.open && close()}
      className={`max-h-[85dvh] w-[calc(100%-2rem)] overflow-auto rounded-xl border border-line bg-card p-4 text-ink shadow-xl ${wide ? 'max-w-4xl' : 'max-w-lg'}`}
    >
      <div className="mb-3 flex items-start justify-between gap-4">
        <h2 id={id}>{title}</h2>
        <button type="button" className="-m-1 rounded p-1" aria-label="Close" onClick={close}>
          <Icon name="close" />
        </button>
      </div>
      {children}
    </dialog>
  );
}
