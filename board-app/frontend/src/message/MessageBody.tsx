import { type ComponentType, lazy, type ReactNode, Suspense } from 'react';
import type { Message } from '../api/messages';
import styles from './MessageItem.module.css';

interface Rendering {
  id: string | undefined;
  html: string;
  plain: ReactNode;
}

/** Its file may be out of reach: without a connection, or replaced by the next version's. */
const Markup = lazy<ComponentType<Rendering>>(() =>
  import('./Markup').catch(() => ({ default: ({ plain }: Rendering) => plain })),
);

/** Text as it was written, or the server's rendering of it where the board has markup. */
export function MessageBody({
  id,
  message: { body, html },
}: {
  id?: string;
  message: Pick<Message, 'body' | 'html'>;
}) {
  const plain = (
    <p id={id} className={styles.body} dir="auto">
      {body}
    </p>
  );
  if (html === undefined) return plain;
  return (
    <Suspense fallback={plain}>
      <Markup id={id} html={html} plain={plain} />
    </Suspense>
  );
}
