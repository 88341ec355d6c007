import { lazy, Suspense } from 'react';
import type { Message } from '../api/messages';
import styles from './MessageItem.module.css';

const Markup = lazy(() => import('./Markup'));

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
      <Markup id={id} html={html} />
    </Suspense>
  );
}
